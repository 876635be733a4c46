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

/** What a kept answer is and counts. */
interface Judged {
  /** Undefined where nothing was given, or the deck can no longer ask the question. */
  readonly answer: Mark['answer'];
  /** Null where the question counts for nobody: it was dropped, or the deck can no longer ask it. */
  readonly share: number | null;
}

/** Decodes and judges what was kept of a question; undefined is nothing given. */
export type Marking = (ref: QuestionRef, coded: Coded | undefined) => Judged;

/** A marking of one test, for as many attempts as there are: the same answer to the same question is judged once. */
export function markingOf(test: MarkedTest): Marking {
  const known = new Map<QuestionRef, Map<Coded | undefined, Judged>>();
  return (ref, coded) => {
    const own = known.get(ref) ?? new Map<Coded | undefined, Judged>();
    known.set(ref, own);
    // A kept text begins with # or =, so that none is taken for a list.
    const key = Array.isArray(coded) ? JSON.stringify(coded) : coded;
    const judged = own.get(key) ?? judge(test, ref, coded);
    own.set(key, judged);
    return judged;
  };
}

function judge({ compiled, assigned }: MarkedTest, ref: QuestionRef, coded: Coded | undefined): Judged {
  const view = testView(compiled, ref);
  if (view === undefined) return { answer: undefined, share: null };
  const answer = coded === undefined ? undefined : decodeAnswer(view, coded);
  const share = shareOf(compiled, ref, answer ?? null, assigned.repairs);
  return { answer: answer === undefined ? undefined : mutable(answer), share };
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
  marking: Marking,
  worth: number,
): Mark {
  const given = answers.get(at);
  const { answer, share } = marking(question, given?.coded);
  const tooLate = late.get(at);
  const lateAnswer = tooLate && marking(question, tooLate.coded).answer;
  return {
    question,
    at,
    ...(answer === undefined ? {} : { answer }),
    share,
    points: rounded((share ?? 0) * worth),
    outOf: share === null ? 0 : worth,
    seconds: given?.seconds ?? 0,
    ...(tooLate === undefined || lateAnswer === undefined
      ? {}
      : { late: { answer: lateAnswer, receivedAtMs: tooLate.receivedAtMs } }),
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
