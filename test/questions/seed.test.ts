import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffled } from '../../questions/seed.ts';

const NUMBERS = Array.from({ length: 10 }, (_, index) => index);

describe('shuffled', () => {
  it('gives the same order for the same seed, today and tomorrow', () => {
    expect(shuffled(NUMBERS, 'steppe')).toEqual(shuffled(NUMBERS, 'steppe'));
    expect(shuffled(NUMBERS, 'steppe')).toMatchInlineSnapshot(`
      [
        9,
        1,
        5,
        2,
        7,
        8,
        0,
        6,
        4,
        3,
      ]
    `);
  });

  it('gives other orders for other seeds', () => {
    const orders = new Set(Array.from({ length: 100 }, (_, seed) => shuffled(NUMBERS, seed).join()));
    expect(orders.size).toBe(100);
  });

  it('keeps every item and leaves its input alone', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), fc.string(), (items, seed) => {
        const before = [...items];
        const count = (list: readonly unknown[]) => list.map(String).sort();
        expect(count(shuffled(items, seed))).toEqual(count(items));
        expect(items).toEqual(before);
      }),
    );
  });

  it('puts each of four items first about as often', () => {
    const first = Array.from({ length: 4000 }, (_, seed) => shuffled([0, 1, 2, 3], seed)[0]);
    for (const item of [0, 1, 2, 3]) {
      const times = first.filter((other) => other === item).length;
      expect(times).toBeGreaterThan(900);
      expect(times).toBeLessThan(1100);
    }
  });
});

describe('randomFrom', () => {
  it('stays from 0 up to below 1 with a mean near a half', () => {
    const random = randomFrom(1);
    const values = Array.from({ length: 10_000 }, () => random());
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
  });
});
