import { createExecutionContext, reset, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import { DeckIdSchema, SegmentIdSchema } from '../../questions/ids.ts';
import { createApp } from '../../worker/app.ts';
import { FAN, LINGER_MS, planOf } from '../../worker/compaction.ts';
import { mergedBody } from '../../worker/mergedBody.ts';
import { SHAPES } from '../../worker/shapes.ts';
import type { Listed } from '../../worker/store.ts';
import { API, ask, by, LEARNER, sending, storedKeys } from './ask.ts';
import { answered, idOf } from './reviews.ts';

afterEach(reset);

const NOW = 1_800_000_000_000;
const deck = v.parse(DeckIdSchema, 'harbour');
const id = (at: number) => v.parse(SegmentIdSchema, idOf(at));
const sent = (at: number): Listed => ({ deck, id: id(at) });
const merged = (at: number, covers: readonly number[], level = 1, ageMs = 0, bytes = 100): Listed => ({
  deck,
  id: id(at),
  merged: { level, covers: covers.map(id), bytes, mergedAtMs: NOW - ageMs },
});
const plan = (segments: readonly Listed[]) => {
  const { merges, removals } = planOf(segments, { nowMs: NOW, fan: 3 });
  return { merges: merges.map((group) => group.map((segment) => segment.id)), removals };
};

describe('a plan', () => {
  it('merges whole groups of one level and leaves the rest', () => {
    expect(plan([1, 2, 3, 4, 5, 6, 7].map(sent)).merges).toEqual([[1, 2, 3].map(id), [4, 5, 6].map(id)]);
    expect(plan([1, 2].map(sent)).merges).toEqual([]);
  });

  it('merges what is merged only with its own level, and nothing that stands in another', () => {
    const segments = [
      sent(1),
      sent(2),
      sent(3),
      merged(4, [1, 2, 3]),
      merged(5, [7]),
      merged(6, [8]),
      sent(9),
    ];
    expect(plan(segments).merges).toEqual([[4, 5, 6].map(id)]);
  });

  it('leaves what is large enough alone', () => {
    const large = 2 * 1024 * 1024;
    expect(plan([1, 2, 3].map((at) => merged(at, [], 4, 0, large))).merges).toEqual([]);
  });

  it('removes what has stood in a merged segment for a day, and not before', () => {
    const segments = (ageMs: number) => [sent(1), sent(2), merged(3, [1, 2], 1, ageMs), sent(4)];
    expect(plan(segments(LINGER_MS - 1)).removals).toEqual([]);
    expect(plan(segments(LINGER_MS)).removals).toEqual([1, 2].map(id));
  });

  it('never removes what nothing covers, and does a bounded part at a time', () => {
    const many = Array.from({ length: 200 }, (_, at) => at);
    const { merges, removals } = plan([...many.map(sent), merged(500, many.slice(0, 150), 1, LINGER_MS)]);
    expect([merges.length, removals.length]).toEqual([4, 40]);
  });
});

describe('a merged body', () => {
  const bytes = (value: unknown) => Uint8Array.from(new TextEncoder().encode(JSON.stringify(value))).buffer;

  it('is the reviews of all, in their order, as one segment', () => {
    const parts = [[1], [2, 3], [4]].map((ats) => ({ v: 1, reviews: ats.map((at) => answered(at)) }));
    const text = new TextDecoder().decode(mergedBody(parts.map(bytes)));
    expect(text).toBe(JSON.stringify({ v: 1, reviews: [1, 2, 3, 4].map((at) => answered(at)) }));
  });

  it('is not made of anything else', () => {
    for (const odd of [{}, { v: 2, reviews: [1] }, { v: 1, reviews: [] }, 'x'])
      expect(() => mergedBody([bytes(odd)])).toThrow('Inconsistent');
  });
});

/** Lists as a browser does, and waits for what the Worker does after its answer. */
async function listAndWait() {
  const context = createExecutionContext();
  const response = await createApp(decks).fetch(
    new Request(`${API}/log`, { headers: by(LEARNER) }),
    { PROGRESS: env.PROGRESS, ASSETS: { fetch: () => new Response() } },
    context,
  );
  const page = v.parse(SHAPES.LogPage, await response.json());
  await waitOnExecutionContext(context);
  return page.segments;
}

async function putOne(at: number): Promise<void> {
  // Long enough for its segment not to ride in the metadata.
  const reviews = Array.from({ length: 20 }, (_, n) => answered(at * 20 + n));
  const response = await ask(`/log/harbour/${idOf(at)}`, sending('PUT', { v: 1, reviews }, by(LEARNER)));
  expect(response.status).toBe(204);
}

describe('the log', () => {
  it('is merged after a list, without a review less or more, and what was sent stays for a day', async () => {
    for (let at = 0; at < FAN; at += 1) await putOne(at);
    await listAndWait();
    const listed = await listAndWait();
    expect(listed).toHaveLength(FAN + 1);
    const [one, ...more] = listed.filter((segment) => segment.merged !== undefined);
    expect(more).toEqual([]);
    expect(one?.merged?.covers).toEqual(Array.from({ length: FAN }, (_, at) => idOf(at)));
    const body = await ask(`/log/harbour/${one?.id ?? ''}`, { headers: by(LEARNER) });
    const { reviews } = v.parse(SHAPES.StoredSegment, await body.json());
    expect(reviews.map((review) => review.id)).toEqual(Array.from({ length: FAN * 20 }, (_, n) => idOf(n)));
  });

  it('comes to the same merged segment by two compactions at once', async () => {
    for (let at = 0; at < FAN; at += 1) await putOne(at);
    await Promise.all([listAndWait(), listAndWait()]);
    expect(await storedKeys()).toHaveLength(FAN + 1);
  });

  it('loses what was sent once it has stood in a merged segment for a day, and no review with it', async () => {
    for (let at = 0; at < FAN; at += 1) await putOne(at);
    await listAndWait();
    await ageMerged();
    await listAndWait();
    const listed = await listAndWait();
    expect(listed).toHaveLength(1);
    const body = await ask(`/log/harbour/${listed[0]?.id ?? ''}`, { headers: by(LEARNER) });
    expect(v.parse(SHAPES.StoredSegment, await body.json()).reviews).toHaveLength(FAN * 20);
  });

  it('of 10,000 reviews in sessions of twenty is read by a new device with at most 25 operations', async () => {
    for (let at = 0; at < 500; at += 1) {
      await putOne(at);
      if (at % FAN === FAN - 1) await listAndWait();
    }
    const listed = await listAndWait();
    const inOthers = new Set(listed.flatMap((segment) => segment.merged?.covers ?? []));
    const reads = listed.filter((segment) => !inOthers.has(segment.id));
    expect(1 + reads.length).toBeLessThanOrEqual(25);
    const bodies = reads.map(async (segment) => {
      const body = await ask(`/log/harbour/${segment.id}`, { headers: by(LEARNER) });
      return v.parse(SHAPES.StoredSegment, await body.json()).reviews;
    });
    const reviews = (await Promise.all(bodies)).flat();
    expect(new Set(reviews.map((review) => review.id)).size).toBe(10_000);
    expect(reviews).toHaveLength(10_000);
  }, 120_000);
});

/** Makes every merged segment a day older. */
async function ageMerged(): Promise<void> {
  for (const key of await storedKeys()) {
    const { value, metadata } = await env.PROGRESS.getWithMetadata<{ mergedAtMs?: number }>(key);
    if (metadata?.mergedAtMs === undefined || value === null) continue;
    const older = { ...metadata, mergedAtMs: metadata.mergedAtMs - LINGER_MS };
    await env.PROGRESS.put(key, value, { metadata: older });
  }
}
