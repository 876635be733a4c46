import { expect, test } from 'vitest';
import type { Sent } from '../../web/logClient.ts';
import { sealAll, sendAll, type Sending } from '../../web/sending.ts';
import type { Outgoing } from '../../web/store.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { answer, HARBOUR, ISLANDS, segment } from './reviews.ts';

const SAVED: Sent = { sent: 'saved' };
const LATER: Sent = { sent: 'later', waitMs: 1000 };

/** A server that gives these results in turn, then saves everything. */
function server(...results: Sent[]): { puts: Outgoing[]; sending: Sending } {
  const puts: Outgoing[] = [];
  let made = 0;
  const put = async (outgoing: Outgoing) => {
    puts.push(outgoing);
    return results.shift() ?? SAVED;
  };
  return { puts, sending: { newSegment: () => segment((made += 1)), put } };
}

test('a session of twenty answers is one request', async () => {
  const store = memoryStore();
  for (let n = 0; n < 20; n += 1) await store.add(HARBOUR, answer(n));
  const { puts, sending } = server();
  await sealAll([store], sending);
  await sendAll([store], sending, false);
  await sealAll([store], sending);
  await sendAll([store], sending, false);
  expect(puts.length).toBe(1);
  expect(await store.waiting()).toBe(0);
});

test('a retry sends the same name with the same bytes, although more was answered meanwhile', async () => {
  const store = memoryStore();
  const { puts, sending } = server(LATER);
  await store.add(HARBOUR, answer(1));
  await sealAll([store], sending);
  expect(await sendAll([store], sending, false)).toEqual(LATER);
  await store.add(HARBOUR, answer(2));
  expect(await sendAll([store], sending, false)).toBeNull();
  expect(puts.length).toBe(2);
  expect(puts[1]).toEqual(puts[0]);
  expect(await store.waiting()).toBe(1);
});

test('the first segment that has to wait ends the attempt', async () => {
  const store = memoryStore();
  const { puts, sending } = server(LATER);
  await store.add(HARBOUR, answer(1));
  await store.add(ISLANDS, answer(2));
  await sealAll([store], sending);
  await sendAll([store], sending, false);
  expect(puts.length).toBe(1);
});

test('what the server refuses is kept, does not hold up the rest, and is sent again only when asked for', async () => {
  const store = memoryStore();
  const { puts, sending } = server({ sent: 'refused', why: 'Too long.' });
  await store.add(HARBOUR, answer(1));
  await store.add(ISLANDS, answer(2));
  await sealAll([store], sending);
  await sendAll([store], sending, false);
  await sendAll([store], sending, false);
  expect(puts.map(({ deck }) => deck)).toEqual([HARBOUR, ISLANDS]);
  expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1)]);
  await sendAll([store], sending, true);
  expect([puts.length, await store.waiting()]).toEqual([3, 0]);
});
