import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Loader from '../../../web/embed/loader/hostStorage.ts';

const BASE = 'https://steppe.example';

/** The host page's storage; names and values beyond `room` characters are refused, as by a full one. */
function storageOf(room = Infinity): Record<string, string> {
  const entries: Record<string, string> = {};
  const methods = {
    getItem: (name: string) => entries[name] ?? null,
    setItem(name: string, value: string) {
      if (JSON.stringify({ ...entries, [name]: value }).length > room) throw new Error('no room');
      entries[name] = value;
    },
    removeItem: (name: string) => void Reflect.deleteProperty(entries, name),
  };
  const storage = new Proxy(methods, {
    ownKeys: () => Reflect.ownKeys(entries),
    getOwnPropertyDescriptor: (_, name) => Object.getOwnPropertyDescriptor(entries, name),
  });
  vi.stubGlobal('localStorage', storage);
  return entries;
}

function open(storage: Loader.HostStorage) {
  const ending = new AbortController();
  return { ...storage.open(() => undefined, ending.signal), end: () => ending.abort() };
}

let HostStorage: typeof Loader.HostStorage;
// Anew for every test: a page remembers its key.
beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('addEventListener', () => undefined);
  ({ HostStorage } = await import('../../../web/embed/loader/hostStorage.ts'));
});
afterEach(() => vi.unstubAllGlobals());

test('what was handed on stays where a full storage does not take the new entry', () => {
  const entries = storageOf(200);
  const dead = new HostStorage(BASE);
  const { end } = open(dead);
  dead.keepWaiting('old');
  end();
  const next = new HostStorage(BASE);
  expect(open(next).waiting).toEqual(['old']);
  next.keepWaiting('x'.repeat(200));
  expect(Object.values(entries)).toEqual(['old']);
  next.keepWaiting('old and new');
  expect(Object.values(entries)).toEqual(['old and new']);
});

test('what other servers and the page itself keep is let alone', () => {
  const entries = storageOf();
  const others = {
    cart: '1',
    'steppe key https://other.example': 'k',
    'steppe waiting https://other.example 1': 'w',
  };
  Object.assign(entries, others);
  const storage = new HostStorage(BASE);
  expect(open(storage)).toMatchObject({ key: null, waiting: [], keeps: true });
  const key = storage.useKey();
  storage.keepWaiting(null);
  expect(entries).toEqual({ ...others, [`steppe key ${BASE}`]: key });
});

test('what is no learner key in the place of one is replaced', () => {
  const entries = storageOf();
  entries[`steppe key ${BASE}`] = '<script>';
  const storage = new HostStorage(BASE);
  expect(open(storage).key).toBeNull();
  const key = storage.useKey();
  expect(entries).toEqual({ [`steppe key ${BASE}`]: key });
  expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/);
});

test('an entry that has grown since it was handed on stays: its frame lives in another tab', () => {
  const entries = storageOf();
  const other = `steppe waiting ${BASE} other`;
  entries[other] = 'one answer';
  const storage = new HostStorage(BASE);
  expect(open(storage).waiting).toEqual(['one answer']);
  entries[other] = 'two answers';
  storage.keepWaiting('one answer');
  expect(entries[other]).toBe('two answers');
});

test('no more is handed on than a frame can give back', () => {
  const entries = storageOf();
  for (const name of ['a', 'b', 'c']) entries[`steppe waiting ${BASE} ${name}`] = name.repeat(30_000);
  const storage = new HostStorage(BASE);
  expect(open(storage).waiting.map((value) => value[0])).toEqual(['a', 'b']);
  storage.keepWaiting('what a and b had');
  expect(Object.values(entries)).toEqual(['c'.repeat(30_000), 'what a and b had']);
});

test('a storage that is almost full keeps nothing', () => {
  storageOf(500);
  expect(open(new HostStorage(BASE)).keeps).toBe(false);
});

test('to forget removes the key and all that waits, and nothing of other servers', () => {
  const entries = storageOf();
  Object.assign(entries, { 'steppe key https://other.example': 'k', [`steppe waiting ${BASE} dead`]: 'w' });
  const storage = new HostStorage(BASE);
  open(storage);
  storage.useKey();
  storage.keepWaiting('mine');
  expect(storage.forget()).toBeNull();
  expect(entries).toEqual({ 'steppe key https://other.example': 'k' });
  expect(open(new HostStorage(BASE)).key).toBeNull();
});
