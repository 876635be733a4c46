import * as v from 'valibot';
import { expect, test } from 'vitest';
import { StudentAssignmentSchema } from '../../../questions/classroom/api.ts';
import { AttemptIdSchema } from '../../../questions/classroom/ids.ts';
import {
  attemptsWords,
  mayAskResults,
  openWords,
  pointsWords,
  resultsWords,
  runningAttempt,
  stateAt,
  timeWords,
  type StudentTest,
} from '../../../web/classroom/test/testWords.ts';

const OPENS = 1_000;
const CLOSES = 9_000;
const attempt = {
  attempt: '01KAVT8M000000000000000000',
  startedAtMs: 2_000,
  endsAtMs: 5_000,
  submittedAtMs: null,
  counts: true,
};

function testWith(change: object = {}): StudentTest {
  const parsed = v.parse(StudentAssignmentSchema, {
    kind: 'test',
    id: '01KAVT8M000000000000000001',
    title: 'The harbour',
    deck: 'harbour',
    deckTitle: 'Harbour',
    opensAtMs: OPENS,
    closesAtMs: CLOSES,
    minutes: 20,
    extraMinutes: 0,
    questions: 10,
    attemptsMax: 2,
    counts: 'best',
    feedback: 'at-end',
    resultsFromMs: null,
    attempts: [attempt],
    changes: [],
    nowMs: 0,
    ...change,
  });
  if (parsed.kind !== 'test') throw new Error('another kind');
  return parsed;
}

test('a test is early before it opens, and closed from its close on', () => {
  expect([999, OPENS, 8_999, CLOSES].map((nowMs) => stateAt(testWith(), nowMs))).toEqual([
    'early',
    'open',
    'open',
    'closed',
  ]);
});

test('only an attempt that has neither ended nor been handed in is gone on with', () => {
  expect(runningAttempt(testWith(), 4_999)?.attempt).toBe(attempt.attempt);
  expect(runningAttempt(testWith(), 5_000)).toBeUndefined();
  const handedIn = testWith({ attempts: [{ ...attempt, submittedAtMs: 3_000 }] });
  expect(runningAttempt(handedIn, 4_000)).toBeUndefined();
});

test('extra time is said', () => {
  expect(timeWords(testWith())).toBe('20 minutes');
  expect(timeWords(testWith({ extraMinutes: 5 }))).toBe('25 minutes, 5 of them extra for you');
  expect(timeWords(testWith({ minutes: null }))).toBe('No limit but the close');
  expect(attemptsWords(testWith())).toBe('2, of which the best one counts; 1 used');
});

test('results may be asked for when the test tells them, and never where it does not', () => {
  const may = (feedback: string, nowMs: number, resultsFromMs: number | null = null) =>
    mayAskResults(
      testWith({ feedback, resultsFromMs }),
      { ...attempt, attempt: v.parse(AttemptIdSchema, attempt.attempt) },
      nowMs,
    );
  expect(may('at-end', 4_999)).toBe(false);
  expect(may('at-end', 35_000)).toBe(false);
  expect(may('at-end', 35_001)).toBe(true);
  expect(may('after-close', 8_000, CLOSES)).toBe(false);
  expect(may('after-close', CLOSES, CLOSES)).toBe(true);
  expect(may('never', 99_000)).toBe(false);
  expect(resultsWords(testWith({ feedback: 'after-close', resultsFromMs: CLOSES }), String)).toBe(
    'After 9000',
  );
});

test('what is still open is said in a sentence', () => {
  expect(openWords(0, 0)).toBe('');
  expect(openWords(3, 0)).toBe('3 are not answered.');
  expect(openWords(1, 2)).toBe('One is not answered, 2 are not complete.');
  expect(openWords(0, 1)).toBe('One is not complete.');
});

test('points are written without needless decimals', () => {
  expect(pointsWords(12, 20)).toBe('12 of 20 points');
  expect(pointsWords(1 / 3, 1)).toBe('0.33 of 1 point');
});
