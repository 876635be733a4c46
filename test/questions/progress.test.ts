import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../questions/day.ts';
import { fold } from '../../questions/fold.ts';
import { historyOf, progressOf, resetsOf } from '../../questions/progress.ts';
import { strengthAt } from '../../questions/strength.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
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

const DECK = ['a', 'b', 'c'].map(fact);

describe('progressOf', () => {
  it('shows a deck that nobody has opened as new', () => {
    const progress = progressOf(DECK, fold([]), NOON_MS);
    expect(progress).toMatchObject({ new: 3, learning: 0, due: 0, known: 0, meanRecall: 0 });
    expect(progress.facts[0]).toEqual({
      fact: 'a',
      stage: 'new',
      strength: 0,
      due: false,
      dueAtMs: null,
      reps: 0,
      lapses: 0,
    });
  });

  it('shows a fact as known until its strength falls below 0.9, then as fading and due', () => {
    const schedule = fold([answered(0)]);
    const after = (days: number) => progressOf([fact('a')], schedule, NOON_MS + days * DAY_MS).facts[0];
    expect(after(0)).toMatchObject({ stage: 'known', strength: 1, due: false });
    expect(after(2.3)).toMatchObject({ stage: 'known', due: true });
    expect(after(2.4)).toMatchObject({ stage: 'fading', due: true });
    expect(after(400)?.strength).toBeLessThan(0.6);
  });

  it('does not call a fact known that was wrong a minute ago', () => {
    const schedule = fold([answered(0, { rating: 1 })]);
    expect(progressOf([fact('a')], schedule, NOON_MS + 60_000)).toMatchObject({
      learning: 1,
      known: 0,
      due: 0,
    });
    expect(progressOf([fact('a')], schedule, NOON_MS + 600_000)).toMatchObject({
      learning: 1,
      known: 0,
      due: 1,
    });
  });

  it('gives the mean recall over the whole deck, new facts at 0', () => {
    const schedule = fold([answered(0), answered(0, { id: reviewId(1), fact: fact('b') })]);
    expect(progressOf(DECK, schedule, NOON_MS).meanRecall).toBeCloseTo(2 / 3);
    expect(progressOf([], schedule, NOON_MS).meanRecall).toBe(0);
  });

  it('ignores facts that the deck no longer has', () => {
    const progress = progressOf([fact('b')], fold([answered(0)]), NOON_MS);
    expect(progress).toMatchObject({ new: 1, known: 0 });
  });

  it('counts every fact in one stage, with a strength from 0 to 1, at any moment', () => {
    fc.assert(
      fc.property(anyReviews, fc.integer({ min: 0, max: 8.64e15 }), (reviews, nowMs) => {
        const progress = progressOf(DECK, fold(reviews), nowMs);
        const stages = progress.facts.map((each) => each.stage);
        const fading = stages.filter((stage) => stage === 'fading').length;
        expect(progress.new + progress.learning + progress.known + fading).toBe(DECK.length);
        for (const { strength } of progress.facts) expect(strength >= 0 && strength <= 1).toBe(true);
      }),
    );
  });
});

describe('strengthAt', () => {
  it('falls with time, and takes a clock that runs behind for the moment of the answer', () => {
    const memory = fold([answered(0)]).facts.get(fact('a'));
    if (memory === undefined) throw new Error('no memory');
    const strengths = [-1, 0, 0.5, 1, 10].map((days) => strengthAt(memory, NOON_MS + days * DAY_MS));
    expect(strengths.slice(0, 2)).toEqual([1, 1]);
    expect(strengths.slice(1)).toEqual([...new Set(strengths)].sort((a, b) => b - a));
  });
});

