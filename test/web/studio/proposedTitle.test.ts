import { expect, test } from 'vitest';
import { deckNameOf } from '../../../questions/deckName.ts';
import { proposedTitle } from '../../../questions/draft/proposedTitle.ts';

test.each([
  ['a heading', 'Draft of May\n\n# The *tides* of [Fundy](https://x.example)\n\nText.', 'The tides of Fundy'],
  [
    'the first line without a heading',
    '\r\n  The Moon is a satellite.\r\nIt orbits.',
    'The Moon is a satellite.',
  ],
  ['nothing for an empty document', ' \n\n', ''],
  ['a quote without its mark', '> Rivers and lakes', 'Rivers and lakes'],
])('a title is proposed from %s', (_, document, title) => {
  expect(proposedTitle(document)).toBe(title);
});

test('a long first line is cut after a word', () => {
  const title = proposedTitle('many words '.repeat(30));
  expect(title.length).toBeLessThanOrEqual(82);
  expect(title).toMatch(/words …$/);
});

test.each([
  ['Kazakhstan, January 2022', [], 'kazakhstan-january-2022'],
  ['Kazakhstan, January 2022', ['kazakhstan-january-2022'], 'kazakhstan-january-2022-2'],
  ['Élan vital: Größe', [], 'elan-vital-grosse'],
  ['月球', [], 'deck'],
  ['a'.repeat(70), [], 'a'.repeat(40)],
  ['The history of the long and winding road to the sea', [], 'history-of-the-long-and-winding-road-to'],
])('the deck %s is named beside %j', (title, taken, name) => {
  expect(deckNameOf(title, taken)).toBe(name);
});
