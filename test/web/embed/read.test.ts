import { expect, test } from 'vitest';
import { readFromFrame } from '../../../web/embed/loader/read.ts';
import type { FromFrame } from '../../../web/embed/messages.ts';

const KEY = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ANSWER = { type: 'answer', deck: 'd', fact: 'f', question: 'q', outcome: 'right', answered: 1, of: 5 };
const COMPLETE = { type: 'complete', deck: 'd', answered: 3, right: 1, close: 1, partial: 0, wrong: 1 };

const good: readonly FromFrame[] = [
  { type: 'height', px: 0 },
  { type: 'height', px: 100_000 },
  { type: 'ready', deck: 'd', title: 'A deck', questions: 5 },
  { ...ANSWER, type: 'answer', outcome: 'partial' },
  { ...COMPLETE, type: 'complete' },
  { type: 'want-key' },
  { type: 'forget' },
  { type: 'use-key', key: KEY },
  { type: 'waiting', value: null },
  { type: 'waiting', value: 'x'.repeat(65_536) },
  { type: 'show', go: true, exact: 'a', prefix: '', suffix: '' },
  { type: 'hide' },
];

test.each(good)('reads %j', (message) => {
  expect(readFromFrame(message)).toEqual(message);
});

test('gives the named fields alone, whatever else comes with them', () => {
  expect(readFromFrame({ ...ANSWER, answer: 'Russia', key: KEY, __proto__: { of: 9 } })).toEqual(ANSWER);
});

const noMessages = [undefined, null, 0, 'height', true, [], ['height'], new Map([['type', 'hide']]), {}];
const noTypes = [null, ['hide'], 'toString', '__proto__', 'Hide'];

test.each([
  ...noMessages,
  ...noTypes.map((type) => ({ type })),
  ...['1', -1, 0.5, NaN, Infinity, 100_001, null, { valueOf: () => 5 }].map((px) => ({ type: 'height', px })),
  ...Object.keys(ANSWER).map((name) => ({ ...ANSWER, [name]: undefined })),
  ...Object.keys(COMPLETE).map((name) => ({ ...COMPLETE, [name]: {} })),
  { ...ANSWER, outcome: 'splendid' },
  { ...ANSWER, fact: 'x'.repeat(65) },
  { type: 'use-key', key: `${KEY}0` },
  { type: 'use-key', key: KEY.toLowerCase() },
  { type: 'use-key', key: [KEY] },
  { type: 'waiting', value: 'x'.repeat(65_537) },
  { type: 'waiting' },
  { type: 'show', go: 1, exact: 'a', prefix: '', suffix: '' },
  { type: 'show', go: true, exact: 'x'.repeat(2001), prefix: '', suffix: '' },
])('does not hear %j', (data) => {
  expect(readFromFrame(data)).toBeNull();
});
