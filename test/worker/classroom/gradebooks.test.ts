import { reset } from 'cloudflare:test';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import {
  AssignableSchema,
  GradebookReplySchema,
  PaperSchema,
  StandingsSchema,
} from '../../../questions/classroom/api.ts';
import { RepairEffectSchema } from '../../../questions/classroom/gradebook.ts';
import { QuestionRefSchema } from '../../../questions/classroom/ids.ts';
import { ask, by, problemOf, sending } from '../ask.ts';
import { codeOf, given, submit } from './someAttempt.ts';
import { countedIn, DAY_MS, keyNamed, sit, someClass, type Assigned } from './someClass.ts';

const TEACHER = keyNamed('TEACHER');
const OTHER_TEACHER = keyNamed('TEACHER2');
const ANN = keyNamed('ANN');
const BEN = keyNamed('BEN');
const FLEET = v.parse(QuestionRefSchema, 'fleet-moved/where-to');
const TRADES = v.parse(QuestionRefSchema, 'three-trades/name-the-three');
const SCOPE = { by: 'questions' as const, questions: [FLEET, TRADES] };

async function gradebookOf(test: Assigned) {
  const response = await ask(`${test.path}/gradebook`, { headers: by(TEACHER) });
  return v.parse(GradebookReplySchema, await response.json()).gradebook;
}

describe('the gradebook', () => {
  afterAll(reset);

  it('has every student and what each came to', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN, 'Ann');
    await history.join(BEN, 'Ben');
    const test = await history.test({ scope: SCOPE });
    const sitting = await sit(test, ANN);
    await submit(test, sitting, ANN, [given(sitting, 'fishing fleet', 'Orvik')]);
    const { rows, columns } = await gradebookOf(test);
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['Ann', 'submitted'],
      ['Ben', 'not-started'],
    ]);
    expect(rows[0]?.attempts[0]).toMatchObject({ points: 1, outOf: 2 });
    expect(columns).toHaveLength(2);
  });

  it('is read with a list of the class, one of the attempts and one of the disputes', async () => {
    const history = await someClass(TEACHER);
    const keys = Array.from({ length: 12 }, (_, at) => keyNamed(`ANN${at}X`));
    for (const key of keys) await history.join(key, `Student ${key.slice(3, 5)}`);
    const test = await history.test({ scope: SCOPE });
    for (const key of keys) {
      const sitting = await sit(test, key);
      await submit(test, sitting, key, [given(sitting, 'three trades', ['rope', 'hemp', 'salt'])]);
    }
    expect(await countedIn(() => gradebookOf(test))).toEqual({ put: 0, list: 3, get: 3, delete: 0 });
  });

  it('says who would gain and lose by a repair, and writes nothing', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN, 'Ann');
    await history.join(BEN, 'Ben');
    const test = await history.test({ scope: SCOPE });
    for (const [key, place] of [
      [ANN, 'Orvik'],
      [BEN, 'Kelder Bay'],
    ] as const) {
      const sitting = await sit(test, key);
      await submit(test, sitting, key, [given(sitting, 'fishing fleet', place)]);
    }
    const trial = (answer: unknown) =>
      ask(
        `${test.path}/trials`,
        sending('POST', { question: FLEET, how: { do: 'key', answer, also: false } }, by(TEACHER)),
      );
    let effect: unknown;
    const operations = await countedIn(async () => {
      effect = await (await trial('Kelder Bay')).json();
    });
    expect(operations).toEqual({ put: 0, list: 3, get: 3, delete: 0 });
    const { changes } = v.parse(RepairEffectSchema, effect);
    expect(changes.map(({ name, before, after }) => [name, before.points, after.points])).toEqual([
      ['Ann', 1, 0],
      ['Ben', 0, 1],
    ]);
    expect((await gradebookOf(test)).columns.map(({ repair }) => repair)).toEqual([null, null]);
    expect(await problemOf(await trial('Atlantis'))).toMatchObject({ code: 'malformed-answer' });
  });

  it('has a test on paper for each seed, with its answers and passages', async () => {
    const history = await someClass(TEACHER);
    const test = await history.test({ count: 5 });
    const paper = async (seed: string) =>
      v.parse(
        PaperSchema,
        await (await ask(`${test.path}/paper?seed=${seed}`, { headers: by(TEACHER) })).json(),
      );
    const [one, same, two] = [await paper('A'), await paper('A'), await paper('B')];
    expect(one).toEqual(same);
    expect(one.questions).toHaveLength(5);
    expect(two.questions.map(({ question }) => question)).not.toEqual(
      one.questions.map(({ question }) => question),
    );
    for (const { solution, passage } of one.questions) {
      expect(solution.length).toBeGreaterThan(0);
      expect(passage.length).toBeGreaterThan(10);
    }
    expect((await ask(`${test.path}/paper`, { headers: by(TEACHER) })).status).toBe(422);
  });

  it('tells a teacher what can be assigned of a deck, each question with its answer', async () => {
    const history = await someClass(TEACHER);
    const response = await ask(`/classes/${history.of}/decks/harbour`, { headers: by(TEACHER) });
    const { facts, access } = v.parse(AssignableSchema, await response.json());
    expect(access).toBe('sealed');
    const fleet = facts.flatMap(({ questions }) => questions).find(({ question }) => question === FLEET);
    expect(fleet).toMatchObject({ solution: ['Orvik'], view: { kind: 'choice' } });
    const unknown = await ask(`/classes/${history.of}/decks/atlantis`, { headers: by(TEACHER) });
    expect(await codeOf(unknown)).toBe('unknown-deck');
  });

  it('is a teacher’s of this class alone', async () => {
    const history = await someClass(TEACHER);
    await someClass(OTHER_TEACHER);
    await history.join(ANN);
    const test = await history.test({ scope: SCOPE });
    const requests: readonly (readonly [string, RequestInit])[] = [
      [`${test.path}/gradebook`, {}],
      [`${test.path}/trials`, sending('POST', { question: FLEET, how: { do: 'drop' } })],
      [`${test.path}/paper?seed=A`, {}],
      [`${test.path}/standings`, {}],
      [`/classes/${history.of}/decks/harbour`, {}],
    ];
    for (const [path, request] of requests) {
      const said = [];
      for (const key of [ANN, OTHER_TEACHER, BEN]) {
        const headers = { ...Object.fromEntries(new Headers(request.headers)), ...by(key) };
        said.push(await (await ask(path, { ...request, headers })).text());
      }
      expect(new Set(said).size, path).toBe(1);
      expect(said[0], path).toContain('unknown-class');
    }
  });
});

