import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { GradebookSchema, RowSchema, type Row } from '../../../questions/classroom/gradebook.ts';
import {
  answerText,
  countedOf,
  discriminationText,
  overviewWords,
  pointsText,
  remarksOn,
  secondsWords,
  stateWords,
} from '../../../web/classroom/grading/gradingWords.ts';
import { sortedRows } from '../../../web/classroom/grading/sorting.ts';

const MEMBER = '0'.repeat(26);
const ATTEMPT = '01HZ0000000000000000000000';
const CLOSES = 1_000_000;

/** An attempt with so many of four points, and these late answers. */
function attempt(points: number, late = 0) {
  return {
    attempt: ATTEMPT,
    startedAtMs: 0,
    endsAtMs: CLOSES,
    submittedAtMs: 500,
    lastAtMs: 500,
    points,
    outOf: 4,
    seed: 'A',
    earlierRevision: false,
    marks: Array.from({ length: late }, (_, at) => ({
      question: `fact/q${at}`,
      at,
      share: 0,
      points: 0,
      outOf: 1,
      seconds: 0,
      late: { answer: 'x', receivedAtMs: CLOSES + 60_000 },
    })),
  };
}

function row(change: object = {}): Row {
  return v.parse(RowSchema, {
    member: MEMBER,
    name: 'Asel',
    gone: false,
    state: 'not-started',
    closesAtMs: CLOSES,
    extraMinutes: 0,
    attempts: [],
    counted: null,
    surplus: 0,
    ...change,
  });
}

describe('a student’s state', () => {
  test('says of whoever can still begin that it has not begun, and of others that they did not', () => {
    expect(stateWords(row(), CLOSES)).toBe('not begun');
    expect(stateWords(row(), CLOSES + 1)).toBe('did not begin');
  });

  test('names extra time, late answers, the attempt that counts and those too many', () => {
    const told = row({
      state: 'over',
      gone: true,
      extraMinutes: 1,
      attempts: [attempt(1, 2), attempt(3)],
      counted: 1,
      surplus: 1,
    });
    expect(remarksOn(told)).toEqual([
      'no longer in the class',
      '1 extra minute',
      '2 late answers',
      'attempt 2 of 2 counts',
      '1 attempt too many, not counted',
    ]);
    expect(countedOf(told)?.points).toBe(3);
  });

  test('has no remark where there is nothing to remark', () => {
    expect(remarksOn(row({ state: 'submitted', attempts: [attempt(4)], counted: 0 }))).toEqual([]);
  });
});

test('the overview counts who is in the class, whatever those who left have done', () => {
  const book = v.parse(GradebookSchema, {
    title: 'T',
    columns: [],
    rows: [row(), row({ state: 'submitted' }), row({ state: 'submitted', gone: true })],
    disputes: [],
  });
  expect(overviewWords(book)).toBe('2 students: 1 handed in, 1 not begun.');
  expect(overviewWords({ ...book, rows: [] })).toBe('There are no students in this class yet.');
});

test('figures are as short as they can be', () => {
  expect([pointsText(2), pointsText(0.5), pointsText(1 / 3)]).toEqual(['2', '0.5', '0.33']);
  expect([secondsWords(59.6), secondsWords(45), secondsWords(125)]).toEqual(['1 min', '45 s', '2 min 5 s']);
  expect([discriminationText(0.413), discriminationText(-0.2), discriminationText(-0.001)]).toEqual([
    '0.41',
    '−0.20',
    '0.00',
  ]);
});

test('every shape of answer is one line', () => {
  expect(answerText(null)).toBe('I do not know');
  expect(answerText('Orvik')).toBe('Orvik');
  expect(answerText(['salt', 'rope'])).toBe('salt; rope');
  expect(answerText([['The council', 'expects a ferry']])).toBe('The council – expects a ferry');
});

describe('the lines', () => {
  const none = row({ name: 'none' });
  const low = row({ name: 'low', state: 'over', attempts: [attempt(0)], counted: 0 });
  const high = row({ name: 'high', state: 'submitted', attempts: [attempt(4)], counted: 0 });
  const names = (rows: readonly Row[]) => rows.map(({ name }) => name);

  test('by name stay as they come', () => {
    expect(names(sortedRows([high, none, low], 'name'))).toEqual(['high', 'none', 'low']);
  });

  test('by total begin with those who have none', () => {
    expect(names(sortedRows([high, low, none], 'total'))).toEqual(['none', 'low', 'high']);
  });

  test('by state begin with those who have not begun', () => {
    expect(names(sortedRows([high, low, none], 'state'))).toEqual(['none', 'low', 'high']);
  });
});
