import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import {
  GradebookReplySchema,
  ReceiptSchema,
  SavedSchema,
  SubmittedSchema,
} from '../../../questions/classroom/api.ts';
import { digestText } from '../../../questions/classroom/attemptDigest.ts';
import type { Given } from '../../../questions/classroom/attempt.ts';
import { AttemptIdSchema, QuestionRefSchema } from '../../../questions/classroom/ids.ts';
import { DeckIdSchema } from '../../../questions/ids.ts';
import { classStore } from '../../../worker/classroom/classStore.ts';
import { sign } from '../../../worker/classroom/signing.ts';
import { ask, by, problemOf, sending } from '../ask.ts';
import { attemptPath, codeOf, given, payloadOf, resumed, save, submit, tokenLike } from './someAttempt.ts';
import {
  countedIn,
  DAY_MS,
  keyNamed,
  MINUTE_MS,
  nextId,
  sit,
  someClass,
  type Assigned,
} from './someClass.ts';

const TEACHER = keyNamed('TEACHER');
const ANN = keyNamed('ANN');
const BEN = keyNamed('BEN');
const STRANGER = keyNamed('STRANGER');
const PICKED = [
  'fleet-moved/where-to',
  'stone-pier-finished/which-year',
  'three-trades/name-the-three',
  'cranes/who-holds-what',
].map((ref) => v.parse(QuestionRefSchema, ref));
const SCOPE = { by: 'questions' as const, questions: [...PICKED] };

