import type { Outcome, Rating } from './review.ts';

/** An answer as the rating sees it. */
export interface RatedAnswer {
  /** The verdict's outcome and the part that was right, 0 to 1. */
  readonly verdict: { readonly outcome: Outcome | 'again'; readonly share: number };
  /** A hint was used. */
  readonly hint: boolean;
  /** The learner said "I was right". */
  readonly claimed: boolean;
  /** Free recall: nothing to choose from, the learner produced the answer. */
  readonly freeRecall: boolean;
  /** From the question's appearance to the answer, in ms. */
  readonly tookMs: number;
  /** The learner's own median time in ms; null while it is unknown (fewer than five answers). */
  readonly medianTookMs: number | null;
}

/** Slower than this many times the learner's own median is hard. */
const SLOW = 3;
/** Faster than this part of the learner's own median, in free recall, is easy. */
const FAST = 0.6;
/** A partial answer below this share is again. */
const ENOUGH = 0.5;

/**
 * The rating that follows from a verdict, or null when nothing is to be logged (outcome `again`: unclear, asked once
 * more). A claim counts as right, but never as easy.
 */
export function rate(answer: RatedAnswer): Rating | null {
  const { outcome, share } = answer.verdict;
  if (answer.claimed) return rateRight(answer) === 2 ? 2 : 3;
  if (outcome === 'again') return null;
  if (outcome === 'wrong') return 1;
  if (outcome === 'partial') return share < ENOUGH ? 1 : 2;
  return outcome === 'close' ? 2 : rateRight(answer);
}

function rateRight({ hint, freeRecall, tookMs, medianTookMs }: RatedAnswer): Rating {
  if (hint) return 2;
  if (medianTookMs === null) return 3;
  if (tookMs > SLOW * medianTookMs) return 2;
  return freeRecall && tookMs < FAST * medianTookMs ? 4 : 3;
}
