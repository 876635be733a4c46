import { expect, test } from 'vitest';
import type { View } from '../../../questions/kinds.ts';
import {
  answerOf,
  givensOf,
  mergedWith,
  standOf,
  untouched,
  withDraft,
  withSeconds,
} from '../../../web/classroom/test/worked.ts';

const choice: View = { kind: 'choice', prompt: 'Where?', options: ['Orvik', 'Tarn Point'] };
const list: View = { kind: 'list', prompt: 'Name them.', count: 3 };
const cloze: View = { kind: 'cloze', prompt: 'Fill in.', parts: ['a ', ' b ', ''], shows: ['x', 'y'] };
const number: View = { kind: 'number', prompt: 'How long?' };

test('a question is open until something is in it, begun while something is missing, and answered then', () => {
  expect(standOf(choice, untouched(0))).toBe('open');
  expect(standOf(choice, withDraft(untouched(0), 'Orvik'))).toBe('answered');
  expect(standOf(cloze, withDraft(untouched(0), ['one', '']))).toBe('begun');
  expect(standOf(cloze, withDraft(untouched(0), ['one', 'two']))).toBe('answered');
});

test('"I do not know" is an answer, and what was emptied again is open', () => {
  expect(standOf(number, withDraft(untouched(0), null))).toBe('answered');
  expect(standOf(number, withDraft(untouched(0), ' '))).toBe('open');
  expect(standOf(cloze, withDraft(untouched(0), ['', '']))).toBe('open');
});

test('an answer goes as its kind gives it; what the server could not take does not go', () => {
  expect(answerOf(list, withDraft(untouched(0), [' salt', '', 'rope']))).toEqual(['salt', 'rope']);
  expect(answerOf(choice, withDraft(untouched(0), 'a place that is gone'))).toBeUndefined();
  const all = [withDraft(untouched(0), 'gone'), withDraft(untouched(1), '340')];
  expect(givensOf([choice, number], all, 'all')).toEqual([{ at: 1, answer: '340', seconds: 0 }]);
});

test('an emptied answer goes too, so that the one before it no longer counts', () => {
  const emptied = withDraft({ ...withDraft(untouched(0), '340'), saved: true }, '');
  expect(givensOf([number], [emptied], 'unsaved')).toEqual([{ at: 0, answer: '', seconds: 1 }]);
});

test('only what has changed since it was put into a segment is unsaved', () => {
  const saved = { ...withDraft(untouched(0), '340'), saved: true };
  expect(givensOf([number], [saved], 'unsaved')).toEqual([]);
  expect(givensOf([number], [saved], 'all')).toHaveLength(1);
  expect(givensOf([number], [withDraft(saved, '341')], 'unsaved')).toHaveLength(1);
});

test('of two devices the one that looked longer has the later answer; a tie goes to what is here', () => {
  const here = withSeconds(withDraft(untouched(0), 'here'), 9);
  expect(mergedWith(here, { at: 0, answer: 'there', seconds: 9 }).draft).toBe('here');
  expect(mergedWith(here, { at: 0, answer: 'there', seconds: 10 })).toMatchObject({
    draft: 'there',
    seconds: 10,
    saved: true,
  });
  expect(mergedWith(untouched(0), { at: 0, answer: 'there', seconds: 0 }).draft).toBe('there');
});

test('a change of what was saved is later than it, even within the same second', () => {
  const saved = { ...withDraft(untouched(0), 'first'), saved: true };
  const changed = withDraft(saved, 'second');
  expect(mergedWith(saved, { at: 0, answer: 'second', seconds: changed.seconds }).draft).toBe('second');
});
