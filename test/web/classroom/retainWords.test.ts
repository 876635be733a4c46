import { expect, test } from 'vitest';
import {
  classRecallWords,
  dayName,
  daysUntilWords,
  minutesWords,
  outlookWords,
  predictionWords,
} from '../../../web/classroom/retain/retainWords.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const HOUR_MS = 3_600_000;

test('days are the learner’s own, which begin at four in the morning', () => {
  expect(daysUntilWords(NOON + 12 * HOUR_MS, NOON, 0)).toBe('today');
  expect(daysUntilWords(NOON + 17 * HOUR_MS, NOON, 0)).toBe('tomorrow');
  expect(daysUntilWords(NOON + 12 * HOUR_MS, NOON, 300)).toBe('tomorrow');
  expect(daysUntilWords(NOON + 9 * 24 * HOUR_MS, NOON, 0)).toBe('in 9 days');
});

test('a day is named by its date in the calendar', () => {
  expect(dayName(0, NOON, 0)).toBe('Today');
  expect(dayName(1, NOON, 0)).toBe('Tomorrow');
  expect(dayName(2, NOON, 0)).toContain('26');
});

test('minutes are whole, and never none', () => {
  expect([0.2, 0.8, 1.4, 4.6].map(minutesWords)).toEqual([
    'under a minute',
    'about 1 minute',
    'about 1 minute',
    'about 5 minutes',
  ]);
});

test('a target that is out of reach is said to be so, and one that is reached asks for nothing', () => {
  const plan = { ifNothing: 0.4, ifFollowed: 0.9, isReachable: true, target: 0.85 };
  expect(outlookWords(plan)).toBe(
    'With this plan you would recall about 90 % on the day, with no more practice 40 %.',
  );
  expect(outlookWords({ ...plan, ifFollowed: 0.7, isReachable: false })).toContain('as near to it as it can');
  expect(outlookWords({ ...plan, ifNothing: 0.9 })).toMatch(/^You are there: .+ 90 % on the day\.$/);
});

test('a class is said to reach the target by as many as do', () => {
  const stands = { students: 3, recalls: [0.9, 0.5], target: 0.85, isOver: false };
  expect(classRecallWords(stands)).toBe(
    '2 of 3 students have begun. Without more practice they would recall 70 % on the date; 1 of them reaches the target of 85 %.',
  );
  expect(classRecallWords({ ...stands, recalls: [0.5], isOver: true })).toBe(
    '1 of 3 students has begun. They were predicted to recall 50 % on the date; nobody reached the target of 85 %.',
  );
  expect(classRecallWords({ ...stands, recalls: [] })).toBe('0 of 3 students have begun.');
  expect(classRecallWords({ ...stands, students: 0, recalls: [] })).toBe(
    'There are no students in this class yet.',
  );
});

test('a prediction is said to be off by as many points as its figures show', () => {
  expect(predictionWords({ n: 12, predicted: 0.804, right: 0.75 })).toBe(
    '12 answers since the date: 80 % were predicted to be right, 75 % were. That is 5 points less than predicted.',
  );
  expect(predictionWords({ n: 1, predicted: 0.998, right: 1 })).toContain('That is as predicted.');
});
