import fc from 'fast-check';
import * as v from 'valibot';
import { DAY_MS } from '../../questions/day.ts';
import { FactIdSchema, QuestionIdSchema, ReviewIdSchema } from '../../questions/ids.ts';
import { ulid } from '../../questions/ulid.ts';
import type { FactId, QuestionId, ReviewId } from '../../questions/ids.ts';
import type { Answered, Claim, Reset, Review, Undo } from '../../questions/review.ts';

/** 1 January 2024, 12:00 UTC: day number 19723 in zone 0. */
export const NOON_MS = Date.UTC(2024, 0, 1, 12);

export const fact = (name: string): FactId => v.parse(FactIdSchema, name);
export const question = (name: string): QuestionId => v.parse(QuestionIdSchema, name);
export const reviewId = (number: number): ReviewId =>
  v.parse(ReviewIdSchema, ulid(number, new Uint8Array(10).fill(7)));

/** A right answer to fact `a` in form `x` at noon of the day with this number after 1 January 2024, unless told otherwise. */
export function answered(number: number, change: Partial<Answered> = {}): Answered {
  return {
    type: 'answer',
    id: reviewId(number),
    fact: fact('a'),
    question: question('x'),
    answer: 'Almaty',
    outcome: 'right',
    share: 1,
    rating: 3,
    answeredAtMs: NOON_MS + number * DAY_MS,
    tookMs: 5000,
    zone: 0,
    ...change,
  };
}

const common = (number: number) => ({
  id: reviewId(number),
  answeredAtMs: NOON_MS + number * DAY_MS,
  zone: 0,
});

export const undo = (number: number, undoes: ReviewId): Undo => ({ ...common(number), type: 'undo', undoes });

export const claim = (number: number, claims: ReviewId, rating: 2 | 3 = 3): Claim => ({
  ...common(number),
  type: 'claim',
  claims,
  rating,
});

export const reset = (number: number, of?: FactId): Reset => ({
  ...common(number),
  type: 'reset',
  ...(of === undefined ? {} : { fact: of }),
});

const ids = fc.integer({ min: 0, max: 60 }).map(reviewId);
const facts = fc.constantFrom('a', 'b', 'c').map(fact);
const moment = {
  id: ids,
  zone: fc.integer({ min: -900, max: 900 }),
  answeredAtMs: fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((quarters) => NOON_MS + (quarters * DAY_MS) / 4),
    fc.constantFrom(0, 1, 8.64e15),
    fc.integer({ min: 0, max: 8.64e15 }),
  ),
};

const anyAnswer: fc.Arbitrary<Answered> = fc.record({
  ...moment,
  type: fc.constant('answer' as const),
  fact: facts,
  question: fc.constantFrom('x', 'y', 'z').map(question),
  answer: fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
    fc.constant(null),
  ),
  outcome: fc.constantFrom('right' as const, 'close' as const, 'partial' as const, 'wrong' as const),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  rating: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  tookMs: fc.integer({ min: 0, max: 86_400_000 }),
});

const anyReset: fc.Arbitrary<Reset> = fc.oneof(
  fc.record({ ...moment, type: fc.constant('reset' as const) }),
  fc.record({ ...moment, type: fc.constant('reset' as const), fact: facts }),
);

/** Any review: garbage times, clashing ids, undos and claims of anything. */
export const anyReview: fc.Arbitrary<Review> = fc.oneof(
  { weight: 12, arbitrary: anyAnswer },
  { weight: 2, arbitrary: fc.record({ ...moment, type: fc.constant('undo' as const), undoes: ids }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...moment,
      type: fc.constant('claim' as const),
      claims: ids,
      rating: fc.constantFrom(2 as const, 3 as const),
    }),
  },
  { weight: 1, arbitrary: anyReset },
);

export const anyReviews = fc.array(anyReview, { maxLength: 40 });
