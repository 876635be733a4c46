import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from '../../web/backoff.ts';

const none = () => 0;

test('waits twice as long after every failure, up to five minutes, of which a random half', () => {
  expect([1, 2, 3, 20].map((failures) => backoffMs(failures, null, none))).toEqual([
    1000, 2000, 4000, 150_000,
  ]);
  expect(backoffMs(20, null, (span) => span)).toBe(300_000);
});

test('never comes back before the server wants it to', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.nat(10_000_000),
      (failures, wait) => backoffMs(failures, wait, none) >= wait,
    ),
  );
});