describe('historyOf', () => {
  it("lists a fact's counted answers, the earliest first, with claimed ratings", () => {
    const reviews = [
      answered(3, { rating: 1, outcome: 'wrong' }),
      claim(4, reviewId(3)),
      answered(1),
      answered(2),
      undo(5, reviewId(2)),
    ];
    const entries = historyOf(reviews).get(fact('a'));
    expect(entries?.map(({ id, rating, outcome }) => [id, rating, outcome])).toEqual([
      [reviewId(1), 3, 'right'],
      [reviewId(3), 3, 'wrong'],
    ]);
    expect(entries?.[0]).toMatchObject({ atMs: NOON_MS + DAY_MS, question: question('x'), answer: 'Almaty' });
  });

  it('lists the answers to a retired fact under the fact that replaced it', () => {
    expect([...historyOf([answered(1)], new Map([[fact('a'), fact('b')]])).keys()]).toEqual(['b']);
  });
});

/** Resets far more often than `anyReview` has them. */
const someReset = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.constantFrom('a', 'b', 'c').map(fact)))
  .map(([number, of]) => reset(number, of ?? undefined));

describe('resetsOf', () => {
  const [a, b] = [fact('a'), fact('b')];

  it('lists the resets of facts and of the deck, each once, the earliest first', () => {
    expect(resetsOf([reset(3, b), answered(4), reset(2, a), reset(1), reset(2, a)])).toEqual([
      { id: reviewId(1), atMs: NOON_MS + DAY_MS, fact: null },
      { id: reviewId(2), atMs: NOON_MS + 2 * DAY_MS, fact: 'a' },
      { id: reviewId(3), atMs: NOON_MS + 3 * DAY_MS, fact: 'b' },
    ]);
  });

  const idsOf = (reviews: Parameters<typeof resetsOf>[0], retired?: Parameters<typeof resetsOf>[1]) =>
    resetsOf(reviews, retired).map(({ id }) => id);

  it('gives the same whatever the order of arrival, ids that clash included', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyReview, someReset), { maxLength: 40 }), (reviews) => {
        expect(resetsOf(reviews.toReversed())).toEqual(resetsOf(reviews));
      }),
    );
  });

  it('leaves out what is taken back', () => {
    expect(resetsOf([undo(5, reviewId(2)), reset(2, a)])).toEqual([]);
  });

  it('leaves out what a later reset covers, until that one is taken back', () => {
    const reviews = [reset(1, a), reset(2, b), reset(3, a), reset(4)];
    expect(idsOf(reviews)).toEqual([4].map(reviewId));
    expect(idsOf([...reviews, undo(5, reviewId(4))])).toEqual([2, 3].map(reviewId));
    expect(idsOf([...reviews, undo(5, reviewId(4)), undo(6, reviewId(3))])).toEqual([1, 2].map(reviewId));
  });

  it('lists the reset of a retired fact under the fact that replaced it, unless that was reset later', () => {
    const retired = new Map([[a, b]]);
    expect(resetsOf([reset(1, a)], retired)).toMatchObject([{ fact: 'b' }]);
    expect(idsOf([reset(1, a), reset(2, b)], retired)).toEqual([2].map(reviewId));
    expect(idsOf([reset(1, b), reset(2, a)], retired)).toEqual([1, 2].map(reviewId));
  });

  it('lists exactly what the schedule depends on: without all other resets the fold is the same', () => {
    const log = fc.uniqueArray(fc.oneof(anyReview, someReset), { maxLength: 40, selector: ({ id }) => id });
    const replaced = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.option(fc.constantFrom('a', 'b', 'c').map(fact)),
    );
    fc.assert(
      fc.property(log, replaced, (reviews, replacing) => {
        const retired = new Map(Object.entries(replacing).map(([id, by]) => [fact(id), by]));
        const held = new Set(idsOf(reviews, retired));
        const without = reviews.filter(({ type, id }) => type !== 'reset' || held.has(id));
        expect(serialiseSchedule(fold(without, retired))).toBe(serialiseSchedule(fold(reviews, retired)));
      }),
      { numRuns: 500 },
    );
  });
});
