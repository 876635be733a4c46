import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateKey, judgeDate } from '../../../questions/typed/date.ts';
import { anyText } from './anyText.ts';

const pad = (n: number, width: number) => String(n).padStart(width, '0');

describe('judgeDate', () => {
  it.each([
    ['2013', '2013'],
    ['in 2013', '2013'],
    ['the year 2013', '2013'],
    ['It was in 2013.', '2013'],
    ['twenty thirteen', '2013'],
    ['two thousand and thirteen', '2013'],
    ['nineteen ninety-one', '1991'],
    ['2013 AD', '2013'],
    ['September 2013', '2013'],
    ['08/01/2022', '2022'],
    ['2022-01', '2022-01'],
    ['January 2022', '2022-01'],
    ['Jan. 2022', '2022-01'],
    ['01/2022', '2022-01'],
    ['8 January 2022', '2022-01'],
    ['2022-01-08', '2022-01-08'],
    ['2022/1/8', '2022-01-08'],
    ['20220108', '2022-01-08'],
    ['8 January 2022', '2022-01-08'],
    ['8th of January, 2022', '2022-01-08'],
    ['January 8, 2022', '2022-01-08'],
    ['January the 8th 2022', '2022-01-08'],
    ['Saturday, 8 Jan 2022', '2022-01-08'],
    ['on 8 Januray 2022', '2022-01-08'],
    ['8.1.2022', '2022-01-08'],
    ['8-Jan-2022', '2022-01-08'],
    ['13 / 01 / 2022', '2022-01-13'],
    ['year: 2013', '2013'],
    ['early January 2022', '2022-01'],
    ['8. 1. 2022', '2022-01-08'],
    ['8. Jan. 2022', '2022-01-08'],
    ['13/01/2022', '2022-01-13'],
    ['01/13/2022', '2022-01-13'],
    ['08/08/2022', '2022-08-08'],
    ['８ January 2022', '2022-01-08'],
    ['Jan 2022', 'January 2022'],
  ])('takes %j for %j', (given, key) => {
    expect(judgeDate(given, key)).toEqual({ outcome: 'right', reason: 'exact', share: 1 });
  });

  it.each([
    ['2014', '2013'],
    ['2021', '2022-01-08'],
    ['January 2014', '2013'],
    ['February 2022', '2022-01'],
    ['2022-01-09', '2022-01-08'],
    ['9 January', '2022-01-08'],
    ['08/01/2021', '2022-01-08'],
    ['13/02/2022', '2022-01-13'],
  ])('refuses %j for %j', (given, key) => {
    expect(judgeDate(given, key)).toEqual({ outcome: 'wrong', reason: 'different', share: 0 });
  });

  it.each([
    ['', '2013', 'not-given'],
    ['08/01/2022', '2022-01-08', 'date-ambiguous'],
    ['01-08-2022', '2022-01-08', 'date-ambiguous'],
    ['03/05/2022', '2022-01-08', 'date-ambiguous'],
    ['13', '2013', 'date-ambiguous'],
    ["'13", '2013', 'date-ambiguous'],
    ['8/1/22', '2022-01-08', 'date-ambiguous'],
    ['2022', '2022-01-08', 'too-imprecise'],
    ['January 2022', '2022-01-08', 'too-imprecise'],
    ['8 January', '2022-01-08', 'too-imprecise'],
    ['2022', '2022-01', 'too-imprecise'],
    ['soon', '2013', 'not-a-date'],
    ['not 2013', '2013', 'not-a-date'],
    ['before 2013', '2013', 'not-a-date'],
    ['2013 or 2014', '2013', 'not-a-date'],
    ['2012-2014', '2013', 'not-a-date'],
    ['30 February 2022', '2022-01-08', 'not-a-date'],
    ['29 February 2022', '2022-01-08', 'not-a-date'],
    ['13/13/2022', '2022-01-13', 'not-a-date'],
    ['2013 BC', '2013', 'not-a-date'],
  ])('asks again after %j for %j: %s', (given, key, reason) => {
    expect(judgeDate(given, key)).toEqual({ outcome: 'again', reason, share: 0 });
  });

  it('takes every day as its own key, and never throws on what is typed', () => {
    const days = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(days, anyText(1000), ([year, month, day], text) => {
        const iso = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        for (const key of [iso, iso.slice(0, 7), iso.slice(0, 4)]) {
          expect(isDateKey(key)).toBe(true);
          expect(judgeDate(key, key).outcome).toBe('right');
          expect([0, 1]).toContain(judgeDate(text, key).share);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('knows which texts are keys, and fails loudly on a key that is no date', () => {
    expect(['2013', '2022-01', '2022-01-08'].every(isDateKey)).toBe(true);
    expect(['13', '2022-1', '2022-13', '2022-02-30', 'January 2022', ''].some(isDateKey)).toBe(false);
    expect(() => judgeDate('2013', 'soon')).toThrow('Inconsistent');
  });
});
