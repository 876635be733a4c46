import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import {
  AnsweredOnceSchema,
  ResultsSchema,
  StudentAssignmentSchema,
  type Sitting,
} from '../../../questions/classroom/api.ts';
import type { FeedbackTime, Test } from '../../../questions/classroom/assignment.ts';
import { AttemptIdSchema, QuestionRefSchema } from '../../../questions/classroom/ids.ts';
import { classStore } from '../../../worker/classroom/classStore.ts';
import { ask, by, problemOf, sending } from '../ask.ts';
import { answerOnce, attemptPath, codeOf, given, resumed, save, submit, tokenLike } from './someAttempt.ts';
import {
  countedIn,
  keyNamed,
  MINUTE_MS,
  nextId,
  sit,
  someClass,
  type Assigned,
  type SomeClass,
} from './someClass.ts';

const TEACHER = keyNamed('TEACHER');
const ANN = keyNamed('ANN');
const BEN = keyNamed('BEN');
const FLEET = v.parse(QuestionRefSchema, 'fleet-moved/where-to');
const TRADES = v.parse(QuestionRefSchema, 'three-trades/name-the-three');
const LENGTH = v.parse(QuestionRefSchema, 'stone-pier-length/how-long');
const SCOPE = { by: 'questions' as const, questions: [FLEET, TRADES, LENGTH] };

const results = (test: Assigned, sitting: Pick<Sitting, 'attempt'>, key = ANN) =>
  ask(`${attemptPath(test, sitting)}/results`, { headers: by(key) });

async function toldTo(test: Assigned, sitting: Pick<Sitting, 'attempt'>, key = ANN) {
  return v.parse(ResultsSchema, await (await results(test, sitting, key)).json());
}

async function seenBy(test: Assigned, key = ANN) {
  const response = await ask(test.path, { headers: by(key) });
  const seen = v.parse(StudentAssignmentSchema, await response.json());
  if (seen.kind !== 'test') throw new Error('Inconsistent: no test');
  return seen;
}

/** A class with one student, and a test that is told at this time. */
async function testTold(feedback: FeedbackTime, settings: Partial<Test> = {}) {
  const history = await someClass(TEACHER);
  const ann = await history.join(ANN);
  const test = await history.test({ scope: SCOPE, feedback, ...settings });
  return { history, ann, test };
}

/** Moves the close of a test so far into the past that nothing of it can count any more. */
async function close(history: SomeClass, { id, settings }: Assigned, closedMinutesAgo = 2): Promise<void> {
  if (settings.kind !== 'test') throw new Error('Inconsistent: no test');
  const closesAtMs = Date.now() - closedMinutesAgo * MINUTE_MS;
  await history.test({ ...settings, opensAtMs: closesAtMs - 60 * MINUTE_MS, closesAtMs }, id);
}

