import { expect, test } from 'vitest';
import { moved } from '../../web/move.ts';
import { inShownOrder } from '../../web/shuffle.ts';

test('shows numbers by size, never shuffled', () => {
  expect(inShownOrder(['4', '6', '1,000'], 'any seed')).toEqual(['4', '6', '1,000']);
});

test('shuffles other options, the same way for the same seed', () => {
  const options = ['Armenia', 'Belarus', 'China', 'Russia', 'Tajikistan'];
  expect(inShownOrder(options, 's')).toEqual(inShownOrder(options, 's'));
  expect([...inShownOrder(options, 's')].sort()).toEqual(options);
  expect(
    new Set(['1', '2', '3', '4', '5', '6'].map((seed) => inShownOrder(options, seed).join())).size,
  ).toBeGreaterThan(1);
});

test('moves an item up and down and keeps the rest in order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
});
