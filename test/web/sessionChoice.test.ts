import { expect, test } from 'vitest';
import { fold } from '../../questions/fold.ts';
import { choiceOf, previewOf, studyPath, wishOf } from '../../web/sessionChoice.ts';
import { deck } from './harbour.ts';

test('a choice comes back from its own address', () => {
  const choice = { count: 20, tag: 'pier', more: true };
  const path = studyPath('harbour', choice);
  expect(choiceOf(new URLSearchParams(path.split('?')[1]))).toEqual(choice);
});

test('ten questions of everything need no query, and odd queries mean them', () => {
  const plain = choiceOf(new URLSearchParams('count=1000000'));
  expect(plain).toEqual({ count: 10, tag: null, more: false });
  expect(studyPath('harbour', plain)).toBe('/decks/harbour/study');
  expect(wishOf(plain)).toEqual({ limit: 10 });
});

test('the button names what the session will ask', () => {
  expect(previewOf(deck, fold([]), { count: 5, tag: null, more: false })).toEqual({ due: 0, fresh: 5 });
});
