import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightTimes } from '../../web/rightTimes.ts';
import { newRow, type ReviewRow } from '../../web/storeRows.ts';
import { answer, HARBOUR } from './reviews.ts';

const YEAR_MS = 365 * 86_400_000;
const NOW = 1_800_000_000_000;

const row = (n: number, atMs: number, offMs = 0): ReviewRow =>
  newRow(HARBOUR, { ...answer(n), answeredAtMs: atMs }, offMs);
const times = (rows: readonly ReviewRow[]) => rows.map(({ review }) => review.answeredAtMs);

test('leaves alone what a right clock wrote, however long ago', () => {
  expect(rightTimes([row(1, NOW - YEAR_MS), row(2, NOW)], 0, NOW)).toEqual([]);
});

test.each([
  ['behind', 3 * YEAR_MS],
  ['ahead', -3 * YEAR_MS],
])('moves what a clock wrote that was years %s', (_, offMs) => {
  const written = [row(1, NOW - offMs - 60_000), row(2, NOW - offMs)];
  expect(times(rightTimes(written, offMs, NOW))).toEqual([NOW - 60_000, NOW]);
});

test('moves each review by what its own correction lacks, and only once', () => {
  const written = [row(1, NOW - YEAR_MS - 5000), row(2, NOW - 3000, YEAR_MS)];
  const right = rightTimes(written, YEAR_MS, NOW);
  expect(right.map(({ id, offMs }) => [id, offMs])).toEqual([[answer(1).id, YEAR_MS]]);
  expect(times(right)).toEqual([NOW - 5000]);
  expect(rightTimes(right, YEAR_MS, NOW)).toEqual([]);
});

test('whatever the clock did, nothing lies in the future, and one correction keeps order and distances', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(moments, fc.integer({ min: -1e12, max: 1e12 }), (written, offMs) => {
      const rows = written.map((atMs, n) => row(n, atMs));
      const moved = new Map(rightTimes(rows, offMs, NOW).map((right) => [right.id, right]));
      const all = times(rows.map((one) => moved.get(one.id) ?? one));
      expect(Math.max(...all)).toBeLessThanOrEqual(NOW + 60_000);
      if (Math.min(...all) === 0) return;
      const [first = 0] = written;
      expect(all.map((atMs) => atMs - (all[0] ?? 0))).toEqual(written.map((atMs) => atMs - first));
    }),
  );
});
