import type { CompiledDeck } from '../compile.ts';
import type { Repair } from './act.ts';
import type { Test } from './assignment.ts';
import type { AttemptRecord } from './attempt.ts';
import type { Column, Dispute, Gradebook, MarkedAttempt, RepairEffect, Row } from './gradebook.ts';
import type { QuestionRef } from './ids.ts';
import { askedWords } from './askedWords.ts';
import { knownDisputes } from './knownDisputes.ts';
import { markAttempt, markingOf, type Marking } from './markAttempt.ts';
import type { Assigned, ClassState, HeldRepair, Student } from './state.ts';
import { refsIn, testView } from './testQuestion.ts';
import { unitedAttempts } from './unitedAttempts.ts';
import { endOf, windowOf } from './window.ts';

/** Everything that a test's gradebook follows from. */
export interface GradebookInput {
  readonly compiled: CompiledDeck;
  readonly state: ClassState;
  readonly assigned: Assigned & { readonly settings: Test };
  /** Of one student or of all; in any order, with any repetition. */
  readonly attempts: readonly AttemptRecord[];
  readonly disputes: readonly Dispute[];
  /** Decides which attempts are still running, and nothing else; ms since 1970. */
  readonly nowMs: number;
}

/** The gradebook of a test: the same set of records gives the same gradebook, in whatever order they came. */
export function foldGradebook(input: GradebookInput): Gradebook {
  const { assigned, compiled } = input;
  const rows = rowsOf(input, markingOf(input));
  const asked = new Set(
    rows.flatMap(({ attempts }) => attempts.flatMap(({ marks }) => marks.map((mark) => mark.question))),
  );
  return {
    title: assigned.settings.title,
    columns: refsIn(compiled)
      .filter((ref) => asked.has(ref))
      .map((ref) => columnOf(input, ref)),
    rows: [...rows],
    disputes: knownDisputes(input),
  };
}

/** Every student's line; those who are gone have one where there are attempts. */
function rowsOf(input: GradebookInput, marking: Marking): readonly Row[] {
  return input.state.students
    .map((student) => rowWith(input, student, marking))
    .filter(({ gone, attempts, surplus }) => !gone || attempts.length + surplus > 0);
}

/** One student's line, from attempts that may be of that student alone. */
export function rowOf(input: GradebookInput, student: Student): Row {
  return rowWith(input, student, markingOf(input));
}

/** The gradebook's bytes. */
export function serialiseGradebook(gradebook: Gradebook): string {
  return JSON.stringify(gradebook);
}

/** Whose counted points a repair would change, were it made now. */
export function repairEffect(input: GradebookInput, repair: Pick<Repair, 'question' | 'how'>): RepairEffect {
  const repaired = { ...input, assigned: { ...input.assigned, repairs: withRepair(input.assigned, repair) } };
  const [marking, markingRepaired] = [markingOf(input), markingOf(repaired)];
  const before = rowsOf(input, marking);
  const after = rowsOf(repaired, (ref, coded) =>
    ref === repair.question ? markingRepaired(ref, coded) : marking(ref, coded),
  );
  return {
    changes: before.flatMap((row, at) => {
      const [was, becomes] = [countedPoints(row), countedPoints(after[at])];
      if (was.points === becomes.points && was.outOf === becomes.outOf) return [];
      return [{ member: row.member, name: row.name, before: was, after: becomes }];
    }),
  };
}

function withRepair(
  { act, repairs }: Assigned,
  { question, how }: Pick<Repair, 'question' | 'how'>,
): readonly HeldRepair[] {
  if (how.do === 'undo') return repairs.filter((repair) => repair.question !== question);
  return [...repairs, { act, question, how, words: '' }];
}

/** The points that count, 0 of 0 without an attempt. */
export function countedPoints(row: Row | undefined): { readonly points: number; readonly outOf: number } {
  const counted = row?.counted === null ? undefined : row?.attempts[row.counted];
  return { points: counted?.points ?? 0, outOf: counted?.outOf ?? 0 };
}

function rowWith(input: GradebookInput, student: Student, marking: Marking): Row {
  const { assigned, attempts, nowMs } = input;
  const { settings, allowances } = assigned;
  const window = windowOf(assigned, student);
  const own = unitedAttempts(attempts, student);
  const marked = own.slice(0, settings.attempts).map((record) => {
    const endsAtMs = endOf(window, record.runsFromMs);
    return markAttempt(input, record, endsAtMs, marking);
  });
  return {
    member: student.member,
    name: student.name,
    gone: student.gone,
    state: stateOf(marked, nowMs),
    closesAtMs: window.closesAtMs,
    extraMinutes: allowances.get(student.member)?.extraMinutes ?? 0,
    attempts: marked,
    counted: countedOf(marked, settings.counts, nowMs),
    surplus: own.length - marked.length,
  };
}

function isRunning({ submittedAtMs, endsAtMs }: MarkedAttempt, nowMs: number): boolean {
  return submittedAtMs === null && nowMs < endsAtMs;
}

function stateOf(attempts: readonly MarkedAttempt[], nowMs: number): Row['state'] {
  if (attempts.length === 0) return 'not-started';
  if (attempts.some((attempt) => isRunning(attempt, nowMs))) return 'in-progress';
  return attempts.some(({ submittedAtMs }) => submittedAtMs !== null) ? 'submitted' : 'over';
}

/** Which attempt counts: of those that have ended, or, while none has, the first. */
function countedOf(attempts: readonly MarkedAttempt[], counts: Test['counts'], nowMs: number): number | null {
  if (attempts.length === 0) return null;
  if (counts === 'first') return 0;
  const ended = attempts.flatMap((attempt, at) => (isRunning(attempt, nowMs) ? [] : [{ at, attempt }]));
  if (counts === 'last') return ended.at(-1)?.at ?? 0;
  const best = ended.reduce<(typeof ended)[number] | undefined>(
    (top, one) => (top === undefined || part(one.attempt) > part(top.attempt) ? one : top),
    undefined,
  );
  return best?.at ?? 0;
}

function part({ points, outOf }: MarkedAttempt): number {
  return outOf === 0 ? 0 : points / outOf;
}

function columnOf({ compiled, assigned }: GradebookInput, ref: QuestionRef): Column {
  const view = testView(compiled, ref);
  const repairs = assigned.repairs.filter(({ question }) => question === ref).map(({ how }) => how.do);
  const whole = repairs
    .slice()
    .reverse()
    .find((how) => how !== 'key');
  return {
    question: ref,
    kind: view?.kind ?? '',
    prompt: view === undefined ? ref : askedWords(view),
    outOf: assigned.settings.points[ref] ?? 1,
    repair: whole ?? repairs.at(-1) ?? null,
  };
}
