import type { CompiledDeck } from '../compile.ts';
import type { Answer } from '../kind.ts';
import { decodeAnswer, refsOf } from './answerCode.ts';
import type { Test } from './assignment.ts';
import type { AttemptRecord, Coded } from './attempt.ts';
import { foldAttempt, type FoldedAttempt } from './foldAttempt.ts';
import type { Mark, MarkedAttempt } from './gradebook.ts';
import { momentOf, type QuestionRef } from './ids.ts';
import type { Assigned } from './state.ts';
import { shareOf, testView } from './testQuestion.ts';

/** The test that attempts are marked by. */
export interface MarkedTest {
  readonly compiled: CompiledDeck;
  readonly assigned: Assigned & { readonly settings: Test };
}

/** Decodes and judges; the same answer to the same question once. */
export interface Marking {
  /** Undefined where the deck can no longer ask the question. */
  readonly answerTo: (ref: QuestionRef, coded: Coded) => Answer | undefined;
  /** Null where the question counts for nobody: it was dropped, or the deck can no longer ask it. */
  readonly shareFor: (ref: QuestionRef, answer: Answer) => number | null;
}

/** A marking of one test, for as many attempts as there are. */
export function markingOf({ compiled, assigned }: MarkedTest): Marking {
  const answerTo = once((ref: QuestionRef, coded: Coded): Answer | undefined => {
    const view = testView(compiled, ref);
    return view && decodeAnswer(view, coded);
  });
  const shareFor = once((ref: QuestionRef, answer: Answer): number | null =>
    testView(compiled, ref) === undefined ? null : shareOf(compiled, ref, answer, assigned.repairs),
  );
  return { answerTo, shareFor };
}

/** The same function, called once for equal arguments. */
function once<T extends Answer, R>(make: (ref: QuestionRef, given: T) => R): typeof make {
  const known = new Map<string, R>();
  return (ref, given) => {
    const key = JSON.stringify([ref, given]);
    const made = known.get(key);
    if (made !== undefined) return made;
    const value = make(ref, given);
    known.set(key, value);
    return value;
  };
}

/** The marks of an attempt that has to be in at `endsAtMs`: one of every question that the deck still has. */
export function markAttempt(
  { compiled, assigned }: MarkedTest,
  record: AttemptRecord,
  endsAtMs: number,
  marking: Marking,
): MarkedAttempt {
  const folded = foldAttempt(record, endsAtMs, assigned.settings.feedback === 'at-once');
  const refs = refsOf(compiled, record.start?.questions ?? '');
  const marks = refs.flatMap((ref, at) =>
    ref === null ? [] : [markOf(ref, at, folded, marking, assigned.settings.points[ref] ?? 1)],
  );
  return {
    attempt: record.attempt,
    startedAtMs: momentOf(record.attempt),
    endsAtMs,
    submittedAtMs: folded.submittedAtMs,
    lastAtMs: folded.lastAtMs,
    points: rounded(marks.reduce((sum, { points }) => sum + points, 0)),
    outOf: marks.reduce((sum, { outOf }) => sum + outOf, 0),
    seed: record.start?.seed ?? '',
    earlierRevision: record.start !== null && !compiled.deck.revision.startsWith(record.start.revision),
    marks,
  };
}

function markOf(
  question: QuestionRef,
  at: number,
  { answers, late }: FoldedAttempt,
  { answerTo, shareFor }: Marking,
  worth: number,
): Mark {
  const given = answers.get(at);
  const answer = given === undefined ? undefined : answerTo(question, given.coded);
  const share = shareFor(question, answer ?? null);
  const tooLate = late.get(at);
  const lateAnswer = tooLate === undefined ? undefined : answerTo(question, tooLate.coded);
  return {
    question,
    at,
    ...(answer === undefined ? {} : { answer: mutable(answer) }),
    share,
    points: rounded((share ?? 0) * worth),
    outOf: share === null ? 0 : worth,
    seconds: given?.seconds ?? 0,
    ...(tooLate === undefined || lateAnswer === undefined
      ? {}
      : { late: { answer: mutable(lateAnswer), receivedAtMs: tooLate.receivedAtMs } }),
  };
}

/** An answer in the shape of the log's schema, whose arrays are not readonly. */
function mutable(answer: Answer): NonNullable<Mark['answer']> | null {
  if (answer === null || typeof answer === 'string') return answer;
  const pairs = answer.filter((item) => typeof item !== 'string');
  if (pairs.length > 0) return pairs.map(([left, right]): [string, string] => [left, right]);
  return answer.filter((item) => typeof item === 'string');
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
