import { describe, expect, test } from 'vitest';
import { solutionOf } from '../../../questions/kinds.ts';
import { askedAbout, outcome, question, viewFor } from './asked.ts';

const border = question({
  kind: 'number',
  prompt: 'How long is the border, in kilometres?',
  answer: 7000,
  unit: 'km',
});
const height = question({
  kind: 'number',
  prompt: 'How high is it?',
  answer: 1.5,
  unit: 'km',
  unitRequired: true,
  tolerance: 0.1,
});

describe('number', () => {
  test.each([
    ['7000', 'right'],
    ['7,000', 'right'],
    ['7 thousand kilometers', 'right'],
    ['about 7k km', 'right'],
    ['7,000,000 m', 'right'],
    ['700', 'wrong'],
    ['7000 kg', 'again'],
    ['long', 'again'],
    ['', 'incomplete'],
    [7000, 'malformed'],
    [Number.NaN, 'malformed'],
  ])('%j is %s', (answer, expected) => expect(outcome(border, answer)).toBe(expected));

  test.each([
    ['1.5 km', 'right'],
    ['1,600 m', 'right'],
    ['1.7 km', 'wrong'],
    ['1.5', 'again'],
  ])('where the unit is required, %j is %s', (answer, expected) =>
    expect(outcome(height, answer)).toBe(expected),
  );

  test('shows the unit where it may be left out, and keeps it back where it is asked for', () => {
    expect(viewFor(border)).toMatchObject({ unit: 'km' });
    expect(viewFor(height)).not.toHaveProperty('unit');
  });

  test.each([
    [7000, '7000 km'],
    [12_500, '12,500 km'],
    [1_234_567, '1,234,567 km'],
    [2.5, '2.5 km'],
  ])('writes %d as %s', (answer, text) => {
    const asked = question({ kind: 'number', prompt: 'How long?', answer, unit: 'km' });
    expect(solutionOf(asked, askedAbout())).toEqual([text]);
  });
});
