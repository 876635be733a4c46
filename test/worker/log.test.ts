import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import { createApp } from '../../worker/app.ts';
import { SHAPES } from '../../worker/shapes.ts';
import { API, ask, by, LEARNER, problemOf, SEGMENT, sending, storedKeys, STRANGER } from './ask.ts';
import { answered, segmentOf } from './reviews.ts';

afterEach(reset);

const put = (segment: unknown, id = SEGMENT, learner = LEARNER) =>
  ask(`/log/harbour/${id}`, sending('PUT', segment, by(learner)));
const list = async (learner = LEARNER) =>
  v.parse(SHAPES.LogPage, await (await ask('/log/harbour', { headers: by(learner) })).json());

describe('the log', () => {
  it('gives back the same reviews after an append, in the list and alone', async () => {
    expect((await put(segmentOf(3))).status).toBe(204);
    expect(await list()).toEqual({ segments: [{ id: SEGMENT, reviews: segmentOf(3).reviews }] });
    const alone = await ask(`/log/harbour/${SEGMENT}`, { headers: by(LEARNER) });
    expect(v.parse(SHAPES.Segment, await alone.json())).toEqual(segmentOf(3));
  });

  it('lists a large segment by its id, and gives its hundred reviews alone', async () => {
    await put(segmentOf(100));
    expect(await list()).toEqual({ segments: [{ id: SEGMENT }] });
    const alone = await ask(`/log/harbour/${SEGMENT}`, { headers: by(LEARNER) });
    expect(await alone.json()).toEqual(segmentOf(100));
  });

  it('stores under the SHA-256 of the learner key, and the key itself nowhere', async () => {
    await put(segmentOf(1));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(LEARNER));
    const learnerId = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(await storedKeys()).toEqual([`log/${learnerId}/harbour/${SEGMENT}`]);
    expect(await env.PROGRESS.get(`log/${learnerId}/harbour/${SEGMENT}`)).not.toContain(LEARNER);
  });

  it('writes the same bytes under the same key when an append is tried again', async () => {
    await put(segmentOf(2));
    const [key = ''] = await storedKeys();
    const before = await env.PROGRESS.getWithMetadata(key);
    const { v: version, reviews } = segmentOf(2);
    expect((await put({ reviews, v: version })).status).toBe(204);
    expect(await storedKeys()).toEqual([key]);
    expect(await env.PROGRESS.getWithMetadata(key)).toEqual(before);
  });

  it('takes undo, claim and reset, retired facts, and forms that the deck no longer has', async () => {
    const entry = (at: number, rest: object) => ({
      id: `01J0000000000000000000000${at}`,
      answeredAtMs: 1,
      zone: 0,
      ...rest,
    });
    const reviews = [
      answered(0),
      answered(1, { question: 'a-form-of-last-year' }),
      answered(2, { fact: 'ice-house', question: 'how-cold' }),
      entry(3, { type: 'undo', undoes: answered(0)['id'] }),
      entry(4, { type: 'claim', claims: answered(1)['id'], rating: 3 }),
      entry(5, { type: 'reset' }),
      entry(6, { type: 'reset', fact: 'lighthouse-lit' }),
    ];
    expect((await put({ v: 1, reviews })).status).toBe(204);
  });

  it('takes a clock that is hours ahead, and refuses one that is days ahead', async () => {
    const hours = (count: number) => Date.now() + count * 3_600_000;
    expect((await put(segmentOf(1, { answeredAtMs: hours(23) }))).status).toBe(204);
    await reset();
    const problem = await problemOf(await put(segmentOf(2, { answeredAtMs: hours(25) })));
    expect(problem).toMatchObject({ status: 422, code: 'time-in-future' });
    expect(problem.problems?.map(({ path }) => path)).toEqual([
      'reviews.0.answeredAtMs',
      'reviews.1.answeredAtMs',
    ]);
    expect(await storedKeys()).toEqual([]);
  });

  it('is read by nobody but its learner', async () => {
    await put(segmentOf(1));
    expect(await list(STRANGER)).toEqual({ segments: [] });
    const alone = await ask(`/log/harbour/${SEGMENT}`, { headers: by(STRANGER) });
    expect(await problemOf(alone)).toMatchObject({ status: 404, code: 'unknown-segment' });
  });

  it('is stored by no cache', async () => {
    for (const response of [await put(segmentOf(1)), await ask('/log/harbour', { headers: by(LEARNER) })]) {
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('goes on from a cursor, and gives the next one', async () => {
    const asked: unknown[] = [];
    const kv = {
      list: (options: unknown) => {
        asked.push(options);
        return Promise.resolve({ keys: [], list_complete: false, cursor: 'third/part==' });
      },
    };
    const bindings = { PROGRESS: kv as unknown as KVNamespace, ASSETS: { fetch: () => new Response() } };
    const request = new Request(`${API}/log/harbour?cursor=second%2Fpart%3D%3D`, { headers: by(LEARNER) });
    const page = await (await createApp(decks).fetch(request, bindings)).json();
    expect(page).toEqual({ segments: [], cursor: 'third/part==' });
    expect(asked).toEqual([
      { prefix: expect.stringMatching(/^log\/[0-9a-f]{64}\/harbour\/$/), cursor: 'second/part==' },
    ]);
  });
});
