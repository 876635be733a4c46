// The service worker: the app and every deck that was opened once are there without a network.
//
// How a new version gets in: the browser fetches this file when a page is opened, and installs it beside the present one
// where one byte differs. It waits there until no page of the earlier version is open, so that a page never meets scripts
// of another version; the next start is the new one.
import { deckFiles } from './deckFiles.ts';
import type { WorkerScope } from './scope.ts';
import { forgetOtherShells, fromShell, keepShell, shellPath, type Shell } from './shell.ts';

declare const self: WorkerScope;
/** Written in here by the build, see vite.config.ts. */
declare const SHELL: Shell;

const shell = SHELL;
const DECKS = 'steppe-decks';
const PATIENCE_MS = 3000;

const decks = deckFiles({
  fetch: (path, cache) => fetch(path, { cache }),
  read: async (name) => (await (await caches.open(DECKS)).match(addressOf(name)))?.text(),
  keep: async (name, text) => (await caches.open(DECKS)).put(addressOf(name), new Response(text)),
  patience: () => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS)),
});

/** A cache has addresses for names; no request is ever answered by this one. */
function addressOf(name: string): string {
  return `/kept?${encodeURIComponent(name)}`;
}

self.addEventListener('install', (event) => event.waitUntil(keepShell(shell)));

// The page that brought the worker is served by it from here on, and not only from the next visit.
self.addEventListener('activate', (event) =>
  event.waitUntil(forgetOtherShells(shell).then(() => self.clients.claim())),
);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || request.headers.has('authorization')) return;
  const path = shellPath(shell, request, url);
  if (path !== null) return event.respondWith(fromShell(shell, path, request));
  if (request.method !== 'GET' || request.mode === 'navigate' || url.search !== '') return;
  const deck = decks.answer(url.pathname, event.clientId);
  if (deck === null) return;
  event.respondWith(deck.response);
  event.waitUntil(deck.work);
});

// Paths of deck files that a page read while no worker stood between it and the network.
self.addEventListener('message', (event) => {
  const paths = Array.isArray(event.data) ? event.data.filter((path) => typeof path === 'string') : [];
  event.waitUntil(Promise.all(paths.map((path) => decks.fetchAndKeep(path))));
});
