import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { DeckIdSchema, LearnerIdSchema, SegmentIdSchema } from '../../questions/ids.ts';
import type { Segment } from '../../questions/review.ts';
import { kvStore } from '../../worker/kvStore.ts';
import { Refusal } from '../../worker/problem.ts';
import { idOf, segmentOf } from './reviews.ts';
import { storeContract } from './storeContract.ts';

const deck = v.parse(DeckIdSchema, 'harbour');
const place = { learner: v.parse(LearnerIdSchema, 'a'.repeat(64)), deck };
const id = v.parse(SegmentIdSchema, idOf(1));
const key = `log/${place.learner}/harbour/${id}`;

afterEach(reset);

storeContract('Workers KV', async () => {
  await reset();
  return { store: kvStore(env.PROGRESS), settle: () => Promise.resolve() };
});

describe('kvStore', () => {
  it('writes the whole segment as the value, small or large', async () => {
    for (const count of [1, 100]) {
      await kvStore(env.PROGRESS).put(place, id, segmentOf(count));
      expect(await env.PROGRESS.get(key)).toBe(JSON.stringify(segmentOf(count)));
    }
  });

  it('lets a segment of 1,024 bytes ride in the metadata, and one of 1,025 not', async () => {
    const [fits, over] = [1024, 1025].map(segmentOfBytes);
    for (const [segment, isInline] of [
      [fits, true],
      [over, false],
    ] as const) {
      if (segment === undefined) throw new Error('Inconsistent: two segments');
      await kvStore(env.PROGRESS).put(place, id, segment);
      const [listed] = (await kvStore(env.PROGRESS).list(place.learner)).segments;
      expect(listed).toEqual(isInline ? { deck, id, reviews: segment.reviews } : { deck, id });
    }
  });

  it('lets only ASCII ride there', async () => {
    await kvStore(env.PROGRESS).put(place, id, segmentOf(1, { answer: 'Қазақстан' }));
    expect(await kvStore(env.PROGRESS).list(place.learner)).toEqual({ segments: [{ deck, id }] });
    const body = await kvStore(env.PROGRESS).get(place, id);
    expect(JSON.parse(new TextDecoder().decode(body))).toEqual(segmentOf(1, { answer: 'Қазақстан' }));
  });

  it('does one operation for each call, and reads nothing before it writes', async () => {
    const done: string[] = [];
    const store = kvStore(counting(env.PROGRESS, done));
    await store.put(place, id, segmentOf(20));
    await store.list(place.learner);
    await store.get(place, id);
    expect(done).toEqual(['put', 'list', 'get']);
  });

  it('goes on from a cursor where a log has more than a thousand segments', async () => {
    const store = kvStore(env.PROGRESS);
    for (let from = 0; from < 1005; from += 201) {
      await Promise.all(
        Array.from({ length: 201 }, (_, at) =>
          store.put(place, v.parse(SegmentIdSchema, idOf(from + at)), segmentOf(1)),
        ),
      );
    }
    const first = await store.list(place.learner);
    const second = await store.list(place.learner, first.cursor);
    expect([first.segments.length, second.segments.length, second.cursor]).toEqual([1000, 5, undefined]);
    expect(new Set([...first.segments, ...second.segments].map((listed) => listed.id)).size).toBe(1005);
  }, 20_000);

  it('leaves keys of another form alone', async () => {
    await env.PROGRESS.put(`log/${place.learner}/harbour/of-a-later-version`, '{}');
    expect(await kvStore(env.PROGRESS).list(place.learner)).toEqual({ segments: [] });
  });

  it('passes over metadata that is no segment, so that the value is read instead', async () => {
    await env.PROGRESS.put(key, JSON.stringify(segmentOf(1)), { metadata: { v: 2 } });
    expect(await kvStore(env.PROGRESS).list(place.learner)).toEqual({ segments: [{ deck, id }] });
  });

  it('refuses a cursor that KV does not know, and says to try again when KV fails otherwise', async () => {
    const failing = (message: string) =>
      kvStore({ ...env.PROGRESS, list: () => Promise.reject(new Error(message)) });
    await expect(failing('KV GET failed: 400 invalid cursor').list(place.learner, 'x')).rejects.toMatchObject(
      {
        code: 'invalid-parameter',
      },
    );
    await expect(
      failing('KV GET failed: 429 Too Many Requests').list(place.learner, 'x'),
    ).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    await expect(failing('KV GET failed: 400 Bad Request').list(place.learner)).rejects.toBeInstanceOf(
      Refusal,
    );
  });
});

/** A segment whose JSON has so many bytes. */
function segmentOfBytes(bytes: number): Segment {
  const short = segmentOf(2, { answer: 'x'.repeat(150) });
  const long = segmentOf(1, { answer: 'x'.repeat(150 + bytes - JSON.stringify(short).length) });
  return { v: 1, reviews: [...long.reviews, ...short.reviews.slice(1)] };
}

function counting(kv: KVNamespace, done: string[]): KVNamespace {
  return new Proxy(kv, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        done.push(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
}
