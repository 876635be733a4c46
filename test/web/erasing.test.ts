import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askToErase, erasures, LOOK_AGAIN_MS, rememberErasures, stopErasing } from '../../web/erasures.ts';
import { eraseEverything, onServer, startErasing } from '../../web/erasing.ts';
import { keptIn, stores } from '../../web/journal.ts';
import { keepWith } from '../../web/keeper.ts';
import { changeLearnerKey, forgetKeys, learnerKey, newLearnerKey } from '../../web/learnerKey.ts';
import { loaded, notLoaded, type Loaded } from '../../web/loaded.ts';
import { nowhere } from '../../web/nowhere.ts';
import type { Store } from '../../web/store.ts';
import { flush } from '../../web/sync.ts';
import { stubServer, type LogOnServer } from './logOnServer.ts';
import { answer, HARBOUR } from './reviews.ts';

const KEY = newLearnerKey(new Uint8Array(20).fill(1));
const MINUTE_MS = 60_000;
let server: LogOnServer;
let store: Store;
let kept: Record<string, string>;
let whenOnline: () => void;

beforeEach(async () => {
  keepWith(nowhere);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  server = stubServer();
  kept = { 'steppe/session/harbour': '{}', other: 'stays' };
  Object.defineProperty(kept, 'removeItem', { value: (name: string) => delete kept[name] });
  vi.stubGlobal('sessionStorage', kept);
  vi.stubGlobal('window', {
    addEventListener: (_type: string, listener: () => void) => (whenOnline = listener),
  });
  [store] = (await stores()) as [Store];
  keptIn.set('device');
  onServer.set('nothing');
  await store.clear();
  await forgetKeys();
  for (const { key } of await erasures()) await stopErasing(key);
  await changeLearnerKey(KEY);
  await store.add(HARBOUR, [answer(1), answer(2)], 0);
  await flush();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const deletes = () => server.asked.filter((line) => line.startsWith('DELETE')).length;
const shows = (state: string) => vi.waitFor(() => expect(onServer.get()).toBe(state));

test('an erasure leaves nothing here and nothing on the server', async () => {
  expect(server.of(KEY).size).toBe(1);
  await eraseEverything();
  expect(await learnerKey()).toBeNull();
  expect(await store.reviewsOf(HARBOUR)).toEqual([]);
  expect(Object.keys(kept)).toEqual(['other']);
  await shows('checking');
  expect(server.of(KEY).size).toBe(0);
});

test('the server is asked again after ninety seconds, and until it finds nothing; only then the key is forgotten', async () => {
  await eraseEverything();
  await shows('checking');
  server.of(KEY).set('harbour/late', 'written by a compaction that was under way');
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS - 1000);
  expect([deletes(), server.of(KEY).size]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect([deletes(), server.of(KEY).size]).toEqual([2, 0]));
  expect(await erasures()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  await shows('done');
  expect(await erasures()).toEqual([]);
  const asked = deletes();
  await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
  expect(deletes()).toBe(asked);
});

test('without a network all is erased here at once, and on the server when it is back', async () => {
  server.isReachable = false;
  await eraseEverything();
  expect(await store.reviewsOf(HARBOUR)).toEqual([]);
  await vi.waitFor(() => expect(deletes()).toBe(1));
  expect(onServer.get()).toBe('waiting');
  expect(server.of(KEY).size).toBe(1);
  server.isReachable = true;
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  await shows('checking');
  expect(server.of(KEY).size).toBe(0);
});

test('an erasure that a crash cut short is completed at the next start', async () => {
  await rememberErasures([KEY]);
  startErasing();
  await shows('checking');
  expect(await store.reviewsOf(HARBOUR)).toEqual([]);
  expect(await learnerKey()).toBeNull();
  expect(server.of(KEY).size).toBe(0);
  whenOnline();
});

test('answers after an erasure are kept and sent under a new key', async () => {
  await eraseEverything();
  await shows('checking');
  await store.add(HARBOUR, [answer(3)], 0);
  await flush();
  expect(await store.waiting()).toBe(0);
  const key = await learnerKey();
  expect(key).not.toBe(KEY);
  expect(server.of(key ?? '').size).toBe(1);
  await vi.advanceTimersByTimeAsync(LOOK_AGAIN_MS + MINUTE_MS);
  await shows('done');
  expect(server.of(key ?? '').size).toBe(1);
  expect(await store.reviewsOf(HARBOUR)).toEqual([answer(3)]);
});

type Erased = Loaded<{ readonly removed: number; readonly more: boolean }>;
const NOTHING = loaded({ removed: 0, more: false });

/** A server that gives these answers in turn. */
function asks(nowMs: number, ...answers: Erased[]) {
  let calls = 0;
  const erase = async () => {
    calls += 1;
    return answers.length > 1 ? (answers.shift() ?? NOTHING) : (answers[0] ?? NOTHING);
  };
  return { outside: { erase, nowMs: () => nowMs }, calls: () => calls };
}

test('an empty list proves nothing at once, and only ninety seconds after the first', async () => {
  const first = await askToErase({ key: KEY }, asks(1000, NOTHING).outside);
  expect(first).toEqual({ erasure: { key: KEY, firstMs: 1000 }, state: 'checking' });
  const at = async (nowMs: number, ...answers: Erased[]) =>
    (await askToErase(first.erasure, asks(nowMs, ...answers).outside)).state;
  expect(await at(1000 + LOOK_AGAIN_MS - 1, NOTHING)).toBe('checking');
  expect(await at(1000 + LOOK_AGAIN_MS, loaded({ removed: 1, more: false }))).toBe('checking');
  expect(await at(1000 + LOOK_AGAIN_MS, loaded({ removed: 9, more: true }), NOTHING)).toBe('checking');
  expect(await at(1000 + LOOK_AGAIN_MS, NOTHING)).toBe('done');
});

test('a long list is removed in several calls, and one that is late does not keep them going for ever', async () => {
  const more = loaded({ removed: 100, more: true });
  const long = asks(0, more, more, loaded({ removed: 3, more: false }));
  expect((await askToErase({ key: KEY }, long.outside)).state).toBe('checking');
  expect(long.calls()).toBe(3);
  const late = asks(0, more);
  expect((await askToErase({ key: KEY }, late.outside)).state).toBe('waiting');
  expect(late.calls()).toBe(20);
});

test('a call that fails half-way counts as none', async () => {
  const more = loaded({ removed: 100, more: true });
  const { outside } = asks(0, more, notLoaded('unreachable', 'no network'));
  expect(await askToErase({ key: KEY }, outside)).toEqual({ erasure: { key: KEY }, state: 'waiting' });
});
