import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../questions/day.ts';
import { countedAnswers, fold } from '../../questions/fold.ts';
import type { FactId } from '../../questions/ids.ts';
import { firstStability, nextStability } from '../../questions/memory.ts';
import type { Review } from '../../questions/review.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
import { shuffled } from '../../questions/seed.ts';
import {
  NOON_MS,
  answered,
  anyReview,
  anyReviews,
  claim,
  fact,
  question,
  reset,
  reviewId,
  undo,
} from './someReviews.ts';

const bytes = (reviews: readonly Review[]): string => serialiseSchedule(fold(reviews));
const memoryOf = (reviews: readonly Review[], name = 'a', retired?: ReadonlyMap<FactId, FactId | null>) =>
  fold(reviews, retired).facts.get(fact(name));
const earlier = (review: Review): boolean => review.answeredAtMs < 8e15;

describe('fold, for any set of reviews', () => {
  it('returns the same schedule whatever the arrival order', () => {
    fc.assert(
      fc.property(anyReviews, fc.integer(), (reviews, seed) => {
        expect(bytes(shuffled(reviews, seed))).toBe(bytes(reviews));
      }),
      { numRuns: 500 },
    );
  });

  it('returns the same schedule however often a review arrives', () => {
    fc.assert(
      fc.property(anyReviews, fc.integer(), (reviews, seed) => {
        const copies = reviews.map((review) => structuredClone(review));
        expect(bytes(shuffled([...reviews, ...copies, ...reviews], seed))).toBe(bytes(reviews));
      }),
    );
  });

  it('makes sync set union: two devices that exchange all they have agree', () => {
    fc.assert(
      fc.property(anyReviews, anyReviews, anyReviews, (phone, laptop, shared) => {
        expect(bytes([...phone, ...shared, ...laptop])).toBe(bytes([...laptop, ...phone, ...shared]));
      }),
    );
  });

  it('keeps every number finite and every due moment a possible date', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        for (const memory of fold(reviews).facts.values()) {
          const numbers = Object.values(memory).filter((value) => typeof value === 'number');
          expect(numbers).toHaveLength(10);
          expect(numbers.every(Number.isFinite)).toBe(true);
          expect(memory.dueAtMs).toBeGreaterThanOrEqual(Math.min(memory.lastAtMs, 8.64e15));
          expect(new Date(memory.dueAtMs).toISOString()).toContain('T');
          expect(memory.recentQuestions[0]).toBe(memory.lastQuestion);
          expect(new Set(memory.recentQuestions).size).toBe(memory.recentQuestions.length);
        }
      }),
    );
  });

  it('does not change its input', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const before = structuredClone(reviews);
        fold(Object.freeze(reviews.map((review) => Object.freeze(review))));
        expect(reviews).toEqual(before);
      }),
    );
  });

  it('adds one review as if all were folded again, even one that comes late', () => {
    const onTime = [answered(1), answered(2), answered(4)];
    expect(bytes([...onTime, answered(3, { rating: 1 })])).toBe(
      bytes([answered(1), answered(2), answered(3, { rating: 1 }), answered(4)]),
    );
  });
});

describe('undo', () => {
  it('leaves what there was without the answer, wherever the undo stands', () => {
    fc.assert(
      fc.property(anyReviews, fc.integer({ min: -100, max: 100 }), (reviews, when) => {
        const others = reviews.filter((review) => review.id !== reviewId(99) && review.id !== reviewId(98));
        const slip = answered(99, { rating: 1, answeredAtMs: NOON_MS });
        const correction = { ...undo(98, slip.id), answeredAtMs: NOON_MS + when };
        expect(bytes([...others, slip, correction])).toBe(bytes(others));
      }),
    );
  });

  it('gives the memory back when the same answer is logged again', () => {
    const redone = answered(3, { answeredAtMs: NOON_MS + 2 * DAY_MS });
    expect(bytes([answered(1), answered(2), undo(4, reviewId(2)), redone])).toBe(
      bytes([answered(1), answered(2)]),
    );
  });

  it('is not undone itself', () => {
    const undone = [answered(1), answered(2), undo(3, reviewId(2))];
    expect(bytes([...undone, undo(4, reviewId(3))])).toBe(bytes(undone));
  });

  it('takes back a reset and a claim', () => {
    const answers = [answered(1), answered(2, { rating: 1 })];
    expect(bytes([...answers, reset(3), undo(4, reviewId(3))])).toBe(bytes(answers));
    expect(bytes([...answers, claim(3, reviewId(2)), undo(4, reviewId(3))])).toBe(bytes(answers));
  });

  it('waits for an answer that arrives after it, and ignores one that never does', () => {
    expect(bytes([undo(3, reviewId(2)), answered(1), answered(2)])).toBe(bytes([answered(1)]));
    expect(bytes([undo(3, reviewId(50)), answered(1)])).toBe(bytes([answered(1)]));
  });
});