describe('beginning an attempt', () => {
  afterAll(reset);

  it('gives the questions without their names, and a token for them', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const sitting = await sit(await history.test({ scope: SCOPE }), ANN);
    expect(sitting.questions).toHaveLength(4);
    expect(sitting.questions.map(({ view }) => view.kind).sort()).toEqual([
      'choice',
      'list',
      'match',
      'short',
    ]);
    for (const question of sitting.questions) expect(Object.keys(question)).toEqual(['view', 'outOf']);
    expect(sitting).toMatchObject({ answers: [], told: [], submittedAtMs: null, language: 'en' });
  });

  it('goes on with the attempt that runs, and does not begin another', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test({ attempts: 3, draw: 'each', count: 3 });
    const [first, again] = [await sit(test, ANN), await sit(test, ANN)];
    expect(again.attempt).toBe(first.attempt);
    expect(again.questions).toEqual(first.questions);
  });

  it('draws every attempt anew where each has its own questions', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test({ attempts: 3, draw: 'each' });
    const first = await sit(test, ANN);
    await submit(test, first, ANN, []);
    const second = await sit(test, ANN);
    expect(second.attempt > first.attempt).toBe(true);
    expect(second.seed).not.toBe(first.seed);
  });

  it('is refused outside the window and beyond the attempts', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const begin = async (test: Assigned) =>
      codeOf(await ask(`${test.path}/attempts`, sending('POST', {}, by(ANN))));
    const now = Date.now();
    const early = await history.test({ opensAtMs: now + MINUTE_MS, closesAtMs: now + DAY_MS });
    expect(await begin(early)).toBe('not-open-yet');
    const late = await history.test({ opensAtMs: now - DAY_MS, closesAtMs: now - MINUTE_MS });
    expect(await begin(late)).toBe('closed');
    const once = await history.test();
    await submit(once, await sit(once, ANN), ANN, []);
    expect(await begin(once)).toBe('no-attempts-left');
  });

  it('gives one student more time, past the close too', async () => {
    const history = await someClass(TEACHER);
    const ann = await history.join(ANN);
    await history.join(BEN);
    const closesAtMs = Date.now() + 12 * MINUTE_MS;
    const [timed, open] = [
      await history.test({ minutes: 10, closesAtMs }),
      await history.test({ closesAtMs }),
    ];
    for (const { id } of [timed, open]) {
      const allowed = { assignment: id, member: ann, opensAtMs: null, closesAtMs: null };
      await history.act({ type: 'allow', ...allowed, extraMinutes: 5 });
    }
    const [hers, his] = [await sit(timed, ANN), await sit(timed, BEN)];
    expect(hers.endsAtMs).toBe(hers.startedAtMs + 15 * MINUTE_MS);
    expect(his.endsAtMs).toBe(his.startedAtMs + 10 * MINUTE_MS);
    expect((await sit(open, ANN)).endsAtMs).toBe(closesAtMs + 5 * MINUTE_MS);
    expect((await sit(open, BEN)).endsAtMs).toBe(closesAtMs);
  });

  it('ends, where a late list let it begin on a second device, when that device was told', async () => {
    const history = await someClass(TEACHER);
    const ann = await history.join(ANN);
    const test = await history.test({ minutes: 10 });
    const first = await sit(test, ANN);
    const store = classStore(env.PROGRESS);
    const [record] = await store.attempts(history.of, test.id, ann);
    if (!record?.start) throw new Error('Inconsistent: no start');
    const earlier = v.parse(
      AttemptIdSchema,
      nextId(first.startedAtMs - 40_000).slice(0, 10) + first.attempt.slice(10),
    );
    await store.putStart({ class: history.of, assignment: test.id, member: ann }, earlier, record.start);
    const { attempt, endsAtMs } = await resumed(test, first, ANN);
    expect({ attempt, endsAtMs }).toEqual({ attempt: earlier, endsAtMs: first.endsAtMs });
    const reply = await ask(`${test.path}/gradebook`, { headers: by(TEACHER) });
    const { gradebook } = v.parse(GradebookReplySchema, await reply.json());
    expect(gradebook.rows[0]?.attempts).toMatchObject([{ attempt: earlier, endsAtMs: first.endsAtMs }]);
  });

  it('says the same of a draft, of a practice, of another class and of nothing', async () => {
    const [history, biology] = [await someClass(TEACHER), await someClass(TEACHER)];
    await history.join(ANN);
    const test = await history.test();
    await history.act({ type: 'assign', assignment: test.id, state: 'draft', settings: test.settings });
    const elsewhere = await biology.test();
    const ids = [test.id, (await history.retain()).id, elsewhere.id, nextId(), 'nonsense'];
    const said = await Promise.all(
      ids.map(async (id) => {
        const path = `/classes/${history.of}/assignments/${id}/attempts`;
        return (await ask(path, sending('POST', {}, by(ANN)))).text();
      }),
    );
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('unknown-assignment');
  });

  it('is not to be had in an archived class', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test();
    await history.act({ type: 'archive', archived: true });
    expect(await codeOf(await ask(`${test.path}/attempts`, sending('POST', {}, by(ANN))))).toBe(
      'unknown-assignment',
    );
  });

  it('tells a stranger, a removed student and a teacher nothing, by the same work', async () => {
    const history = await someClass(TEACHER);
    const test = await history.test();
    const ben = await history.join(BEN);
    await classStore(env.PROGRESS).putGone(history.of, ben);
    const nowhere = test.path.replace(history.of, history.of.split('').reverse().join(''));
    const asking = [
      [test.path, STRANGER],
      [test.path, BEN],
      [test.path, TEACHER],
      [nowhere, STRANGER],
    ] as const;
    const said = [];
    for (const [path, key] of asking) {
      let text = '';
      const operations = await countedIn(async () => {
        text = await (await ask(`${path}/attempts`, sending('POST', {}, by(key)))).text();
      });
      said.push({ text, operations });
    }
    expect(said[0]?.operations).toEqual({ put: 0, list: 0, get: 3, delete: 0 });
    for (const one of said) expect(one).toEqual(said[0]);
    expect(said[0]?.text).toContain('unknown-class');
  });
});