describe('results', () => {
  afterAll(reset);

  it('are told at the end, with marks, answers, key and passage', async () => {
    const { test } = await testTold('at-end', { points: { [TRADES]: 3 } });
    const sitting = await sit(test, ANN);
    const fleet = given(sitting, 'fishing fleet', 'Orvik');
    await save(test, sitting, ANN, [fleet]);
    expect(await codeOf(await results(test, sitting))).toBe('results-not-yet');
    expect((await seenBy(test)).attempts[0]).not.toHaveProperty('points');
    await submit(test, sitting, ANN, [fleet, given(sitting, 'three trades', ['rope', 'salt'])]);
    const told = await toldTo(test, sitting);
    expect(told).toMatchObject({ title: 'The harbour', deck: 'harbour', points: 3, outOf: 5 });
    expect(told.questions.map(({ at }) => at)).toEqual([0, 1, 2]);
    const trades = told.questions.find(({ view }) => view.prompt.includes('three trades'));
    expect(trades).toMatchObject({
      answer: ['rope', 'salt'],
      points: 2,
      outOf: 3,
      feedback: { verdict: { outcome: 'partial' }, told: { solution: ['herring', 'salt', 'rope'] } },
      change: null,
      dispute: null,
    });
    expect((await seenBy(test)).attempts).toEqual([
      expect.objectContaining({ attempt: sitting.attempt, counts: true, points: 3, outOf: 5 }),
    ]);
  });

  it('are told at the end of an attempt that was not handed in, once its grace is past', async () => {
    const { history, ann, test } = await testTold('at-end', { minutes: 10, attempts: 2 });
    const sitting = await sit(test, ANN);
    const store = classStore(env.PROGRESS);
    const [record] = await store.attempts(history.of, test.id, ann);
    if (record?.start === undefined || record.start === null) throw new Error('Inconsistent: no start');
    const place = { class: history.of, assignment: test.id, member: ann };
    const startedAgo = async (ms: number) => {
      const attempt = v.parse(AttemptIdSchema, nextId(Date.now() - ms));
      if (record.start !== null) await store.putStart(place, attempt, record.start);
      return { attempt };
    };
    expect(await codeOf(await results(test, sitting))).toBe('results-not-yet');
    expect(await codeOf(await results(test, await startedAgo(10 * MINUTE_MS + 20_000)))).toBe(
      'results-not-yet',
    );
    expect((await results(test, await startedAgo(10 * MINUTE_MS + 31_000))).status).toBe(200);
  });

  it('are told after the latest close of anyone', async () => {
    const { history, ann, test } = await testTold('after-close');
    await history.join(BEN);
    const sitting = await sit(test, BEN);
    await submit(test, sitting, BEN, [given(sitting, 'fishing fleet', 'Orvik')]);
    expect(await codeOf(await results(test, sitting, BEN))).toBe('results-not-yet');
    await close(history, test);
    expect((await results(test, sitting, BEN)).status).toBe(200);
    const more = { assignment: test.id, member: ann, opensAtMs: null, closesAtMs: null };
    await history.act({ type: 'allow', ...more, extraMinutes: 5 });
    expect(await codeOf(await results(test, sitting, BEN))).toBe('results-not-yet');
    const seen = await seenBy(test, BEN);
    expect(seen.resultsFromMs).toBeGreaterThan(Date.now() + 3 * MINUTE_MS);
    expect(seen.attempts[0]).not.toHaveProperty('points');
  });

  it('are not told right after the close, when more time may have been given unseen', async () => {
    const { history, test } = await testTold('after-close');
    const sitting = await sit(test, ANN);
    await submit(test, sitting, ANN, []);
    await close(history, test, 1);
    expect(await codeOf(await results(test, sitting))).toBe('results-not-yet');
  });

  it('are never told where the teacher said so', async () => {
    const { history, test } = await testTold('never');
    const sitting = await sit(test, ANN);
    await submit(test, sitting, ANN, []);
    await close(history, test);
    expect(await codeOf(await results(test, sitting))).toBe('no-results');
    expect(await seenBy(test)).toMatchObject({ resultsFromMs: null, changes: [] });
    expect((await seenBy(test)).attempts[0]).not.toHaveProperty('points');
  });

  it('are told of own attempts alone', async () => {
    const { history, test } = await testTold('at-end');
    await history.join(BEN);
    const sitting = await sit(test, ANN);
    await submit(test, sitting, ANN, []);
    expect(await codeOf(await results(test, sitting, BEN))).toBe('unknown-attempt');
    const unknown = sitting.attempt.slice(0, 10).padEnd(26, 'Z');
    expect(await codeOf(await results(test, { attempt: unknown as never }))).toBe('unknown-attempt');
  });

  it('do not say which of two attempts is the best before the marks are told', async () => {
    const { history, test } = await testTold('after-close', { attempts: 2, counts: 'best' });
    const first = await sit(test, ANN);
    await submit(test, first, ANN, [given(first, 'fishing fleet', 'Orvik')]);
    const second = await sit(test, ANN);
    await submit(test, second, ANN, []);
    expect((await seenBy(test)).attempts.map(({ counts }) => counts)).toEqual([false, false]);
    await close(history, test);
    expect((await seenBy(test)).attempts.map(({ counts }) => counts)).toEqual([true, false]);
  });

  it('follow a repair, and say in a line what it changed', async () => {
    const { history, test } = await testTold('at-end');
    const sitting = await sit(test, ANN);
    await history.act({
      type: 'repair',
      assignment: test.id,
      question: FLEET,
      how: { do: 'key', answer: 'Tarn Point', also: true },
      words: 'Tarn Point is right too.',
    });
    expect((await seenBy(test)).changes).toEqual([]);
    await submit(test, sitting, ANN, [given(sitting, 'fishing fleet', 'Tarn Point')]);
    const told = await toldTo(test, sitting);
    expect(told.points).toBe(1);
    const change = { how: 'key', words: 'Tarn Point is right too.' };
    expect(told.questions.find(({ share }) => share === 1)?.change).toMatchObject(change);
    expect((await seenBy(test)).changes).toEqual([expect.objectContaining(change)]);
  });

  it('end an attempt for good, so that more time cannot make what was told count', async () => {
    const { history, ann, test } = await testTold('at-end');
    const sitting = await sit(test, ANN);
    const fleet = given(sitting, 'fishing fleet', 'Orvik');
    await close(history, test);
    expect((await toldTo(test, sitting)).points).toBe(0);
    expect((await save(test, sitting, ANN, [fleet])).status).toBe(200);
    if (test.settings.kind !== 'test') throw new Error('Inconsistent: no test');
    await history.test(test.settings, test.id);
    expect(await codeOf(await ask(`${test.path}/attempts`, sending('POST', {}, by(ANN))))).toBe(
      'no-attempts-left',
    );
    expect((await toldTo(test, sitting)).points).toBe(0);
    const records = await classStore(env.PROGRESS).attempts(history.of, test.id, ann);
    const ends = records.flatMap(({ arrivals }) => arrivals.filter(({ kept }) => kept.end));
    expect(ends).toHaveLength(1);
  });

  it('are disputed once they are told, and show what became of it', async () => {
    const { history, ann, test } = await testTold('at-end');
    const sitting = await sit(test, ANN);
    const { at } = given(sitting, 'fishing fleet', 'Orvik');
    const dispute = (place: number, words = 'The map says Kelder Bay.') =>
      ask(`${attemptPath(test, sitting)}/disputes/${place}`, sending('PUT', { words }, by(ANN)));
    expect(await codeOf(await dispute(at))).toBe('results-not-yet');
    await submit(test, sitting, ANN, []);
    expect(await codeOf(await dispute(7))).toBe('unknown-question');
    expect((await dispute(at)).status).toBe(204);
    const words = 'The map says Kelder Bay.';
    const disputed = async () =>
      (await toldTo(test, sitting)).questions.find((one) => one.at === at)?.dispute;
    expect(await disputed()).toEqual({ words, decision: null });
    const { attempt } = sitting;
    const decision = { decision: 'kept' as const, words: 'The map is older.' };
    await history.act({ type: 'decide', assignment: test.id, member: ann, attempt, at, ...decision });
    expect(await disputed()).toEqual({ words, decision });
  });
});

