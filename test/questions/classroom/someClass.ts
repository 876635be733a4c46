import fc from 'fast-check';
import * as v from 'valibot';
import type { Act, ClassRecord, How, KeptAct, Person } from '../../../questions/classroom/act.ts';
import { codeAnswer, codeRefs } from '../../../questions/classroom/answerCode.ts';
import type { Test } from '../../../questions/classroom/assignment.ts';
import type { Arrival, AttemptRecord, KeptAnswers } from '../../../questions/classroom/attempt.ts';
import { foldClass } from '../../../questions/classroom/foldClass.ts';
import type { GradebookInput } from '../../../questions/classroom/foldGradebook.ts';
import type { Dispute } from '../../../questions/classroom/gradebook.ts';
import {
  ActIdSchema,
  AssignmentIdSchema,
  AttemptIdSchema,
  JoinCodeSchema,
  MemberIdSchema,
  type AssignmentId,
  type AttemptId,
  type MemberId,
  type QuestionRef,
} from '../../../questions/classroom/ids.ts';
import type { Assigned } from '../../../questions/classroom/state.ts';
import { testView } from '../../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../../questions/compile.ts';
import { SegmentIdSchema } from '../../../questions/ids.ts';
import type { Answer } from '../../../questions/kind.ts';
import { ulid } from '../../../questions/ulid.ts';
import { harbour, ref } from './someDecks.ts';
import { someTest } from './someTest.ts';

export const MINUTE_MS = 60_000;
/** 12 January 2026, 08:00 UTC: the test opens; it closes two hours later. */
export const OPENS_MS = Date.UTC(2026, 0, 12, 8);
export const CLOSES_MS = OPENS_MS + 120 * MINUTE_MS;
/** A moment after everything. */
export const LATER_MS = CLOSES_MS + 24 * 60 * MINUTE_MS;

const ulidOf = (atMs: number, ...bytes: readonly number[]): string =>
  ulid(
    atMs,
    Uint8Array.from({ length: 10 }, (_, at) => bytes[at] ?? 0),
  );

export const member = (number: number): MemberId => v.parse(MemberIdSchema, String(number).padStart(26, '0'));
export const TEACHER = member(900);
export const ASSIGNMENT: AssignmentId = v.parse(AssignmentIdSchema, ulidOf(1));
export const OTHER_ASSIGNMENT: AssignmentId = v.parse(AssignmentIdSchema, ulidOf(2));
export const code = (text: string) => v.parse(JoinCodeSchema, text);

export const person = (number: number, name: string, sinceMs = 0): Person => ({
  member: member(number),
  name,
  sinceMs,
});

/** An act as it is kept; acts are folded in the order of their numbers. */
export const kept = (number: number, act: Act, by = TEACHER): KeptAct => ({
  id: v.parse(ActIdSchema, ulidOf(number)),
  by,
  act,
});

/** The test is set as it is from now on. */
export const assign = (
  change: Partial<Test> = {},
  state: 'draft' | 'published' | 'withdrawn' = 'published',
): Act => ({
  type: 'assign',
  assignment: ASSIGNMENT,
  state,
  settings: someTest({ opensAtMs: OPENS_MS, closesAtMs: CLOSES_MS, ...change }),
});

export const allow = (number: number, extraMinutes: number, closesAtMs: number | null = null): Act => ({
  type: 'allow',
  assignment: ASSIGNMENT,
  member: member(number),
  extraMinutes,
  opensAtMs: null,
  closesAtMs,
});

export const merge = (from: number, into: number): Act => ({
  type: 'merge',
  from: member(from),
  into: member(into),
});

export const repair = (question: string, how: How): Act => ({
  type: 'repair',
  assignment: ASSIGNMENT,
  question: ref(question),
  how,
  words: 'The text says so.',
});

/** A class of one teacher and these students with the test as it is, and what else is kept of it. */
export const classOf = (change: Partial<ClassRecord> = {}): ClassRecord => ({
  acts: [kept(1, assign())],
  teachers: [{ member: TEACHER, name: 'Ms Grey', sinceMs: 0 }],
  students: [person(1, 'Ann'), person(2, 'Ben'), person(3, 'Cleo')],
  gone: [],
  ...change,
});

const PEOPLE = 5;
const anyMember = fc.integer({ min: 1, max: PEOPLE });

