import { expect, test } from 'vitest';
import { saidTimeLeft, timeLeftWords } from '../../../web/classroom/test/timeLeft.ts';

const MINUTE = 60_000;

test('the time left is in minutes, in seconds only at the very end, and in days when it is long', () => {
  expect(timeLeftWords(34.6 * MINUTE)).toBe('34 minutes left');
  expect(timeLeftWords(1.5 * MINUTE)).toBe('1:30 left');
  expect(timeLeftWords(9_100)).toBe('0:10 left');
  expect(timeLeftWords(0)).toBe('time is up');
  expect(timeLeftWords(5 * 60 * MINUTE)).toBe('5 hours left');
  expect(timeLeftWords(5 * 24 * 60 * MINUTE)).toBe('5 days left');
});

test('it is said aloud at ten, five and one minutes alone', () => {
  const said = new Set<string>();
  for (let left = 30 * MINUTE; left >= 0; left -= 1000) said.add(saidTimeLeft(left));
  expect([...said]).toEqual(['', '10 minutes left.', '5 minutes left.', 'One minute left.']);
  expect(saidTimeLeft(10.1 * MINUTE)).toBe('');
  expect(saidTimeLeft(10 * MINUTE)).toBe('10 minutes left.');
});
