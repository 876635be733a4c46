import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumber } from '../../../questions/typed/number.ts';
import type { NumberKey } from '../../../questions/typed/number.ts';
import { readQuantity } from '../../../questions/typed/quantity.ts';
import { anyText } from './anyText.ts';

describe('readQuantity', () => {
  it.each([
    ['4000', 4000],
    ['4,000', 4000],
    ['4 000', 4000],
    ['4.000', 4000],
    ['4\u2009000', 4000],
    ['4\u00a0000', 4000],
    ['4\u202f000', 4000],
    ["4'000", 4000],
    ['4k', 4000],
    ['4 thousand', 4000],
    ['four thousand', 4000],
    ['a thousand', 1000],
    ['1.5 million', 1_500_000],
    ['1,5 million', 1_500_000],
    ['half a million', 500_000],
    ['two and a half million', 2_500_000],
    ['1,234,567.5', 1_234_567.5],
    ['1.234.567,5', 1_234_567.5],
    ['12,34,567', 1_234_567],
    ['twenty-five', 25],
    ['one hundred and five', 105],
    ['two million three hundred thousand and twelve', 2_300_012],
    ['4 thousand 500', 4500],
    ['9th', 9],
    ['ninth', 9],
    ['the twenty-fifth', 25],
    ['about 4000', 4000],
    ['~ 4000', 4000],
    ['approximately four thousand', 4000],
    ['more than 4000', 4000],
    ['4000 or so', 4000],
    ['it was roughly 4000, I think', 4000],
    ['-5', -5],
    ['minus five', -5],
    ['0.200', 0.2],
    ['.2', 0.2],
    ['number 9', 9],
    ['1e5', 100_000],
    ['2½', 2.5],
    ['2 1/2', 2.5],
    ['a dozen', 12],
  ])('reads %j as %d', (text, value) => {
    expect(readQuantity(text)[0]).toEqual({ value, part: false });
  });

  it.each([
    ['a fifth', 0.2],
    ['one fifth', 0.2],
    ['1/5', 0.2],
    ['⅕', 0.2],
    ['two thirds', 2 / 3],
    ['half', 0.5],
    ['three quarters', 0.75],
    ['one in five', 0.2],
    ['1 out of 5', 0.2],
    ['a fifth of the gas', 0.2],
  ])('reads %j as a part of one', (text, value) => {
    expect(readQuantity(text)[0]).toEqual({ value, part: true });
  });

  it.each([
    ['7 thousand kilometers', 7000, 'kilometers'],
    ['7000km', 7000, 'km'],
    ['20 %', 20, '%'],
    ['20 per cent of the gas', 20, 'per cent'],
    ['$10 billion', 10e9, '$'],
    ['5 km²', 5, 'km2'],
    ['4000 Russian soldiers', 4000, 'russian soldiers'],
  ])('reads %j with its unit', (text, value, unit) => {
    expect(readQuantity(text)[0]).toEqual({ value, unit, part: false });
  });

  it.each([
    'dozens of',
    'many',
    'thousands',
    'tens of billions',
    'less than 4000',
    'not 4000',
    '3000-4000',
    '3 or 4',
    '3 to 5 thousand',
    'four five',
    '1.2.3',
    '4 000 00',
    'the',
    '1/0',
    '9'.repeat(400),
    'x'.repeat(10_000),
    'six and seven',
  ])('finds no one number in %j', (text) => {
    expect(readQuantity(text)).toEqual([]);
  });
});