describe('claim', () => {
  it('gives the answer the claimed rating', () => {
    const claimed = memoryOf([answered(1), answered(2, { rating: 1 }), claim(3, reviewId(2), 2)]);
    expect(claimed).toEqual(memoryOf([answered(1), answered(2, { rating: 2 })]));
  });

  it('counts once: the latest of several', () => {
    const claims = [claim(4, reviewId(1), 2), claim(3, reviewId(1), 3)];
    expect(memoryOf([answered(1, { rating: 1 }), ...claims])?.lastRating).toBe(2);
  });

  it('brings nothing back that was undone or reset', () => {
    expect(fold([answered(1), undo(2, reviewId(1)), claim(3, reviewId(1))]).facts.size).toBe(0);
    expect(fold([answered(1), reset(2), claim(3, reviewId(1))]).facts.size).toBe(0);
  });
});

describe('reset', () => {
  it('of the deck makes every earlier review as if it had never been', () => {
    fc.assert(
      fc.property(
        fc.array(anyReview.filter(earlier)),
        fc.array(anyReview.filter(earlier)),
        (before, after) => {
          const answers = (list: readonly Review[]) => list.filter((review) => review.type === 'answer');
          const old = answers(before).map((review, index) => ({
            ...review,
            id: reviewId(1000 + index),
            answeredAtMs: 5,
          }));
          const later = answers(after).map((review, index) => ({
            ...review,
            id: reviewId(index),
            answeredAtMs: 7 + index,
          }));
          const line: Review = { ...reset(500), answeredAtMs: 6 };
          expect(bytes([...later, line, ...old])).toBe(bytes(later));
        },
      ),
    );
  });

  it('of one fact leaves the others alone', () => {
    const other = answered(2, { fact: fact('b') });
    expect(bytes([answered(1), other, reset(3, fact('a'))])).toBe(bytes([other]));
    expect(bytes([answered(1), other, reset(3, fact('a')), answered(4)])).toBe(bytes([other, answered(4)]));
  });

  it('parts answers of its own moment by id', () => {
    const [before, after] = [answered(1, { answeredAtMs: 9 }), answered(3, { answeredAtMs: 9 })];
    expect(
      countedAnswers([before, { ...reset(2), answeredAtMs: 9 }, after]).map(({ review }) => review),
    ).toEqual([after]);
  });
});

describe('a retired fact', () => {
  const carry = new Map<FactId, FactId | null>([
    [fact('a'), fact('b')],
    [fact('b'), fact('c')],
    [fact('d'), null],
  ]);

  it('carries its memory to the fact that replaced it, over several replacements', () => {
    const reviews = [answered(1), answered(4, { fact: fact('b') }), answered(9, { fact: fact('c') })];
    const asOne = [answered(1), answered(4), answered(9)];
    expect(memoryOf(reviews, 'c', carry)).toEqual({ ...memoryOf(asOne), fact: 'c' });
    expect([...fold(reviews, carry).facts.keys()]).toEqual(['c']);
  });

  it('without a replacement keeps its memory to itself, as does a fact that no deck knows', () => {
    expect(memoryOf([answered(1, { fact: fact('d') })], 'd', carry)?.reps).toBe(1);
    expect(memoryOf([answered(1, { fact: fact('unknown') })], 'unknown', carry)?.reps).toBe(1);
  });

  it('is reset with its replacement; its own reset spares the replacement', () => {
    const reviews = [answered(1), answered(2, { fact: fact('c') })];
    expect(memoryOf([...reviews, reset(3, fact('c'))], 'c', carry)).toBeUndefined();
    expect(memoryOf([...reviews, reset(3, fact('a'))], 'c', carry)?.reps).toBe(1);
  });

  it('in a circle of replacements stays where it is', () => {
    const circle = new Map<FactId, FactId | null>([
      [fact('a'), fact('b')],
      [fact('b'), fact('a')],
    ]);
    expect([...fold([answered(1)], circle).facts.keys()]).toEqual(['a']);
  });
});

