import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ReviewSchema, SegmentSchema, compareReviews } from '../../questions/review.ts';
import { answered, anyReview, claim, fact, reset, reviewId, undo } from './someReviews.ts';

const accepts = (value: unknown): boolean => v.is(ReviewSchema, value);

describe('ReviewSchema', () => {
  it('accepts every kind of entry', () => {
    expect(accepts(answered(1))).toBe(true);
    expect(accepts(answered(1, { hint: true }))).toBe(true);
    expect(accepts(undo(2, reviewId(1)))).toBe(true);
    expect(accepts(claim(2, reviewId(1), 2))).toBe(true);
    expect(accepts(reset(2))).toBe(true);
    expect(accepts(reset(2, fact('a')))).toBe(true);
  });

  it('accepts every entry that the laws are tested with', () => {
    fc.assert(fc.property(anyReview, accepts));
  });

  it.each([
    'Almaty',
    null,
    [],
    ['Russia', 'Kazakhstan'],
    [['CSTO', 'Russia']],
    Array.from({ length: 40 }, () => 'a'.repeat(500)),
  ])('accepts an answer of every shape (%#)', (answer) => {
    expect(accepts({ ...answered(1), answer })).toBe(true);
  });

  it.each<[string, object]>([
    ['a text over 500 characters', { answer: 'a'.repeat(501) }],
    ['more than 40 items', { answer: Array.from({ length: 41 }, () => 'a') }],
    ['a triple', { answer: [['a', 'b', 'c']] }],
    ['a number as the answer', { answer: 3 }],
    ['the outcome again', { outcome: 'again' }],
    ['rating 0', { rating: 0 }],
    ['a share above 1', { share: 1.01 }],
    ['a share that is no number', { share: NaN }],
    ['a moment before 1970', { answeredAtMs: -1 }],
    ['a moment after the last', { answeredAtMs: 8.64e15 + 1 }],
    ['half a millisecond', { answeredAtMs: 0.5 }],
    ['more than a day for an answer', { tookMs: 86_400_001 }],
    ['a zone that does not exist', { zone: 901 }],
    ['hint: false', { hint: false }],
    ['hint: undefined', { hint: undefined }],
    ['an unknown field', { note: 'x' }],
    ['a fact name with a slash', { fact: 'a/b' }],
    ['an id in lower case', { id: reviewId(1).toLowerCase() }],
    ['an unknown type', { type: 'answered' }],
  ])('refuses %s', (_, change) => {
    expect(accepts({ ...answered(1), ...change })).toBe(false);
  });

  it('refuses a claim of again or easy', () => {
    expect(accepts({ ...claim(2, reviewId(1)), rating: 1 })).toBe(false);
    expect(accepts({ ...claim(2, reviewId(1)), rating: 4 })).toBe(false);
  });
});

describe('SegmentSchema', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => answered(index));

  it('holds 1 to 100 reviews', () => {
    expect(v.is(SegmentSchema, { v: 1, reviews: many(1) })).toBe(true);
    expect(v.is(SegmentSchema, { v: 1, reviews: many(100) })).toBe(true);
    expect(v.is(SegmentSchema, { v: 1, reviews: [] })).toBe(false);
    expect(v.is(SegmentSchema, { v: 1, reviews: many(101) })).toBe(false);
  });

  it('refuses an id that stands twice, another version and an unknown field', () => {
    expect(v.is(SegmentSchema, { v: 1, reviews: [answered(1), undo(1, reviewId(2))] })).toBe(false);
    expect(v.is(SegmentSchema, { v: 2, reviews: many(1) })).toBe(false);
    expect(v.is(SegmentSchema, { v: 1, reviews: many(1), at: 1 })).toBe(false);
  });

  it('names every problem with its path', () => {
    const result = v.safeParse(SegmentSchema, { v: 1, reviews: [{ ...answered(1), share: 2, zone: 'x' }] });
    expect(result.issues?.map((issue) => v.getDotPath(issue)).sort()).toEqual([
      'reviews.0.share',
      'reviews.0.zone',
    ]);
  });
});

describe('compareReviews', () => {
  it('orders by time, then by id', () => {
    const [early, late] = [answered(9, { answeredAtMs: 1 }), answered(1, { answeredAtMs: 2 })];
    const tied = answered(2, { answeredAtMs: 2 });
    expect([tied, late, early].sort(compareReviews)).toEqual([early, late, tied]);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(anyReview, anyReview, anyReview, (a, b, c) => {
        expect(Math.sign(compareReviews(a, b)) + Math.sign(compareReviews(b, a))).toBe(0);
        if (compareReviews(a, b) <= 0 && compareReviews(b, c) <= 0)
          expect(compareReviews(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
