/**
 * The log's order. Apart from the parsers in review.ts, so that a page which only folds does not load them.
 */
import type { ReviewId } from './ids.ts';
import type { Review } from './review.ts';

/** The last moment that a JavaScript Date can hold, in ms since 1970 (ECMA-262, 21.4.1.1). */
export const LAST_MOMENT_MS = 8.64e15;

/** The total order of the log: by time, and where that is equal by id. */
export function compareReviews(a: Review, b: Review): number {
  if (a.answeredAtMs !== b.answeredAtMs) return a.answeredAtMs - b.answeredAtMs;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** A review as text with sorted keys: equal exactly when the records are equal. */
export function canonicalReview(review: Review): string {
  return JSON.stringify(review, Object.keys(review).sort());
}

/**
 * Each id once. Two different records of one id are not written by an honest device, save for one that put its clock right in
 * between; the one that sorts first as text is kept, so that every device keeps the same.
 */
export function distinctReviews(reviews: Iterable<Review>): Map<ReviewId, Review> {
  const byId = new Map<ReviewId, Review>();
  for (const review of reviews) {
    const known = byId.get(review.id);
    if (known === undefined) byId.set(review.id, review);
    else if (known !== review && canonicalReview(review) < canonicalReview(known))
      byId.set(review.id, review);
  }
  return byId;
}
