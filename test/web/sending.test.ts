import { expect, test } from 'vitest';
import type { Sent } from '../../web/logServer.ts';
import { sealAll, sendAll, type Sending } from '../../web/sending.ts';
import type { Outgoing } from '../../web/store.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { answer, HARBOUR, ISLANDS, segment } from './reviews.ts';

const SAVED: Sent = { sent: 'saved' };
const LATER: Sent = { sent: 'later', waitMs: 1000 };
const NOW = 1_700_100_000_000;
const YEAR_MS = 365 * 86_400_000;

/** A server that gives these results in turn, then saves everything. */
function server(...results: Sent[]): { puts: Outgoing[]; sending: Sending } {
  const puts: Outgoing[] = [];
  let made = 0;
  let offMs = 0;
  const sending: Sending = {
    newSegment: () => segment((made += 1)),
    async put(outgoing) {
      puts.push(outgoing);
      return results.shift() ?? SAVED;
    },
    nowMs: () => NOW,
    clockOffMs: () => offMs,
    hearClock: (serverMs) => (offMs = serverMs - NOW),
  };
  return { puts, sending };
}

test('a session of twenty answers is one request', async () => {
  const store = memoryStore();
  for (let n = 0; n < 20; n += 1) await store.add(HARBOUR, [answer(n)], 0);
  const { puts, sending } = server();
  for (let time = 0; time < 2; time += 1) {
    await sealAll([store], sending);
    await sendAll([store], sending);
  }
  expect(puts.length).toBe(1);
  expect(await store.waiting()).toBe(0);
});

test('a retry sends the same name with the same bytes, although more was answered meanwhile', async () => {
  const store = memoryStore();
  const { puts, sending } = server(LATER);
  await store.add(HARBOUR, [answer(1)], 0);
  await sealAll([store], sending);
  expect(await sendAll([store], sending)).toEqual(LATER);
  await store.add(HARBOUR, [answer(2)], 0);
  expect(await sendAll([store], sending)).toBeNull();
  expect(puts.length).toBe(2);
  expect(puts[1]).toEqual(puts[0]);
  expect(await store.waiting()).toBe(1);
});

test('the first segment that has to wait ends the attempt', async () => {
  const store = memoryStore();
  const { puts, sending } = server(LATER);
  await store.add(HARBOUR, [answer(1)], 0);
  await store.add(ISLANDS, [answer(2)], 0);
  await sealAll([store], sending);
  await sendAll([store], sending);
  expect(puts.length).toBe(1);
});

test('what the server refuses is kept, does not hold up the rest, and is sent again only when taken up', async () => {
  const store = memoryStore();
  const { puts, sending } = server({ sent: 'refused', why: 'Too long.', which: null });
  await store.add(HARBOUR, [answer(1)], 0);
  await store.add(ISLANDS, [answer(2)], 0);
  await sealAll([store], sending);
  expect(await sendAll([store], sending)).toBeNull();
  expect(puts.map(({ deck }) => deck)).toEqual([HARBOUR, ISLANDS]);
  expect([await store.reviewsOf(HARBOUR), await store.waiting()]).toEqual([[answer(1)], 1]);
  await store.takeUp();
  await sealAll([store], sending);
  await sendAll([store], sending);
  expect([puts.length, await store.waiting()]).toEqual([3, 0]);
});

test('one review that the server does not know takes none of the others with it', async () => {
  const store = memoryStore();
  const { puts, sending } = server({ sent: 'refused', why: 'No such fact.', which: [1] });
  await store.add(HARBOUR, [answer(1), answer(2), answer(3)], 0);
  await sealAll([store], sending);
  expect(await sendAll([store], sending)).toBeNull();
  expect(puts[1]?.body).toBe(JSON.stringify({ v: 1, reviews: [answer(1), answer(3)] }));
  expect(puts[1]?.segment).not.toBe(puts[0]?.segment);
  expect([...(await store.asides())]).toEqual([[HARBOUR, 'No such fact.']]);
});

test.each([
  ['ahead', -3 * YEAR_MS],
  ['behind', 3 * YEAR_MS],
])('what a clock wrote that is years %s is sent again with the times put right', async (_, offMs) => {
  const store = memoryStore();
  const { puts, sending } = server({ sent: 'wrong-clock', serverMs: NOW + offMs });
  await store.add(HARBOUR, [answer(1), answer(2)], 0);
  await sealAll([store], sending);
  expect(await sendAll([store], { ...sending, nowMs: () => NOW + sending.clockOffMs() })).toBeNull();
  const moved = [1, 2].map((n) => ({ ...answer(n), answeredAtMs: answer(n).answeredAtMs + offMs }));
  expect(await store.reviewsOf(HARBOUR)).toEqual(moved);
  expect([puts[1]?.body, puts[1]?.offMs]).toEqual([JSON.stringify({ v: 1, reviews: moved }), offMs]);
  expect(await store.waiting()).toBe(0);
});

test('a segment is of the clock that its times were put right by, although the server is heard meanwhile', async () => {
  const store = memoryStore();
  const { sending } = server();
  await store.add(HARBOUR, [answer(1)], 0);
  const putRight = async (offMs: number, nowMs: number) => {
    const changed = await store.putRight(offMs, nowMs);
    sending.hearClock(NOW - 3 * YEAR_MS);
    return changed;
  };
  await sealAll([{ ...store, putRight }], sending);
  expect((await store.outgoing()).map(({ offMs }) => offMs)).toEqual([0]);
});

test('a server that never takes a segment is asked three times, and again later', async () => {
  const store = memoryStore();
  const { puts, sending } = server(
    ...Array.from({ length: 9 }, (): Sent => ({ sent: 'wrong-clock', serverMs: NOW })),
  );
  await store.add(HARBOUR, [answer(1)], 0);
  await sealAll([store], sending);
  expect(await sendAll([store], sending)).toEqual({ sent: 'later', waitMs: null });
  expect([puts.length, await store.waiting()]).toEqual([3, 1]);
});
