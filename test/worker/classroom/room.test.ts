import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sitting } from '../../../questions/classroom/api.ts';
import type { Test } from '../../../questions/classroom/assignment.ts';
import type { KeptAnswers } from '../../../questions/classroom/attempt.ts';
import { SegmentIdSchema } from '../../../questions/ids.ts';
import { classStore } from '../../../worker/classroom/classStore.ts';
import { answerOnce, codeOf, given, resumed, save, submit, tokenLike } from './someAttempt.ts';
import { countedIn, keyNamed, MINUTE_MS, nextId, sit, someClass } from './someClass.ts';

const [TEACHER, ANN] = [keyNamed('TEACHER'), keyNamed('ANN')] as const;

/** An attempt of Ann's, of which so many arrivals with these answers are there already. */
async function sentBefore(count: number, answers: KeptAnswers['answers'] = [], settings: Partial<Test> = {}) {
  const history = await someClass(TEACHER);
  const member = await history.join(ANN);
  const test = await history.test(settings);
  const sitting = await sit(test, ANN);
  const place = { class: history.of, assignment: test.id, member };
  await Promise.all(
    Array.from({ length: count }, () =>
      classStore(env.PROGRESS).putArrival(place, sitting.attempt, {
        segment: v.parse(SegmentIdSchema, nextId()),
        receivedAtMs: Date.now(),
        kept: { v: 1, answers },
      }),
    ),
  );
  return { test, sitting };
}

async function lateToken(sitting: Sitting): Promise<Sitting> {
  return { ...sitting, token: await tokenLike(sitting, { endsAtMs: Date.now() - MINUTE_MS }) };
}

describe('an attempt of which too much was sent', () => {
  afterEach(reset);

  it('takes no further save than a browser makes, and is handed in all the same', async () => {
    const { test, sitting } = await sentBefore(200);
    const fleet = given(sitting, 'fishing fleet', 'Orvik');
    const said = [];
    for (let nth = 0; nth < 12; nth += 1) said.push((await save(test, sitting, ANN, [])).status);
    expect(said).toEqual([...Array<number>(10).fill(200), 403, 403]);
    expect(await codeOf(await save(test, sitting, ANN, []))).toBe('attempt-full');
    expect((await submit(test, sitting, ANN, [fleet])).status).toBe(200);
    expect((await resumed(test, sitting, ANN)).answers).toEqual([fleet]);
  });

  it('takes nothing late, and no answer that would be told at once', async () => {
    const { test, sitting } = await sentBefore(200);
    const late = await lateToken(sitting);
    expect(await codeOf(await save(test, late, ANN, []))).toBe('attempt-full');
    expect(await codeOf(await submit(test, late, ANN, []))).toBe('attempt-full');
    const atOnce = await sentBefore(200, [], { feedback: 'at-once' });
    const fleet = given(atOnce.sitting, 'fishing fleet', 'Orvik');
    expect(await codeOf(await answerOnce(atOnce.test, atOnce.sitting, ANN, fleet))).toBe('attempt-full');
  });

  it('is one with sixty arrivals that a list cannot read, because each takes a get', async () => {
    const long: KeptAnswers['answers'] = [[0, Array.from({ length: 3 }, () => `=${'x'.repeat(400)}`), 1]];
    const { test, sitting } = await sentBefore(60, long);
    expect(await codeOf(await save(test, await lateToken(sitting), ANN, []))).toBe('attempt-full');
  });

  it('is none with a hundred, and a browser’s saves take no list', async () => {
    const { test, sitting } = await sentBefore(100);
    expect((await save(test, await lateToken(sitting), ANN, [])).status).toBe(200);
    const work = () => save(test, sitting, ANN, []);
    expect(await countedIn(work)).toEqual({ put: 1, list: 0, get: 3, delete: 0 });
  });
});
