import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ColumnSchema } from '../../../questions/classroom/gradebook.ts';
import type { View } from '../../../questions/kinds.ts';
import { doingsFor, doneBy, howOf, startOf } from '../../../web/classroom/grading/repairing.ts';

const CHOICE: View = { kind: 'choice', prompt: 'Where?', options: ['Orvik', 'Tarn Point'] };
const LIST: View = { kind: 'list', prompt: 'Which?', count: 3 };

function column(repair: 'key' | 'credit' | 'drop' | null) {
  return v.parse(ColumnSchema, { question: 'fact/q', kind: 'choice', prompt: 'Where?', outOf: 1, repair });
}

describe('what can be done about a question', () => {
  test('is to change its key only where the deck still has it', () => {
    expect(doingsFor(column(null), true)).toEqual(['key', 'credit', 'drop']);
    expect(doingsFor(column(null), false)).toEqual(['credit', 'drop']);
  });

  test('is to take a repair back only where there is one', () => {
    expect(doingsFor(column('credit'), true)).toEqual(['key', 'credit', 'drop', 'undo']);
  });
});

describe('a repair', () => {
  test('of a key asks for an answer first', () => {
    expect(howOf(startOf(CHOICE, undefined), CHOICE)).toEqual({ missing: 'Choose one option first.' });
  });

  test('begins with a student’s answer where one objects, and leaves the deck’s key right', () => {
    expect(howOf(startOf(CHOICE, 'Tarn Point'), CHOICE)).toEqual({
      do: 'key',
      answer: 'Tarn Point',
      also: true,
    });
  });

  test('begins anew where the student did not know', () => {
    expect(howOf(startOf(CHOICE, null), CHOICE)).toEqual({ missing: 'Choose one option first.' });
  });

  test('of a list leaves empty lines out', () => {
    const draft = { ...startOf(LIST, undefined), key: [' salt ', '', 'rope'], also: false };
    expect(howOf(draft, LIST)).toEqual({ do: 'key', answer: ['salt', 'rope'], also: false });
  });

  test('of a question that is gone gives credit', () => {
    expect(howOf(startOf(undefined, 'x'), undefined)).toEqual({ do: 'credit' });
  });

  test('changes its words with what it does, until somebody writes others', () => {
    const first = startOf(CHOICE, undefined);
    expect(doneBy(first, 'drop').words).toBe('This question does not count.');
    expect(doneBy({ ...first, words: 'My fault.' }, 'drop').words).toBe('My fault.');
  });
});