/** Any act of a teacher that changes what students see or have. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom('9b', '9c').map((name): Act => ({ type: 'name', name })),
  fc.constantFrom(null, code('ABCDEFGH')).map((one): Act => ({ type: 'code', code: one })),
  fc.boolean().map((archived): Act => ({ type: 'archive', archived })),
  fc
    .tuple(anyMember, fc.constantFrom('Zoe', 'Ann'))
    .map(([number, name]): Act => ({ type: 'student', member: member(number), name })),
  fc.tuple(anyMember, anyMember).map(([from, into]) => merge(from, into)),
  fc
    .tuple(fc.constantFrom('harbour', 'islands'), fc.constantFrom('draft', 'published', 'withdrawn'))
    .map(([deck, state]) => assign({ deck: someTest({ deck }).deck }, state)),
  fc.tuple(anyMember, fc.integer({ min: 0, max: 30 })).map(([number, extra]) => allow(number, extra)),
  fc
    .tuple(fc.constantFrom('a/x', 'b/x'), fc.constantFrom('credit', 'drop', 'undo'))
    .map(([question, how]) => repair(question, { do: how })),
);

/** Any class of five people, some gone, with any acts of a teacher and of somebody else. */
export const anyClass: fc.Arbitrary<ClassRecord> = fc.record({
  acts: fc.array(
    fc
      .tuple(fc.nat(40), anyAct, fc.constantFrom(TEACHER, TEACHER, member(901), member(1)))
      .map(([number, act, by]) => kept(number, act, by)),
    { maxLength: 25 },
  ),
  teachers: fc.constant([
    { member: TEACHER, name: 'Ms Grey', sinceMs: 0 },
    { member: member(901), name: 'Mr Hill', sinceMs: 1 },
  ]),
  students: fc.uniqueArray(
    fc
      .tuple(anyMember, fc.constantFrom('Ann', 'Ben', 'Ann B'), fc.nat(3))
      .map(([number, name, since]) => person(number, name, since)),
    { selector: (one) => one.member, maxLength: PEOPLE },
  ),
  gone: fc.uniqueArray(anyMember.map(member)),
});

/** A student's attempt that began so many minutes after the opening. */
export const attemptId = (minute: number, number = 0): AttemptId =>
  v.parse(AttemptIdSchema, ulidOf(OPENS_MS + minute * MINUTE_MS, number, minute));

/** A segment that the server had so many seconds after the opening. */
export const arrival = (
  number: number,
  second: number,
  answers: KeptAnswers['answers'],
  end = false,
): Arrival => ({
  segment: v.parse(SegmentIdSchema, ulidOf(number)),
  receivedAtMs: OPENS_MS + second * 1000,
  kept: { v: 1, answers, ...(end ? { end: true as const } : {}) },
});

/** An attempt of the harbour's questions by a student, begun so many minutes after the opening. */
export function attemptOf(
  number: number,
  questions: readonly QuestionRef[],
  arrivals: readonly Arrival[],
  minute = 0,
): AttemptRecord {
  return {
    member: member(number),
    attempt: attemptId(minute, number % 256),
    start: {
      v: 1,
      act: kept(1, assign()).id,
      revision: harbour.deck.revision.slice(0, 12),
      seed: 'seed',
      questions: codeRefs(questions),
    },
    arrivals: [...arrivals],
  };
}

/** Answers as they are kept: each to the question at its place, after 10 s. Undefined leaves one out. */
export function answersTo(
  questions: readonly QuestionRef[],
  answers: readonly (Answer | undefined)[],
  deck: CompiledDeck = harbour,
): KeptAnswers['answers'] {
  return answers.flatMap((answer, at): KeptAnswers['answers'] => {
    const view = testView(deck, questions[at] ?? ref('no/question'));
    return answer === undefined || view === undefined ? [] : [[at, codeAnswer(view, answer), 10]];
  });
}

/** An attempt that was handed in within its time, five minutes after the opening. */
export const handedIn = (
  number: number,
  questions: readonly QuestionRef[],
  answers: readonly (Answer | undefined)[],
  minute = 0,
): AttemptRecord =>
  attemptOf(
    number,
    questions,
    [arrival(number, minute * 60 + 300, answersTo(questions, answers), true)],
    minute,
  );

/** What the gradebook of this class's test follows from. */
export function inputOf(
  record: ClassRecord,
  attempts: readonly AttemptRecord[],
  change: { compiled?: CompiledDeck; disputes?: readonly Dispute[]; nowMs?: number } = {},
): GradebookInput {
  const state = foldClass(record);
  const assigned = state.assignments.find(({ id }) => id === ASSIGNMENT);
  return {
    compiled: change.compiled ?? harbour,
    state,
    assigned: asTest(assigned),
    attempts,
    disputes: change.disputes ?? [],
    nowMs: change.nowMs ?? LATER_MS,
  };
}

function asTest(assigned: Assigned | undefined): Assigned & { readonly settings: Test } {
  if (assigned?.settings.kind !== 'test') throw new Error('Inconsistent: the class has no such test');
  return { ...assigned, settings: assigned.settings };
}
