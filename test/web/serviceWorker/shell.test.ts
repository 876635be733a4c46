import { expect, test } from 'vitest';
import { shellPath, type Shell } from '../../../web/serviceWorker/shell.ts';

const shell: Shell = {
  version: '1',
  entry: '/assets/index-1.js',
  files: ['/assets/index-1.js', '/favicon.svg', '/manifest.webmanifest'],
};

function pathFor(path: string, mode: RequestMode = 'no-cors', method = 'GET'): string | null {
  return shellPath(shell, { mode, method }, new URL(path, 'https://steppe.example'));
}

test.each(['/', '/decks/harbour', '/decks/harbour/study?count=5', '/decks/harbour/document?at=a-fact'])(
  'the page answers a navigation to the screen %s',
  (path) => {
    expect(pathFor(path, 'navigate')).toBe('/');
  },
);

test.each([
  '/api/v1/decks',
  '/api/v1/openapi.json',
  '/openapi',
  '/embed/harbour',
  '/embed.js',
  '/decks/harbour.json',
  '/decks/harbour.txt',
  '/favicon.svg',
  '/no/such/page',
])('a navigation to %s goes to the network', (path) => {
  expect(pathFor(path, 'navigate')).toBeNull();
});

test('a file of this version is answered from what is kept, one of another version is not', () => {
  expect(pathFor('/assets/index-1.js')).toBe('/assets/index-1.js');
  expect(pathFor('/assets/index-2.js')).toBeNull();
});

test.each(['/', '/api/v1/decks', '/decks/harbour', '/favicon.svg?other'])(
  'what a script asks for at %s is not answered by the shell',
  (path) => {
    expect(pathFor(path, 'cors')).toBeNull();
  },
);

test('only a GET is answered', () => {
  expect(pathFor('/decks/harbour', 'navigate', 'POST')).toBeNull();
});
