import type { FactId, ReviewId } from '../questions/ids.ts';
import { demandOf } from '../questions/demand.ts';
import { rate, type RatedAnswer } from '../questions/rating.ts';
import type { Answered, Claim, Reset, Undo } from '../questions/review.ts';
import type { Verdict } from '../questions/verdict.ts';
import { newReviewId } from './newIds.ts';
import { nowMs, zoneMinutes } from './clock.ts';
import type { GivenAnswer } from './deckClient.ts';
import type { StudyQuestion } from './studyDeck.ts';

/** How an answer came about. */
export interface Circumstances {
  readonly hint: boolean;
  /** From the question's paint to the answer, in ms. */
  readonly tookMs: number;
  /** The learner's own pace; null while it is unknown. */
  readonly medianTookMs: number | null;
}

/** Longer than this nobody thinks: the learner was away. */
const LONGEST_MS = 10 * 60_000;
/** The kinds whose answers are typed: only there a right answer can be taken for a wrong one. */
const TYPED = new Set(['short', 'cloze', 'number', 'list']);

/** The log entry of an answer, or null where the verdict is `again`: then the question is still open. */
export function answeredReview(
  given: GivenAnswer,
  question: StudyQuestion,
  verdict: Verdict,
  how: Circumstances,
): Answered | null {
  const rating = rate(ratedAnswer(question, verdict, how, false));
  const { outcome, share } = verdict;
  if (rating === null || outcome === 'again') return null;
  const { fact, answer } = given;
  const tookMs = cappedMs(how.tookMs);
  return {
    ...stamp(),
    type: 'answer',
    fact,
    question: given.question,
    answer: ownAnswer(answer),
    outcome,
    share,
    rating,
    tookMs,
    ...(how.hint ? { hint: true as const } : {}),
  };
}

/** The log entry of "I was right" about an answer. */
export function claimReview(
  claims: ReviewId,
  question: StudyQuestion,
  verdict: Verdict,
  how: Circumstances,
): Claim {
  const rating = rate(ratedAnswer(question, verdict, how, true)) === 2 ? 2 : 3;
  return { ...stamp(), type: 'claim', claims, rating };
}

/** The log entry that takes an answer, or a reset, back. */
export function undoReview(undoes: ReviewId): Undo {
  return { ...stamp(), type: 'undo', undoes };
}

/** The log entry that begins a fact afresh, or without one the whole deck. */
export function resetReview(fact?: FactId): Reset {
  return { ...stamp(), type: 'reset', ...(fact === undefined ? {} : { fact }) };
}

/** Whether a learner may say "I was right": the answer was typed and did not count as right. */
export function mayClaim(question: StudyQuestion, verdict: Verdict): boolean {
  return (
    TYPED.has(question.view.kind) &&
    verdict.outcome !== 'right' &&
    verdict.outcome !== 'again' &&
    verdict.reason !== 'not-given'
  );
}

function stamp() {
  const answeredAtMs = nowMs();
  return { id: newReviewId(answeredAtMs), answeredAtMs, zone: zoneMinutes() };
}

function ratedAnswer(
  { view }: StudyQuestion,
  verdict: Verdict,
  how: Circumstances,
  claimed: boolean,
): RatedAnswer {
  const { hint, medianTookMs } = how;
  return {
    verdict,
    hint,
    claimed,
    freeRecall: demandOf(view.kind) === 3,
    tookMs: cappedMs(how.tookMs),
    medianTookMs,
  };
}

function cappedMs(tookMs: number): number {
  return Math.round(Math.min(Math.max(tookMs, 0), LONGEST_MS));
}

/** The log's own, unshared copy of an answer. */
function ownAnswer(answer: GivenAnswer['answer']): Answered['answer'] {
  if (answer === null || typeof answer === 'string') return answer;
  const pairs = answer.filter((item) => typeof item !== 'string');
  if (pairs.length > 0) return pairs.map(([left, right]): [string, string] => [left, right]);
  return answer.filter((item) => typeof item === 'string');
}
