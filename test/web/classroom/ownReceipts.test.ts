import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AssignmentIdSchema, AttemptIdSchema } from '../../../questions/classroom/ids.ts';
import { AT_FIRST, type KeptAttempt } from '../../../web/classroom/test/keptAttempt.ts';
import { withOwnReceipts } from '../../../web/classroom/test/ownReceipts.ts';
import { runningAttempt, type StudentTest } from '../../../web/classroom/test/testWords.ts';

const ID = v.parse(AssignmentIdSchema, '01KAVT8M000000000000000001');
const FIRST = v.parse(AttemptIdSchema, '01KAVT8M00000000000000000A');
const SECOND = v.parse(AttemptIdSchema, '01KAVT8M00000000000000000B');

const listed: StudentTest = {
  kind: 'test',
  id: ID,
  title: 'The harbour',
  deck: 'harbour',
  deckTitle: 'Harbour',
  opensAtMs: 0,
  closesAtMs: 9_000,
  minutes: null,
  extraMinutes: 0,
  questions: 3,
  attemptsMax: 2,
  counts: 'last',
  feedback: 'at-end',
  resultsFromMs: null,
  attempts: [{ attempt: FIRST, startedAtMs: 0, endsAtMs: 9_000, submittedAtMs: null, counts: true }],
  changes: [],
  nowMs: 5_000,
};

function receipt(attempt: typeof FIRST, late = false): KeptAttempt {
  const fixed = {
    attempt,
    owner: '',
    class: '',
    assignment: ID,
    title: '',
    deck: '',
    sitting: null,
    aheadMs: 0,
  };
  const done = { receipt: 'signed', receivedAtMs: 4_000, late };
  return { fixed, progress: { ...AT_FIRST, done }, worked: new Map() };
}

test('an attempt with a receipt is not gone on with, however late the list is', () => {
  expect(runningAttempt(listed, 5_000)?.attempt).toBe(FIRST);
  expect(runningAttempt(withOwnReceipts(listed, [receipt(FIRST)]), 5_000)).toBeUndefined();
});

test('an attempt that the list does not show yet counts as used', () => {
  const seen = withOwnReceipts(listed, [receipt(SECOND)]);
  expect(seen.attempts.map(({ attempt, submittedAtMs }) => [attempt, submittedAtMs])).toEqual([
    [FIRST, null],
    [SECOND, 4_000],
  ]);
});

test('an attempt that was begun on two devices at once is one, whichever beginning the list names', () => {
  const later = v.parse(AttemptIdSchema, '01KAVT8MZZ000000000000000A');
  const seen = withOwnReceipts(listed, [receipt(later)]);
  expect(seen.attempts.map(({ attempt, submittedAtMs }) => [attempt, submittedAtMs])).toEqual([
    [FIRST, 4_000],
  ]);
});

test('what came after the end is not handed in', () => {
  expect(withOwnReceipts(listed, [receipt(FIRST, true)])).toEqual(listed);
});