describe('feedback at once', () => {
  afterAll(reset);

  const answered = async (response: Response) => v.parse(AnsweredOnceSchema, await response.json());

  it('keeps an answer and then tells on it', async () => {
    const { test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const fleet = given(sitting, 'fishing fleet', 'Kelder Bay');
    const said = await answered(await answerOnce(test, sitting, ANN, fleet));
    expect(said).toMatchObject({
      late: false,
      feedback: { verdict: { outcome: 'wrong' }, told: { solution: ['Orvik'] } },
    });
    const later = await resumed(test, sitting, ANN);
    expect(later.answers).toEqual([fleet]);
    expect(later.told).toEqual([{ at: fleet.at, feedback: said.feedback }]);
    expect((await toldTo(test, sitting)).questions.map(({ at }) => at)).toEqual([fleet.at]);
  });

  it('lets the first answer stand, "I do not know" too', async () => {
    const { test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    for (const [words, first, then] of [
      ['fishing fleet', 'Kelder Bay', 'Orvik'],
      ['three trades', null, ['rope', 'salt', 'herring']],
    ] as const) {
      const asked = given(sitting, words, typeof first === 'string' ? first : null);
      const before = await answered(await answerOnce(test, sitting, ANN, asked));
      const again = given(sitting, words, typeof then === 'string' ? then : [...then]);
      expect(await answered(await answerOnce(test, sitting, ANN, again))).toEqual(before);
    }
    await submit(test, sitting, ANN, [given(sitting, 'fishing fleet', 'Orvik')]);
    expect((await toldTo(test, sitting)).points).toBe(0);
  });

  it('lets the first answer stand, whatever the name under which it was sent', async () => {
    const { test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const segment = nextId();
    const fleet = given(sitting, 'fishing fleet', 'Kelder Bay');
    for (const asked of [given(sitting, 'three trades', null), fleet])
      expect((await answerOnce(test, sitting, ANN, asked, segment)).status).toBe(200);
    const again = await answered(await answerOnce(test, sitting, ANN, { ...fleet, answer: 'Orvik' }));
    expect(again).toMatchObject({ feedback: { verdict: { outcome: 'wrong' } } });
    expect((await resumed(test, sitting, ANN)).answers).toContainEqual(fleet);
  });

  it('lets a told answer stand after the teacher has ended it', async () => {
    const { history, test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const fleet = given(sitting, 'fishing fleet', 'Kelder Bay');
    await answerOnce(test, sitting, ANN, fleet);
    if (test.settings.kind !== 'test') throw new Error('Inconsistent: no test');
    await history.test({ ...test.settings, feedback: 'after-close' }, test.id);
    const quiet = await resumed(test, sitting, ANN);
    const then = [{ ...fleet, answer: 'Orvik' }, given(quiet, 'How long', '340')];
    expect((await save(test, quiet, ANN, then)).status).toBe(200);
    expect((await resumed(test, sitting, ANN)).answers).toEqual(
      [fleet, ...then.slice(1)].sort((a, b) => a.at - b.at),
    );
  });

  it('keeps and tells nothing of an unclear answer', async () => {
    const { test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const unclear = given(sitting, 'How long', '340 kg');
    const said = await answered(await answerOnce(test, sitting, ANN, unclear));
    expect(said.feedback).toEqual({ verdict: { outcome: 'again', reason: 'unit-wrong', share: 0 } });
    expect(await resumed(test, sitting, ANN)).toMatchObject({ answers: [], told: [] });
    expect(
      (await answered(await answerOnce(test, sitting, ANN, { ...unclear, answer: '340' }))).feedback,
    ).toMatchObject({ verdict: { outcome: 'right' } });
  });

  it('takes answers one by one, and only there', async () => {
    const { history, test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const fleet = given(sitting, 'fishing fleet', 'Orvik');
    expect(await codeOf(await save(test, sitting, ANN, [fleet]))).toBe('answers-one-by-one');
    const other = await history.test({ scope: SCOPE });
    const quiet = await sit(other, ANN);
    const refused = await answerOnce(other, quiet, ANN, given(quiet, 'fishing fleet', 'Orvik'));
    expect(await problemOf(refused)).toMatchObject({ code: 'answers-together' });
    expect((await resumed(other, quiet, ANN)).answers).toEqual([]);
  });

  it('refuses what fits no question or leaves it open, and keeps nothing', async () => {
    const { test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const fleet = given(sitting, 'fishing fleet', 'Atlantis');
    expect(await codeOf(await answerOnce(test, sitting, ANN, fleet))).toBe('malformed-answer');
    expect(await codeOf(await answerOnce(test, sitting, ANN, { ...fleet, at: 30 }))).toBe('malformed-answer');
    const open = given(sitting, 'three trades', ['', '']);
    expect(await codeOf(await answerOnce(test, sitting, ANN, open))).toBe('incomplete-answer');
    expect((await resumed(test, sitting, ANN)).answers).toEqual([]);
  });

  it('says that an answer after the end is late, and does not count it', async () => {
    const { test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const token = await tokenLike(sitting, { endsAtMs: Date.now() - MINUTE_MS });
    const said = await answered(
      await answerOnce(test, { ...sitting, token }, ANN, given(sitting, 'fishing fleet', 'Orvik')),
    );
    expect(said.late).toBe(true);
  });

  it('costs one put an answer', async () => {
    const { test } = await testTold('at-once');
    const sitting = await sit(test, ANN);
    const fleet = given(sitting, 'fishing fleet', 'Orvik');
    expect(await countedIn(() => answerOnce(test, sitting, ANN, fleet))).toEqual({
      put: 1,
      list: 2,
      get: 3,
      delete: 0,
    });
  });
});