describe('saving', () => {
  afterAll(reset);

  it('keeps drafts, and gives the last word on each question to any device of the student', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test({ scope: SCOPE });
    const sitting = await sit(test, ANN);
    const first = given(sitting, 'fishing fleet', 'Tarn Point');
    const second = given(sitting, 'three trades', ['herring', 'ζάλτ']);
    const third = given(sitting, 'Match each', [['The council', 'speaks of the channel']]);
    expect(v.parse(SavedSchema, await (await save(test, sitting, ANN, [first, second])).json()).late).toBe(
      false,
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    await save(test, sitting, ANN, [{ ...first, answer: 'Orvik' }, third]);
    const { answers } = await resumed(test, sitting, ANN);
    expect(answers).toEqual([{ ...first, answer: 'Orvik' }, second, third].sort((a, b) => a.at - b.at));
  });

  it('names every answer that fits no question, and keeps none', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test({ scope: SCOPE });
    const sitting = await sit(test, ANN);
    const fine = given(sitting, 'three trades', ['salt']);
    const wrong = given(sitting, 'fishing fleet', 'Atlantis');
    const problem = await problemOf(
      await save(test, sitting, ANN, [fine, wrong, { at: 40, answer: 'x', seconds: 1 }]),
    );
    expect(problem).toMatchObject({ status: 422, code: 'malformed-answer' });
    expect(problem.problems?.map(({ path }) => path)).toEqual(['answers.1', 'answers.2']);
    expect((await resumed(test, sitting, ANN)).answers).toEqual([]);
  });

  it('says that an answer is late once the end and the grace are past', async () => {
    const history = await someClass(TEACHER);
    const ann = await history.join(ANN);
    const test = await history.test({ scope: SCOPE, minutes: 30 });
    const sitting = await sit(test, ANN);
    const attempt = v.parse(AttemptIdSchema, nextId(Date.now() - 31 * MINUTE_MS));
    const store = classStore(env.PROGRESS);
    const [record] = await store.attempts(history.of, test.id, ann);
    const start = record?.start;
    if (start === undefined || start === null) throw new Error('Inconsistent: the attempt has no start');
    await store.putStart({ class: history.of, assignment: test.id, member: ann }, attempt, start);
    const ended = await resumed(test, { attempt }, ANN);
    const saved = await save(test, ended, ANN, [given(sitting, 'fishing fleet', 'Orvik')]);
    expect(v.parse(SavedSchema, await saved.json()).late).toBe(true);
    expect((await resumed(test, ended, ANN)).answers).toEqual([]);
  });

  it('takes the time when all of the body is here', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test({ scope: SCOPE });
    const sitting = await sit(test, ANN);
    const token = await tokenLike(sitting, { endsAtMs: Date.now() - 30_000 + 400 });
    const body = new TextEncoder().encode(JSON.stringify({ token, answers: [] }));
    const slow = new ReadableStream({
      async start(controller) {
        controller.enqueue(body.subarray(0, 10));
        await new Promise((resolve) => setTimeout(resolve, 800));
        controller.enqueue(body.subarray(10));
        controller.close();
      },
    });
    const response = await ask(`${attemptPath(test, sitting)}/segments/${nextId()}`, {
      method: 'PUT',
      body: slow,
      headers: { ...by(ANN), 'Content-Type': 'application/json' },
    });
    expect(v.parse(SavedSchema, await response.json()).late).toBe(true);
  });

  it('takes no token that is altered, of another student, of another attempt or for another purpose', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    await history.join(BEN);
    const [test, other] = [await history.test(), await history.test()];
    const [hers, his, elsewhere] = [await sit(test, ANN), await sit(test, BEN), await sit(other, ANN)];
    const receipt = v.parse(SubmittedSchema, await (await submit(other, elsewhere, ANN, [])).json()).receipt;
    const last = hers.token.at(-1) === 'A' ? 'Q' : 'A';
    const tokens = [
      `${hers.token.slice(0, -1)}${last}`,
      hers.token.slice(1),
      his.token,
      elsewhere.token,
      receipt,
      await sign('another secret, thirty-two letters', 'attempt', payloadOf(hers.token)),
      '',
      '.',
    ];
    const said = await Promise.all(
      tokens.map(async (token) => (await save(test, { ...hers, token }, ANN, [])).text()),
    );
    said.push(await (await save(test, hers, BEN, [])).text());
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('unknown-attempt');
    expect((await save(test, hers, ANN, [])).status).toBe(200);
  });

  it('takes what is late for seven days', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test();
    const sitting = await sit(test, ANN);
    const old = await tokenLike(sitting, { endsAtMs: Date.now() - 7 * DAY_MS - MINUTE_MS });
    const recent = await tokenLike(sitting, { endsAtMs: Date.now() - 7 * DAY_MS + MINUTE_MS });
    const refused = await problemOf(await save(test, { ...sitting, token: old }, ANN, []));
    expect(refused).toMatchObject({ status: 410, code: 'attempt-over' });
    expect((await save(test, { ...sitting, token: recent }, ANN, [])).status).toBe(200);
  });

  it('goes on under another key where a student who lost the key was merged', async () => {
    const history = await someClass(TEACHER);
    const [lost, anew] = [await history.join(ANN), await history.join(BEN)];
    const test = await history.test({ scope: SCOPE });
    const before = await sit(test, ANN);
    const answer = given(before, 'fishing fleet', 'Orvik');
    await save(test, before, ANN, [answer]);
    await history.act({ type: 'merge', from: lost, into: anew });
    const after = await sit(test, BEN);
    expect(after).toMatchObject({ attempt: before.attempt, answers: [answer] });
    const more = given(after, 'three trades', ['rope']);
    expect((await submit(test, after, BEN, [answer, more])).status).toBe(200);
    const kept = await classStore(env.PROGRESS).attempts(history.of, test.id);
    expect(kept.map(({ member, arrivals }) => [member, arrivals.length])).toEqual([[lost, 2]]);
  });
});

