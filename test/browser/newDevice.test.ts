import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { SegmentIdSchema } from '../../questions/ids.ts';
import { ulid } from '../../questions/ulid.ts';
import { AnsweredSchema, type Answered } from '../../questions/review.ts';
import { newLearnerKey } from '../../web/learnerKey.ts';
import { deckNamed } from './robot.ts';
import { DECK } from './sessions.ts';
import type { Operations } from './server.ts';
import { setStage } from './stage.ts';
import { giveKey, reviewsInBrowser } from './storage.ts';

const SEGMENTS = 500;
const REVIEWS_A_SEGMENT = 20;
const REVIEWS = SEGMENTS * REVIEWS_A_SEGMENT;
const DAY_MS = 86_400_000;
const stage = setStage();
const { server } = stage;
const questions = deckNamed(DECK).deck.facts.flatMap(({ id, questions: forms }) =>
  forms.map((form) => ({ fact: id, question: form.id })),
);

/** The n-th review of a learner who answered twenty questions on each of so many days until yesterday. */
function review(n: number): Answered {
  const day = SEGMENTS - Math.floor(n / REVIEWS_A_SEGMENT);
  const answeredAtMs = Date.now() - day * DAY_MS + (n % REVIEWS_A_SEGMENT) * 20_000;
  return v.parse(AnsweredSchema, {
    id: ulid(answeredAtMs, randomBytes(10)),
    answeredAtMs,
    zone: 60,
    type: 'answer',
    ...questions[n % questions.length],
    answer: 'about so much as people type',
    outcome: 'right',
    share: 1,
    rating: 3,
    tookMs: 4200,
  });
}

/** Sends all of a learner's segments, with a list after every eighth, at which the Worker compacts. */
async function sendAll(key: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'steppe-test-unlimited': 'yes',
  };
  for (let first = 0; first < SEGMENTS; first += 8) {
    const count = Math.min(8, SEGMENTS - first);
    const puts = Array.from({ length: count }, async (_, at) => {
      const from = (first + at) * REVIEWS_A_SEGMENT;
      const reviews = Array.from({ length: REVIEWS_A_SEGMENT }, (__, n) => review(from + n));
      const id = v.parse(SegmentIdSchema, ulid(Date.now(), randomBytes(10)));
      const body = JSON.stringify({ v: 1, reviews });
      return fetch(`${server.url}/api/v1/log/${DECK}/${id}`, { method: 'PUT', headers, body });
    });
    expect(new Set((await Promise.all(puts)).map(({ status }) => status))).toEqual(new Set([204]));
    await fetch(`${server.url}/api/v1/log`, { headers });
  }
}

/** When (ms after the page was opened) so many reviews are in its database. */
async function allHereMs(page: Page, count: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    for (;;) {
      const asking = database.transaction('pulled').objectStore('pulled').getAll();
      const rows = await new Promise<{ reviews: unknown[] }[]>((resolve) => {
        asking.onsuccess = () => resolve(asking.result);
      });
      if (rows.reduce((sum, { reviews }) => sum + reviews.length, 0) >= wanted) return performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, count);
}

const total = ({ put, list, get, delete: removed }: Operations) => put + list + get + removed;

test('a new device has ten thousand reviews with at most 25 operations of KV', async () => {
  const key = newLearnerKey(randomBytes(20));
  await sendAll(key);
  const page = await stage.newLearner();
  await giveKey(page, server.url, key);
  const before = await server.operations();
  await page.goto(server.url);
  const tookMs = await allHereMs(page, REVIEWS);
  const after = await server.operations();
  const operations = total(after) - total(before);
  // No budget here: how long it takes depends on what else the machine does.
  process.stdout.write(`${REVIEWS} reviews after ${Math.round(tookMs)} ms, ${operations} operations of KV\n`);
  expect(operations).toBeLessThanOrEqual(25);
  expect(await reviewsInBrowser(page)).toHaveLength(REVIEWS);
  await page.context().close();
});