describe('judgeNumber', () => {
  const soldiers: NumberKey = { answer: 4000, unit: 'soldiers' };
  const border: NumberKey = { answer: 7000, unit: 'km' };
  const gas: NumberKey = { answer: 20, unit: '%' };

  it.each<[string, NumberKey]>([
    ['4000', soldiers],
    ['about 4 thousand soldiers', soldiers],
    ['4,000 Soldier', soldiers],
    ['4.000', soldiers],
    ['4000 troops', soldiers],
    ['4000 men', soldiers],
    ['4000 people', soldiers],
    ['4000 persons', soldiers],
    ['4000 Russian troops', soldiers],
    ['4000 soldiers', { answer: 4000, unit: 'troops' }],
    ['4.000', { answer: 4 }],
    ['7000', border],
    ['7 thousand kilometers', border],
    ['7,000 kilometres long', border],
    ['7000000 m', border],
    ['4350 miles', border],
    ['4 m', { answer: 4, unit: 'm' }],
    ['4m', { answer: 4_000_000, unit: 'people' }],
    ['4 million persons', { answer: 4_000_000, unit: 'people' }],
    ['a fifth', gas],
    ['fifth', gas],
    ['1/5', gas],
    ['0.2', gas],
    ['20 %', gas],
    ['20', gas],
    ['20 per cent', gas],
    ['twenty percent', gas],
    ['one in five', gas],
    ['a third', { answer: 33, unit: '%' }],
    ['20 %', { answer: 0.2, unit: 'ratio' }],
    ['18 months', { answer: 1.5, unit: 'years' }],
    ['ninth', { answer: 9 }],
    ['9th largest country in the world', { answer: 9 }],
    ['six members', { answer: 6 }],
    ['a fifth', { ...gas, unitRequired: true }],
    ['7000 km', { ...border, unitRequired: true }],
  ])('takes %j for %j', (given, key) => {
    expect(judgeNumber(given, key)).toMatchObject({ outcome: 'right', share: 1 });
  });

  it.each<[string, NumberKey]>([
    ['4001', soldiers],
    ['4', soldiers],
    ['40,000', soldiers],
    ['4,000', { answer: 4 }],
    ['2014', { answer: 2013 }],
    ['7000 m', border],
    ['7000 miles', border],
    ['0.2 %', gas],
    ['a quarter', gas],
    ['fifth', { answer: 6 }],
    ['-6', { answer: 6 }],
  ])('refuses %j for %j', (given, key) => {
    expect(judgeNumber(given, key)).toEqual({ outcome: 'wrong', reason: 'different', share: 0 });
  });

  it.each<[string, NumberKey, string]>([
    ['', soldiers, 'not-given'],
    ['dozens of', soldiers, 'not-a-number'],
    ['4000 women', soldiers, 'unit-wrong'],
    ['4000 tanks', soldiers, 'unit-wrong'],
    ['4000 km', soldiers, 'unit-wrong'],
    ['7000 kg', border, 'unit-wrong'],
    ['7000 versts', border, 'unit-wrong'],
    ['7000 km', { answer: 7000 }, 'unit-wrong'],
    ['7000', { ...border, unitRequired: true }, 'unit-missing'],
    ['1', { ...border, unitRequired: true }, 'unit-missing'],
    ['20 percentage points', gas, 'unit-wrong'],
  ])('asks again after %j for %j: %s', (given, key, reason) => {
    expect(judgeNumber(given, key)).toEqual({ outcome: 'again', reason, share: 0 });
  });

  it('says when only the tolerance makes it right', () => {
    expect(judgeNumber('7100', { ...border, tolerance: 100 })).toMatchObject({
      outcome: 'right',
      reason: 'within-tolerance',
    });
    expect(judgeNumber('7101', { ...border, tolerance: 100 }).outcome).toBe('wrong');
    expect(judgeNumber('7000', { ...border, tolerance: 100 }).reason).toBe('exact');
  });

  it('takes the exact number, however it is written by the machine', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (answer) => {
        expect(judgeNumber(String(answer), { answer }).outcome).toBe('right');
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (answer) => {
        expect(judgeNumber(answer.toLocaleString('en'), { answer }).outcome).toBe('right');
        expect(judgeNumber(answer.toLocaleString('de'), { answer }).outcome).toBe('right');
      }),
    );
  });

  it('never throws, and keeps the share within 0 and 1', () => {
    const parts = fc.constantFrom(
      '4',
      ' ',
      '000',
      '.',
      ',',
      'thousand',
      ' a ',
      'fifth',
      'half',
      ' and ',
      'one',
      '/',
      'in',
      '%',
      'km',
      '-',
      'm',
      'hundred',
      'dozen',
      'of',
    );
    const texts = fc.oneof(
      anyText(1000),
      fc.array(parts, { maxLength: 12 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect([0, 1]).toContain(judgeNumber(text, { answer: 20, unit: '%' }).share);
      }),
      { numRuns: 200 },
    );
  });
});
