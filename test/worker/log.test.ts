import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import { createApp } from '../../worker/app.ts';
import { SHAPES } from '../../worker/shapes.ts';
import { API, ask, by, LEARNER, problemOf, SEGMENT, sending, storedKeys, STRANGER } from './ask.ts';
import { answered, idOf, segmentOf } from './reviews.ts';

afterEach(reset);

/** The length of `log/{learnerId}`. */
const PREFIX = 68;

const put = (segment: unknown, id = SEGMENT, learner = LEARNER) =>
  ask(`/log/harbour/${id}`, sending('PUT', segment, by(learner)));
const list = async (learner = LEARNER) =>
  v.parse(SHAPES.LogPage, await (await ask('/log', { headers: by(learner) })).json());

describe('the log', () => {
  it('gives back the same reviews after an append, in the list and alone', async () => {
    expect((await put(segmentOf(3))).status).toBe(204);
    expect(await list()).toEqual({
      segments: [{ deck: 'harbour', id: SEGMENT, reviews: segmentOf(3).reviews }],
    });
    const alone = await ask(`/log/harbour/${SEGMENT}`, { headers: by(LEARNER) });
    expect(v.parse(SHAPES.Segment, await alone.json())).toEqual(segmentOf(3));
  });

  it('lists a large segment by its id, and gives its hundred reviews alone', async () => {
    await put(segmentOf(100));
    expect(await list()).toEqual({ segments: [{ deck: 'harbour', id: SEGMENT }] });
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
    for (const response of [await put(segmentOf(1)), await ask('/log', { headers: by(LEARNER) })]) {
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
    const request = new Request(`${API}/log?cursor=second%2Fpart%3D%3D`, { headers: by(LEARNER) });
    const page = await (await createApp(decks).fetch(request, bindings)).json();
    expect(page).toEqual({ segments: [], cursor: 'third/part==' });
    expect(asked).toEqual([
      { prefix: expect.stringMatching(/^log\/[0-9a-f]{64}\/$/), cursor: 'second/part==' },
    ]);
  });

  it('lists the segments of every deck', async () => {
    await put(segmentOf(1));
    const [, fact] = /"facts":\{"([a-z0-9-]+)"/.exec(JSON.stringify(decks)) ?? [];
    const reviews = [answered(1, { fact, question: 'any' })];
    const other = sending('PUT', { v: 1, reviews }, by(LEARNER));
    expect((await ask(`/log/kazakhstan-january-2022/${SEGMENT}`, other)).status).toBe(204);
    expect((await list()).segments.map(({ deck }) => deck)).toEqual(['harbour', 'kazakhstan-january-2022']);
  });
});

describe('a clock', () => {
  const withClock = (clock: string) =>
    ask(`/log/harbour/${SEGMENT}`, sending('PUT', segmentOf(1), { ...by(LEARNER), 'Steppe-Clock': clock }));

  it.each([
    ['years ahead', Date.now() + 5e11],
    ['years behind', Date.now() - 5e11],
    ['eleven minutes ahead', Date.now() + 11 * 60_000],
    ['no number', 'now'],
    ['negative', -1],
  ])('that is %s is told the time, and nothing is stored', async (_, clock) => {
    const response = await withClock(String(clock));
    expect(Math.abs(Number(response.headers.get('steppe-clock')) - Date.now())).toBeLessThan(5000);
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'clock-wrong' });
    expect(await storedKeys()).toEqual([]);
  });

  it('that is right, or minutes off, is believed', async () => {
    expect((await withClock(String(Date.now()))).status).toBe(204);
    expect((await withClock(String(Date.now() - 9 * 60_000))).status).toBe(204);
  });

  it('is told the time with every list, also to a page of another origin', async () => {
    const headers = { ...by(LEARNER), Origin: 'https://course.example' };
    const response = await ask('/log', { headers });
    expect(Math.abs(Number(response.headers.get('steppe-clock')) - Date.now())).toBeLessThan(5000);
    expect(response.headers.get('access-control-expose-headers')).toContain('Steppe-Clock');
  });
});

describe('an erasure', () => {
  const erase = async (learner = LEARNER) =>
    v.parse(SHAPES.Erased, await (await ask('/log', { method: 'DELETE', headers: by(learner) })).json());

  it('removes every key of the learner, also one of a later version, and none of another', async () => {
    await put(segmentOf(1), SEGMENT, STRANGER);
    const theirs = await storedKeys();
    for (let at = 0; at < 5; at += 1) await put(segmentOf(1), idOf(at));
    const mine = (await storedKeys()).find((key) => !theirs.includes(key)) ?? '';
    await env.PROGRESS.put(`${mine.slice(0, PREFIX)}/of-a-later-version`, '{}');
    expect(await erase()).toEqual({ removed: 6, more: false });
    expect(await storedKeys()).toEqual(theirs);
    expect(await erase()).toEqual({ removed: 0, more: false });
  });

  it('takes several calls for a long log, and says so', async () => {
    await put(segmentOf(1));
    const [mine = ''] = await storedKeys();
    await Promise.all(
      Array.from({ length: 519 }, (_, at) => env.PROGRESS.put(mine.slice(0, -4) + String(1000 + at), '{}')),
    );
    expect(await erase()).toEqual({ removed: 500, more: true });
    expect(await erase()).toEqual({ removed: 20, more: false });
    expect(await storedKeys()).toEqual([]);
  }, 30_000);
});