describe('standings of a retain assignment', () => {
  afterAll(reset);

  it('are the latest of each student, and about facts of the assignment alone', async () => {
    const history = await someClass(TEACHER);
    const ann = await history.join(ANN);
    const facts = ['fleet-moved', 'three-trades'];
    const retain = await history.retain({ scope: { by: 'facts', facts: facts as never } });
    const send = (fact: string, stability: number) =>
      ask(
        `${retain.path}/standing`,
        sending(
          'PUT',
          { facts: [{ fact, stability, lastAtMs: Date.now() - DAY_MS }], minutesADay: 4 },
          by(ANN),
        ),
      );
    expect((await send('fleet-moved', 2)).status).toBe(204);
    expect((await send('fleet-moved', 5)).status).toBe(204);
    expect(await problemOf(await send('railway-laid', 5))).toMatchObject({
      code: 'fact-not-assigned',
      problems: [{ path: 'facts.0.fact' }],
    });
    const response = await ask(`${retain.path}/standings`, { headers: by(TEACHER) });
    const { standings } = v.parse(StandingsSchema, await response.json());
    expect(standings.map(({ member, report }) => [member, report.facts[0]?.stability])).toEqual([[ann, 5]]);
  });

  it('are not taken for a test', async () => {
    const history = await someClass(TEACHER);
    await history.join(ANN);
    const test = await history.test();
    const body = { facts: [], minutesADay: 0 };
    expect(await codeOf(await ask(`${test.path}/standing`, sending('PUT', body, by(ANN))))).toBe(
      'unknown-assignment',
    );
  });
});
