import { expect, test } from 'vitest';
import { deckPath, KEY_PATH, routeOf } from '../../web/routes.ts';

test('every screen has an address, and the address leads back to it', () => {
  expect(routeOf('/')).toEqual({ screen: 'home' });
  expect(routeOf(KEY_PATH)).toEqual({ screen: 'key' });
  expect(routeOf('/key/')).toEqual({ screen: 'key' });
  for (const part of ['study', 'document', 'progress', 'embed'] as const) {
    expect(routeOf(deckPath('harbour', part), '?at=pier')).toMatchObject({ screen: part, deck: 'harbour' });
  }
  expect(routeOf(deckPath('harbour'))).toMatchObject({ screen: 'deck', deck: 'harbour' });
});

test.each([
  '/decks',
  '/decks/',
  '/decks/a/b',
  '/decks/Ä',
  '/decks/harbour.json',
  '/decks/a/study/x',
  '/decks/a/studying',
  '/x',
  '/keys',
  '/key/x',
])('%s leads nowhere', (path) => {
  expect(routeOf(path)).toEqual({ screen: 'missing' });
});
