import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endTimer } from '../../../web/classroom/test/endTimer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A timer for an end that far from now (ms), on a clock that sleeps through `asleepMs` beside its timers. */
function timed(leftMs: number, asleepMs = 0) {
  const said: string[] = [];
  const from = Date.now();
  const left = () => leftMs - (Date.now() - from) - asleepMs;
  const timer = endTimer(
    () => {
      said.push('near');
      timer.set(left());
    },
    () => (left() > 0 ? timer.set(left()) : void said.push('end')),
  );
  timer.set(leftMs);
  return said;
}

test('asks once shortly before the end, and ends', () => {
  const said = timed(600_000);
  vi.advanceTimersByTime(539_000);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(31_000);
  expect(said).toEqual(['near']);
  vi.advanceTimersByTime(30_100);
  expect(said).toEqual(['near', 'end']);
});

test('ends soon after a device wakes up that slept over the end', () => {
  const said = timed(600_000, 595_000);
  vi.advanceTimersByTime(15_000);
  expect(said).toEqual(['end']);
});
