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

test('at most twenty entries are handed on at once, the others to the frames after', () => {
  const entries = storageOf();
  for (let n = 0; n < 25; n += 1) entries[`steppe waiting ${BASE} ${n}`] = String(n);
  const first = new HostStorage(BASE);
  const { waiting } = open(first);
  expect(waiting).toHaveLength(20);
  first.keepWaiting(null);
  const second = open(new HostStorage(BASE));
  expect([...waiting, ...second.waiting].sort()).toEqual(
    Array.from({ length: 25 }, (_, n) => String(n)).sort(),
  );
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
