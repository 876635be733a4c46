import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../web/classroom/grading/csvFile.ts';
import { fieldTime, timeInField } from '../../../web/classroom/grading/fieldTime.ts';
import { knownLevel } from '../../../web/classroom/grading/knownLevel.ts';
import { inShownOrder } from '../../../web/shuffle.ts';
import { printedSolution } from '../../../web/classroom/grading/printedSolution.ts';
import {
  seedFrom,
  versionsOf,
  PrintedQuestionSchema,
  type PrintedQuestion,
} from '../../../web/classroom/grading/paperVersions.ts';

test('each version has a seed of its own, the same every time', () => {
  expect(versionsOf('K7', 3)).toEqual([
    { letter: 'A', seed: 'K7-A' },
    { letter: 'B', seed: 'K7-B' },
    { letter: 'C', seed: 'K7-C' },
  ]);
});

test('a seed is 1 to 24 letters, digits or hyphens', () => {
  expect(seedFrom(' K7-x ')).toBe('K7-x');
  expect([seedFrom(null), seedFrom(''), seedFrom('a b'), seedFrom('é'), seedFrom('a'.repeat(25))]).toEqual(
    Array(5).fill(undefined),
  );
});

test('a file’s name has letters, digits and hyphens alone, whatever the title', () => {
  const day = Date.UTC(2026, 10, 24, 23, 59);
  expect(fileNameOf('Été à Almaty / ../x', 'marks', day)).toBe('ete-a-almaty-x-marks-2026-11-24.csv');
  expect(fileNameOf('Қазақстан', 'answers', day)).toBe('test-answers-2026-11-24.csv');
});

test('a moment goes into a field and comes back, to the minute', () => {
  const atMs = new Date(2026, 2, 29, 4, 5).getTime();
  expect(fieldTime(atMs + 59_999)).toBe('2026-03-29T04:05');
  expect(timeInField('2026-03-29T04:05')).toBe(atMs);
  expect([timeInField(''), timeInField('2026-03-29'), timeInField('2026-13-01T00:00')]).toEqual(
    Array(3).fill(undefined),
  );
});

test('a passage’s step is that of the share as it is shown', () => {
  expect([0, 0.394, 0.396, 0.594, 0.796, 1].map(knownLevel)).toEqual([
    'hardly',
    'hardly',
    'partly',
    'partly',
    'well',
    'well',
  ]);
});

describe('an answer sheet', () => {
  const about = { question: 'fact/q', outOf: 1, statement: '', passage: '' };
  const printed = (view: object, solution: readonly string[]): PrintedQuestion =>
    v.parse(PrintedQuestionSchema, { ...about, view, solution });

  test('names the letter that each right side has in this version', () => {
    const rights = ['a ferry', 'the channel', 'the cranes'];
    const match = printed({ kind: 'match', prompt: 'Match.', lefts: ['council', 'people'], rights }, [
      'council – a ferry',
      'people – the cranes',
    ]);
    for (const seed of ['K7-A/0', 'K7-B/0', 'K7-C/0']) {
      const shown = inShownOrder(rights, seed);
      const letter = (right: string) => 'abc'.charAt(shown.indexOf(right));
      expect(printedSolution(match, seed)).toEqual([
        `${letter('a ferry')}: council – a ferry`,
        `${letter('the cranes')}: people – the cranes`,
      ]);
    }
  });

  test('numbers what has an order, and leaves other answers as they are', () => {
    expect(
      printedSolution(printed({ kind: 'order', prompt: 'Order.', items: ['b', 'a'] }, ['a', 'b']), 'x'),
    ).toEqual(['1. a', '2. b']);
    expect(printedSolution(printed({ kind: 'list', prompt: 'Name.', count: 2 }, ['a', 'b']), 'x')).toEqual([
      'a',
      'b',
    ]);
  });
});
