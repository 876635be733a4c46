import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AssignmentIdSchema } from '../../../questions/classroom/ids.ts';
import { formOf, newForm, type Form } from '../../../web/classroom/editor/form.ts';
import { readForm } from '../../../web/classroom/editor/readForm.ts';

const ID = v.parse(AssignmentIdSchema, '01ARZ3NDEKTSV4RRFFQ69G5FAV');
const NOW = new Date(2026, 10, 24, 14, 5).getTime();
const FORM: Form = { ...newForm(ID, 'abc', NOW), title: 'Week one', deck: 'a-deck' };

function settingsOf(form: Form) {
  const read = readForm(form);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

describe('a new assignment', () => {
  test('is a test that opens now, for a week, and lacks a title and a deck', () => {
    expect(settingsOf(FORM)).toMatchObject({
      kind: 'test',
      opensAtMs: NOW,
      count: 10,
      minutes: null,
      points: {},
    });
    expect(readForm(newForm(ID, 'abc', NOW))).toEqual({
      ok: false,
      problems: { title: 'The title is empty.', deck: 'Please choose a deck.' },
    });
  });
});

test.each<readonly [string, Partial<Form>]>([
  ['tags', { by: 'tags', tags: ['csto'] }],
  ['passages', { by: 'facts', facts: ['a-fact', 'b-fact'] }],
  [
    'questions, no count, points',
    { by: 'questions', questions: ['a/b'], count: '', points: { 'a/b': '2.5' } },
  ],
  ['rules', { draw: 'each', minutes: '20', attempts: '3', counts: 'last', feedback: 'at-once' }],
  ['retain', { kind: 'retain', by: 'tags', tags: ['csto'], target: '92.5' }],
])('what was saved is what is edited again: %s', (_, part) => {
  const settings = settingsOf({ ...FORM, ...part });
  expect(settingsOf(formOf(ID, settings, 'another'))).toEqual(settings);
});

test('a question whose points are one or nothing has none of its own', () => {
  expect(settingsOf({ ...FORM, points: { 'a/b': '1', 'a/c': '', 'a/d': '0,5' } })).toMatchObject({
    points: { 'a/d': 0.5 },
  });
});

test.each<readonly [keyof Form, string, string]>([
  ['title', ' ', 'title'],
  ['count', '0', 'count'],
  ['count', '2.5', 'count'],
  ['count', 'many', 'count'],
  ['opens', '', 'opensAtMs'],
  ['closes', '2026-11-24T14:05', 'closesAtMs'],
  ['closes', 'never', 'closesAtMs'],
  ['minutes', '601', 'minutes'],
  ['attempts', '', 'attempts'],
])('%s as %j is said to be wrong at its own field alone', (name, value, field) => {
  const read = readForm({ ...FORM, [name]: value });
  expect(read.ok ? [] : Object.keys(read.problems)).toEqual([field]);
});

test.each<readonly [Partial<Form>, object]>([
  [{ by: 'tags' }, { scope: 'Please choose a tag.' }],
  [{ by: 'facts' }, { scope: 'Please choose a passage.' }],
  [{ by: 'questions' }, { scope: 'Please choose a question.' }],
  [{ points: { 'a/b': '0.3' } }, { points: 'Points go from 0.5 to 100, in halves.' }],
  [{ kind: 'retain', target: '99' }, { target: 'A share from 50 to 97 per cent.' }],
  [{ kind: 'retain', target: '' }, { target: 'A share from 50 to 97 per cent.' }],
  [{ kind: 'retain', date: FORM.opens }, { dateMs: 'This has to be after the opening.' }],
])('%j is answered with what to do', (part, problems) => {
  expect(readForm({ ...FORM, ...part })).toEqual({ ok: false, problems });
});
