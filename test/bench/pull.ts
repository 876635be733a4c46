import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { DeckIdSchema } from '../../questions/ids.ts';
import { randomFrom } from '../../questions/seed.ts';
import { newLearnerKey } from '../../web/learnerKey.ts';
import { pullInto } from '../../web/pulling.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { FAN } from '../../worker/compaction.ts';
import { deckNamed } from '../browser/robot.ts';
import { Server, type Operations } from '../browser/server.ts';
import { HttpLog } from '../load/httpLog.ts';
import { bytes, SESSION, sessionSegment } from '../load/session.ts';
import { Tally } from '../load/tally.ts';
import type { Figure } from './figure.ts';

const DECK = deckNamed('kazakhstan-january-2022');
const REVIEWS = 10_000;
const SEGMENTS = REVIEWS / SESSION;
const QUIET_MS = 300;

/** What it takes a new device to fetch 10,000 reviews, sent in sessions of twenty and compacted as they came. */
export async function measurePull(): Promise<readonly Figure[]> {
  const server = new Server();
  try {
    await server.start();
    const key = newLearnerKey(bytes(20, randomFrom('pull')));
    const log = new HttpLog({ url: server.url, key, tally: new Tally() });
    await fill(log);
    await compactToTheEnd(log, server);
    return await pullAsNew(log, server);
  } finally {
    await server.close();
  }
}

async function fill(log: HttpLog): Promise<void> {
  const random = randomFrom('sessions');
  for (let at = 1; at <= SEGMENTS; at += 1) {
    const { sent } = await log.put(sessionSegment(DECK, Date.now(), random));
    if (sent !== 'saved') throw new Error(`Inconsistent: a session was not saved, but ${sent}`);
    if (at % FAN === 0) await log.list();
  }
}

/** Lists until nothing is left to merge. */
async function compactToTheEnd(log: HttpLog, server: Server): Promise<void> {
  for (let before = 0, puts = -1; before !== puts;) {
    before = (await quiet(server)).put;
    await log.list();
    puts = (await quiet(server)).put;
  }
}

async function pullAsNew(log: HttpLog, server: Server): Promise<readonly Figure[]> {
  const store = memoryStore();
  const before = await quiet(server);
  const start = performance.now();
  const pulled = await pullInto(store, log);
  const tookMs = performance.now() - start;
  const after = await quiet(server);
  const reviews = await store.reviewsOf(v.parse(DeckIdSchema, DECK.deck.id));
  if (!pulled.ok || reviews.length !== REVIEWS) throw new Error(`Inconsistent: ${reviews.length} reviews`);
  return [
    {
      what: 'a new device pulls 10,000 reviews: KV operations',
      value: total(after) - total(before),
      unit: 'operations',
      most: 25,
    },
    { what: 'a new device pulls 10,000 reviews: time', value: tookMs, unit: 'ms', most: 1000 },
  ];
}

/** The count of operations, once it stands still: a list is followed by compaction. */
async function quiet(server: Server): Promise<Operations> {
  let last = await server.operations();
  for (;;) {
    await sleep(QUIET_MS);
    const now = await server.operations();
    if (total(now) === total(last)) return now;
    last = now;
  }
}

function total({ put, get, list, delete: removed }: Operations): number {
  return put + get + list + removed;
}
