import { expect, test } from 'vitest';
import { countsOf, quoteAt } from '../../../web/embed/telling.ts';

const TEXT = `${'a'.repeat(100)}the passage${'z'.repeat(100)}`;

test('a passage is told with 64 characters before and after it', () => {
  expect(quoteAt(TEXT, { start: 100, end: 111 })).toEqual({
    exact: 'the passage',
    prefix: 'a'.repeat(64),
    suffix: 'z'.repeat(64),
  });
});

test('at the ends of the document there is less around it', () => {
  expect(quoteAt('the passage', { start: 0, end: 11 })).toEqual({
    exact: 'the passage',
    prefix: '',
    suffix: '',
  });
});

test('each answer counts in one of the four, a claimed one as right', () => {
  const outcomes = [
    ['right', 3],
    ['close', 2],
    ['partial', 2],
    ['wrong', 1],
    ['wrong', 3],
  ] as const;
  const asked = outcomes.map(([outcome, rating]) => ({ outcome, rating }));
  expect(countsOf(asked)).toEqual({ right: 2, close: 1, partial: 1, wrong: 1 });
});
