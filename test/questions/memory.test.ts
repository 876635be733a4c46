import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../questions/day.ts';
import {
  firstDifficulty,
  firstStability,
  intervalDays,
  nextDifficulty,
  nextStability,
  retrievability,
} from '../../questions/memory.ts';
import { NOON_MS } from './someReviews.ts';

const RATINGS = [1, 2, 3, 4] as const;
const GRADES = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;
const oracle = fsrs({ enable_fuzz: false, enable_short_term: true });

const step = fc.record({
  days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 4000 })),
  rating: fc.constantFrom(...RATINGS),
});
const histories = fc.array(step, { minLength: 1, maxLength: 40 });

describe('the memory model', () => {
  it('agrees with ts-fsrs at every step of 1,000 random histories, answers on the same day included', () => {
    let steps = 0;
    fc.assert(
      fc.property(histories, (history) => {
        let card = createEmptyCard(new Date(NOON_MS));
        let atMs = NOON_MS;
        let memory: { stability: number; difficulty: number } | null = null;
        for (const { days, rating } of history) {
          atMs += memory === null ? 0 : days * DAY_MS;
          card = oracle.next(card, new Date(atMs), GRADES[rating]).card;
          memory =
            memory === null
              ? { stability: firstStability(rating), difficulty: firstDifficulty(rating) }
              : {
                  stability: nextStability(memory.stability, memory.difficulty, days, rating),
                  difficulty: nextDifficulty(memory.difficulty, rating),
                };
          expect(Math.abs(memory.stability - card.stability)).toBeLessThanOrEqual(1e-6);
          expect(Math.abs(memory.difficulty - card.difficulty)).toBeLessThanOrEqual(1e-6);
          expect(intervalDays(memory.stability)).toBe(oracle.next_interval(card.stability, days));
          steps += 1;
        }
      }),
      { numRuns: 1000 },
    );
    expect(steps).toBeGreaterThan(5000);
  });

  it('predicts recall as ts-fsrs does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 36_500, noNaN: true }),
        fc.integer({ min: 0, max: 36_500 }),
        (stability, days) => {
          expect(retrievability(stability, days)).toBeCloseTo(oracle.forgetting_curve(days, stability), 6);
        },
      ),
    );
  });

  it('plans for any retention as ts-fsrs does', () => {
    for (const retention of [0.7, 0.8, 0.9, 0.95]) {
      const planner = fsrs({ enable_fuzz: false, request_retention: retention });
      for (const stability of [0.001, 0.2, 2.3065, 17, 300, 36_500]) {
        expect(intervalDays(stability, retention)).toBe(planner.next_interval(stability, 0));
      }
    }
  });
});

describe('retrievability', () => {
  it('is 1 at once and 0.9 after as many days as the memory is stable', () => {
    expect(retrievability(5, 0)).toBe(1);
    for (const stability of [0.2, 5, 400]) expect(retrievability(stability, stability)).toBeCloseTo(0.9, 7);
  });
});

describe('stability and difficulty', () => {
  it('stay within 0.001 to 36,500 days and 1 to 10 whatever happens', () => {
    const stabilities = fc.double({ min: 0.001, max: 36_500, noNaN: true });
    const difficulties = fc.double({ min: 1, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        stabilities,
        difficulties,
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(...RATINGS),
        (s, d, days, rating) => {
          expect(nextStability(s, d, days, rating)).toBeGreaterThanOrEqual(0.001);
          expect(nextStability(s, d, days, rating)).toBeLessThanOrEqual(36_500);
          expect(nextDifficulty(d, rating)).toBeGreaterThanOrEqual(1);
          expect(nextDifficulty(d, rating)).toBeLessThanOrEqual(10);
        },
      ),
    );
  });

  it('start stronger and easier the better the first answer', () => {
    const stabilities = RATINGS.map(firstStability);
    const difficulties = RATINGS.map(firstDifficulty);
    expect(stabilities).toEqual([...stabilities].sort((a, b) => a - b));
    expect(difficulties).toEqual([...difficulties].sort((a, b) => b - a));
  });
});