describe('handing in', () => {
  afterAll(reset);

  it('gives a receipt that anybody can check', async () => {
    const history = await someClass(TEACHER);
    const ann = await history.join(ANN);
    const test = await history.test({ scope: SCOPE });
    const sitting = await sit(test, ANN);
    const answers = [
      given(sitting, 'three trades', ['rope']),
      given(sitting, 'fishing fleet', null),
      given(sitting, 'stone pier', ''),
    ];
    const submitted = v.parse(SubmittedSchema, await (await submit(test, sitting, ANN, answers)).json());
    const receipt = await ask('/receipts', sending('POST', { receipt: submitted.receipt }));
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(digestText(answers)));
    expect(v.parse(ReceiptSchema, await receipt.json())).toEqual({
      class: history.of,
      assignment: test.id,
      attempt: sitting.attempt,
      member: ann,
      title: 'The harbour',
      answered: 2,
      questions: 4,
      receivedAtMs: submitted.receivedAtMs,
      late: false,
      answersSha256: Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    });
  });

  it('knows no receipt but its own', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test();
    const sitting = await sit(test, ANN);
    for (const receipt of ['', 'a.b', sitting.token])
      expect(await codeOf(await ask('/receipts', sending('POST', { receipt })))).toBe('unknown-receipt');
  });

  it('counts once: what was handed in stands, and its receipt is given again', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test({ scope: SCOPE });
    const sitting = await sit(test, ANN);
    const right = given(sitting, 'fishing fleet', 'Orvik');
    const first = await (await submit(test, sitting, ANN, [right])).text();
    const second = await (await submit(test, sitting, ANN, [{ ...right, answer: 'Kelder Bay' }])).text();
    expect(second).toBe(first);
    const { answers, submittedAtMs } = await resumed(test, sitting, ANN);
    expect(answers).toEqual([right]);
    expect(submittedAtMs).toBe(v.parse(SubmittedSchema, JSON.parse(first)).receivedAtMs);
  });

  it('needs at most four puts for twenty questions', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const deck = v.parse(DeckIdSchema, 'kazakhstan-january-2022');
    const test = await history.test({ deck, count: 20, draw: 'each' });
    const begun = await countedIn(() => ask(`${test.path}/attempts`, sending('POST', {}, by(ANN))));
    const sitting = await sit(test, ANN);
    expect(sitting.questions).toHaveLength(20);
    const answers = sitting.questions.map((_, at): Given => ({ at, answer: null, seconds: 30 }));
    const saved = await countedIn(() => save(test, sitting, ANN, answers.slice(0, 7)));
    const handedIn = await countedIn(() => submit(test, sitting, ANN, answers));
    expect({ begun, saved, handedIn }).toEqual({
      begun: { put: 1, list: 2, get: 3, delete: 0 },
      saved: { put: 1, list: 0, get: 3, delete: 0 },
      handedIn: { put: 1, list: 1, get: 3, delete: 0 },
    });
  });
});