describe('two different records with one id', () => {
  it('count as one, the same one whatever the order', () => {
    const [one, other] = [answered(1, { rating: 1 }), answered(1, { rating: 4 })];
    expect(fold([one, other]).facts.get(fact('a'))?.reps).toBe(1);
    expect(bytes([one, other])).toBe(bytes([other, one]));
  });
});

describe('time', () => {
  const at = (number: number, iso: string, zone: number) =>
    answered(number, { answeredAtMs: Date.parse(iso), zone });
  const stabilityAfter = (elapsedDays: number): number =>
    nextStability(firstStability(3), memoryOf([answered(1)])?.difficulty ?? 0, elapsedDays, 3);

  it('counts the hours after midnight to the evening before, and the morning to the next day', () => {
    const evening = at(1, '2022-01-04T22:00:00+05:00', 300);
    expect(memoryOf([evening, at(2, '2022-01-05T03:59:00+05:00', 300)])?.stability).toBe(stabilityAfter(0));
    expect(memoryOf([evening, at(2, '2022-01-05T04:00:00+05:00', 300)])?.stability).toBe(stabilityAfter(1));
  });

  it('uses the zone of each answer when the learner travels', () => {
    const almaty = at(1, '2022-01-04T23:00:00+05:00', 300);
    expect(memoryOf([almaty, at(2, '2022-01-05T06:00:00+05:00', 300)])?.stability).toBe(stabilityAfter(1));
    expect(memoryOf([almaty, at(2, '2022-01-04T20:00:00-05:00', -300)])?.stability).toBe(stabilityAfter(0));
  });

  it('never counts backwards when flying west', () => {
    const tokyo = at(1, '2022-01-05T05:00:00+09:00', 540);
    expect(memoryOf([tokyo, at(2, '2022-01-04T16:00:00-05:00', -300)])?.stability).toBe(stabilityAfter(0));
  });

  it('bears the first and the last moment there is', () => {
    const reviews = [answered(1, { answeredAtMs: 0 }), answered(2, { answeredAtMs: 8.64e15, rating: 4 })];
    expect(memoryOf(reviews)).toMatchObject({ reps: 2, dueAtMs: 8.64e15 });
  });
});

describe('counts', () => {
  it('a lapse when again follows a better rating', () => {
    const ratings = [1, 1, 3, 1, 1, 2, 1] as const;
    const reviews = ratings.map((rating, index) => answered(index, { rating }));
    expect(memoryOf(reviews)).toMatchObject({ reps: 7, lapses: 2, lastRating: 1 });
  });

  it('forms, the latest first, each once', () => {
    const forms = ['x', 'y', 'x', 'x', 'z'];
    const reviews = forms.map((form, index) => answered(index, { question: question(form) }));
    expect(memoryOf(reviews)).toMatchObject({ lastQuestion: 'z', recentQuestions: ['z', 'x', 'y'] });
  });

  it('at most eight forms', () => {
    const reviews = Array.from({ length: 12 }, (_, index) =>
      answered(index, { question: question(`f${index}`) }),
    );
    expect(memoryOf(reviews)?.recentQuestions).toEqual(['f11', 'f10', 'f9', 'f8', 'f7', 'f6', 'f5', 'f4']);
  });

  it('the own pace from five answers on, the last hundred', () => {
    const took = (times: readonly number[]) => times.map((tookMs, index) => answered(index, { tookMs }));
    expect(fold(took([1, 2, 3, 4])).medianTookMs).toBeNull();
    expect(fold(took([9, 1, 5, 2, 100])).medianTookMs).toBe(5);
    expect(fold(took([9, 1, 5, 2, 100, 8])).medianTookMs).toBe(6.5);
    expect(
      fold(took([...Array.from({ length: 200 }, () => 9), ...Array.from({ length: 100 }, () => 4)]))
        .medianTookMs,
    ).toBe(4);
  });
});

describe('a host page', () => {
  it('keeps its Date as it was', () => {
    expect(fold([answered(1)]).facts.size).toBe(1);
    const enumerable: string[] = [];
    for (const key in new Date(0)) enumerable.push(key);
    expect(enumerable).toEqual([]);
    expect(Object.keys(Date.prototype)).toEqual([]);
  });
});
