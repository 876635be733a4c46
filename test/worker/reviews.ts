import * as v from 'valibot';
import { ReviewSchema, SegmentSchema, type Review, type Segment } from '../../questions/review.ts';

/** A moment in the past, in ms since 1970. */
export const THEN = Date.UTC(2024, 4, 1, 9);

/** A ULID that ends in a number. */
export function idOf(at: number): string {
  return `01J0000000000000000000${String(at).padStart(4, '0')}`;
}

/** One answered question of the fixture deck, as the browser would send it. */
export function answered(at: number, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: idOf(at),
    answeredAtMs: THEN + at,
    zone: 120,
    type: 'answer',
    fact: 'stone-pier-finished',
    question: 'which-year',
    answer: '1871',
    outcome: 'right',
    share: 1,
    rating: 3,
    tookMs: 4200,
    ...changes,
  };
}

export function review(at: number, changes: Record<string, unknown> = {}): Review {
  return v.parse(ReviewSchema, answered(at, changes));
}

/** A segment of so many reviews. */
export function segmentOf(count: number, changes: Record<string, unknown> = {}): Segment {
  return v.parse(SegmentSchema, {
    v: 1,
    reviews: Array.from({ length: count }, (_, at) => answered(at, changes)),
  });
}
