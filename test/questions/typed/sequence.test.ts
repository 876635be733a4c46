import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeOrder } from '../../../questions/typed/sequence.ts';

const key = ['first', 'second', 'third', 'fourth', 'fifth'];

describe('judgeOrder', () => {
  it('takes the key itself', () => {
    expect(judgeOrder(key, key)).toMatchObject({ outcome: 'right', reason: 'exact', share: 1 });
  });

  it.each([
    [['second', 'first', 'third', 'fourth', 'fifth'], 0.75],
    [['fifth', 'first', 'second', 'third', 'fourth'], 0.75],
    [['second', 'first', 'fourth', 'third', 'fifth'], 0.5],
    [['first', 'second', 'third'], 0.5],
    [['first', 'nowhere', 'second', 'second'], 0.25],
  ])('gives %j a share of %d', (given, share) => {
    expect(judgeOrder(given, key)).toMatchObject({ outcome: 'partial', reason: 'some-in-order', share });
  });

  it('refuses the reverse, and asks again when nothing is given', () => {
    expect(judgeOrder([...key].reverse(), key)).toMatchObject({
      outcome: 'wrong',
      reason: 'different',
      share: 0,
    });
    expect(judgeOrder([], key)).toMatchObject({ outcome: 'again', reason: 'not-given' });
    expect(judgeOrder(['nowhere'], key).outcome).toBe('wrong');
    expect(judgeOrder(['one'], ['one']).outcome).toBe('right');
  });

  it('marks the items of the run, and says what belongs at each place', () => {
    const given = ['second', 'first', 'third', 'fourth', 'fifth'];
    expect(judgeOrder(given, key).items?.[0]).toEqual({
      given: 'second',
      expected: 'first',
      outcome: 'wrong',
    });
    expect(judgeOrder(given, key).items?.filter(({ outcome }) => outcome === 'right')).toHaveLength(4);
  });
});

describe('the longest run', () => {
  it('is increasing and as long as the longest found by trying all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 9 }), (places) => {
        const marks = judgeOrder(places.map(String), digits).items ?? [];
        const run = marks.filter(({ outcome }) => outcome === 'right').map(({ given }) => Number(given));
        expect(run.every((place, i) => place >= 0 && (i === 0 || place > (run[i - 1] ?? -1)))).toBe(true);
        expect(run.length).toBe(longestByTrying(places));
      }),
    );
  });
});

const digits = Array.from({ length: 10 }, (_, i) => String(i));

function longestByTrying(places: readonly number[], above = -1): number {
  return Math.max(
    0,
    ...places.map((place, i) => (place > above ? 1 + longestByTrying(places.slice(i + 1), place) : 0)),
  );
}
