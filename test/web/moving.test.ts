import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { erasures, rememberErasures } from '../../web/erasures.ts';
import { keptIn, stores } from '../../web/journal.ts';
import { keepWith } from '../../web/keeper.ts';
import { changeLearnerKey, forgetKeys, learnerKey, newLearnerKey } from '../../web/learnerKey.ts';
import { takeKey } from '../../web/moving.ts';
import { nowhere } from '../../web/nowhere.ts';
import { startPulling } from '../../web/pull.ts';
import { segmentBody, type Store } from '../../web/store.ts';
import { flush } from '../../web/sync.ts';
import { stubServer, type LogOnServer } from './logOnServer.ts';
import { answer, HARBOUR, ISLANDS, segment } from './reviews.ts';

const MINE = newLearnerKey(new Uint8Array(20).fill(1));
const THEIRS = newLearnerKey(new Uint8Array(20).fill(2));
let server: LogOnServer;
let store: Store;

beforeAll(() => {
  keepWith(nowhere);
  vi.stubGlobal('document', { addEventListener: () => undefined });
  startPulling();
});

beforeEach(async () => {
  server = stubServer();
  [store] = (await stores()) as [Store];
  keptIn.set('device');
  await store.clear();
  await forgetKeys();
  await changeLearnerKey(MINE);
  await store.add(HARBOUR, [answer(1), answer(2)], 0);
  await flush();
  server.of(THEIRS).set(`${HARBOUR}/${segment(7)}`, segmentBody([answer(2), answer(3)]));
  server.of(THEIRS).set(`${ISLANDS}/${segment(8)}`, segmentBody([answer(4)]));
});

const sent = (key: string) =>
  [...server.of(key).values()].flatMap((body) =>
    JSON.parse(body).reviews.map(({ id }: { id: string }) => id),
  );
const ids = (...ns: number[]) => ns.map((n) => answer(n).id);

test('with another key the histories of both are here and on the server, each answer once', async () => {
  await takeKey(THEIRS);
  expect(await learnerKey()).toBe(THEIRS);
  await vi.waitFor(async () => expect(await store.waiting()).toBe(0));
  expect((await store.reviewsOf(HARBOUR)).map(({ id }) => id).toSorted()).toEqual(ids(1, 2, 3));
  expect(await store.reviewsOf(ISLANDS)).toEqual([answer(4)]);
  expect(new Set(sent(THEIRS))).toEqual(new Set(ids(1, 2, 3, 4)));
  expect(server.of(THEIRS).size).toBe(3);
});

test('what was saved under the former key stays there, and nothing more is sent under it', async () => {
  const before = sent(MINE);
  await takeKey(THEIRS);
  await vi.waitFor(async () => expect(await store.waiting()).toBe(0));
  expect(sent(MINE)).toEqual(before);
});

test('with the same key nothing happens', async () => {
  const asked = server.asked.length;
  await takeKey(MINE);
  expect(await store.waiting()).toBe(0);
  expect(server.asked.length).toBe(asked);
});

test('without a network the key is taken, and everything waits for the server', async () => {
  server.isReachable = false;
  await takeKey(THEIRS);
  expect(await learnerKey()).toBe(THEIRS);
  expect(await store.waiting()).toBe(2);
});

test('all waits again before the key changes, so that a crash in between loses nothing', async () => {
  const seen: (string | null)[] = [];
  const beginAnew = store.beginAnew;
  const spy = vi.spyOn(store, 'beginAnew').mockImplementation(async (...all) => {
    seen.push(await learnerKey());
    return beginAnew(...all);
  });
  await takeKey(THEIRS);
  expect(seen).toEqual([MINE]);
  spy.mockRestore();
});

test('a key that is used again is no longer erased', async () => {
  await rememberErasures([THEIRS]);
  await takeKey(THEIRS);
  expect(await erasures()).toEqual([]);
});
