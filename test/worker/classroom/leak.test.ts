import { reset } from 'cloudflare:test';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import decks from '../../../.build/test-decks.json';
import { SittingSchema, type Sitting } from '../../../questions/classroom/api.ts';
import type { FeedbackTime, Test } from '../../../questions/classroom/assignment.ts';
import type { QuestionRef } from '../../../questions/classroom/ids.ts';
import { refsOf } from '../../../questions/classroom/answerCode.ts';
import type { CompiledDeck } from '../../../questions/compile.ts';
import type { Question } from '../../../questions/deck.ts';
import { inNeutralOrder } from '../../../questions/kind.ts';
import { shuffled } from '../../../questions/seed.ts';
import { STANDINGS } from '../../../questions/standing.ts';
import { everyQuestion, hear, type Heard } from './heard.ts';
import { otherKey } from './otherKey.ts';
import { formsOfKey, foundIn, wordsAfter, wordsIn } from './searched.ts';
import { payloadOf } from './someAttempt.ts';

const TIMES: readonly FeedbackTime[] = ['at-once', 'at-end', 'after-close', 'never'];
const harbour = deckNamed('harbour');
const kazakhstan = deckNamed('kazakhstan-january-2022');
const TESTS: readonly (readonly [string, CompiledDeck, Partial<Test>])[] = [
  [
    'every question of a sealed deck',
    harbour,
    { scope: { by: 'questions', questions: everyQuestion(harbour) } },
  ],
  ['questions drawn from a sealed deck', harbour, { draw: 'each' }],
  ['questions drawn from an open deck', kazakhstan, { draw: 'each', count: 20 }],
  ['passages of an open deck', kazakhstan, { scope: evidenceAmong(everyQuestion(kazakhstan)) }],
];

function evidenceAmong(refs: readonly QuestionRef[]): Test['scope'] {
  return { by: 'questions', questions: refs.filter((ref) => ref.endsWith('/evidence')).slice(0, 20) };
}

function deckNamed(name: string): CompiledDeck {
  const found = decks.find(({ deck }) => deck.id === name);
  if (found === undefined) throw new Error(`Inconsistent: ${name} is not compiled`);
  return found;
}

/** The sittings among what was heard. */
function sittingsIn(heard: readonly Heard[]): readonly Sitting[] {
  return heard.flatMap(({ to, status, body }) =>
    status === 200 && /^(begin|go on)/.test(to) ? [v.parse(SittingSchema, JSON.parse(body))] : [],
  );
}

/** The keyed questions that were asked, in the order of the sitting. */
function askedIn(compiled: CompiledDeck, sitting: Sitting) {
  return refsOf(compiled, payloadOf(sitting.token).start.questions).map((ref) => {
    const [fact = '', id = ''] = (ref ?? '').split('/');
    const question = compiled.key.facts[fact]?.questions[id];
    if (question === undefined) throw new Error(`Inconsistent: ${ref} was asked`);
    return { fact, id, question };
  });
}

/** Fields that are told only with results. */
const TOLD = /"(told|solution|because|expected|place|statement|explanation)":(?!\[\])/;

/** What is no key: titles, the views, which are looked at apart, and what the student said. */
const APART = new Set(['title', 'deckTitle', 'deck', 'name', 'view', 'questions', 'answer']);

/** A body without these, random names and times; a signed text as what it says. */
function withoutViews(body: string): string {
  const kept = (name: string, value: unknown): unknown => {
    if (name === 'questions' && Array.isArray(value)) return value;
    if (APART.has(name)) return null;
    if (typeof value === 'number' && value > 1e12) return null;
    if (typeof value !== 'string') return value;
    const [payload = '', mac] = value.split('.');
    const isSigned = mac !== undefined && /^[\w-]{43}$/.test(mac);
    return isSigned
      ? withoutViews(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
      : value.replaceAll(/[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{64}/g, '');
  };
  return body === '' ? '' : JSON.stringify(JSON.parse(body, kept));
}

/** All that was said beside the views, each text once. */
function textOf(heard: readonly Heard[]): string {
  return [...new Set(heard.flatMap(({ headers, body }) => [headers, withoutViews(body)]))].join('\n');
}

/** What the API says of a test on another deck: words of its own ("role", "action"), which tell nothing. */
async function saidOfAnyDeck(compiled: CompiledDeck): Promise<string> {
  const heard = await hear(compiled === harbour ? kazakhstan : harbour, 'after-close', { count: 3 });
  return textOf(heard);
}

/** What varies from one sitting to the next whatever the key: random names, times, and what is signed with them. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/[\w-]{100,}\.[\w-]{43}A?/g, 'SIGNED')
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, 'ID')
    .replaceAll(/\b\d{13}\b/g, 'MOMENT');
}

describe('what a student is told of a test before its results may be told', { timeout: 30_000 }, () => {
  afterAll(reset);

  for (const [what, compiled, settings] of TESTS) {
    it.each(TIMES)(`has no key, for ${what}, with feedback %s`, async (feedback) => {
      const heard = await hear(compiled, feedback, settings);
      const [sitting] = sittingsIn(heard);
      if (sitting === undefined) throw new Error('Inconsistent: no sitting');
      const asked = askedIn(compiled, sitting);
      const secrets = [
        ...new Set([
          ...asked.flatMap(({ question }) => formsOfKey(compiled, question)),
          ...wordsAfter(compiled),
        ]),
      ];
      const ours = await saidOfAnyDeck(compiled);
      const telling = secrets.filter((secret) => foundIn(ours, [secret]).length === 0);
      expect(telling.length).toBeGreaterThan(0.8 * secrets.length);
      expect(foundIn(textOf(heard), telling)).toEqual([]);
      for (const { to, body } of heard) expect([to, TOLD.exec(body)]).toEqual([to, null]);
    });

    it(`names no question and no fact, for ${what}`, async () => {
      const heard = await hear(compiled, 'after-close', settings);
      const names = Object.entries(compiled.key.facts).flatMap(([fact, { questions }]) => [
        `"${fact}"`,
        ...Object.keys(questions).flatMap((id) => [
          `${fact}/${id}`,
          ...(id.includes('-') ? [`"${id}"`] : []),
        ]),
      ]);
      for (const { to, headers, body } of heard) {
        const said = `${headers}${body}${withoutViews(body)}`;
        expect([to, names.filter((name) => said.includes(name))]).toEqual([to, []]);
      }
    });

    it(`shows no typed answer in its own question, and options in an order of their own, for ${what}`, async () => {
      for (const sitting of sittingsIn(await hear(compiled, 'never', settings))) {
        const asked = askedIn(compiled, sitting);
        expect(asked.length).toBeGreaterThan(5);
        asked.forEach(({ fact, question }, at) => {
          const view: Sitting['questions'][number]['view'] = sitting.questions[at]?.view ?? {
            kind: '',
            prompt: '',
          };
          expect(view.kind).toBe(question.kind);
          expect(wordsIn(JSON.stringify(view), formsOfKey(compiled, question))).toEqual([]);
          if (view.kind === 'evidence') expect(view['claim']).not.toBe(compiled.key.facts[fact]?.statement);
          expectNeutral(question, view);
        });
      }
    });
  }

  it('hears every kind, in every state', async () => {
    const heard = await hear(harbour, 'after-close', {
      scope: { by: 'questions', questions: everyQuestion(harbour) },
    });
    const [sitting] = sittingsIn(heard);
    expect(new Set(sitting?.questions.map(({ view }) => view.kind)).size).toBe(10);
    const statuses = new Map<number, number>();
    for (const { status } of heard) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect([...statuses.keys()].sort((a, b) => a - b)).toEqual([200, 403, 404, 410, 422]);
  });

  it('is the same bytes whatever the key, but for names, times and signatures', async () => {
    const scope = { by: 'questions' as const, questions: everyQuestion(harbour) };
    const saidBy = async (compiled: CompiledDeck) =>
      (await hear(compiled, 'after-close', { scope })).map(({ to, status, headers, body }) =>
        withoutChance([to, status, headers, body].join('\n')),
      );
    const [said, other] = [await saidBy(harbour), await saidBy(otherKey(harbour))];
    expect(other).toEqual(said);
    expect(said.length).toBeGreaterThan(50);
  });

  it('finds a key where there is one', async () => {
    const secrets = formsOfKey(harbour, questionOf('stone-pier-engineer', 'who-designed'));
    expect(secrets).toContain('Ilse Brandt');
    for (const text of [
      'ILSE BRANDT',
      'x=Ilse%20Brandt',
      btoa('so Ilse Brandt'),
      btoa('…Ilse Brandt'.replace('…', 'ab')),
      String.raw`\u0049\u006c\u0073\u0065\u0020\u0042\u0072\u0061\u006e\u0064\u0074`,
    ])
      expect(foundIn(text, secrets), text).not.toEqual([]);
  });
});

describe('the options of a question', () => {
  it('have the right one at every place equally often', () => {
    const { options } = v.parse(v.object({ options: v.array(v.string()) }), {
      options: inNeutralOrder(['Orvik', 'Tarn Point', 'Kelder Bay', 'Saltmere']),
    });
    const seeds = Array.from({ length: 4000 }, (_, at) => `leak/MEMBER${at}/0/${at % 20}`);
    const counts = [0, 0, 0, 0];
    for (const seed of seeds) {
      const place = shuffled(options, seed).indexOf('Orvik');
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 16.27: one in a thousand with three degrees of freedom.
    expect(chiSquare).toBeLessThan(16.27);
  });
});

function questionOf(fact: string, id: string): Question {
  const question = harbour.key.facts[fact]?.questions[id];
  if (question === undefined) throw new Error(`Inconsistent: no ${fact}/${id}`);
  return question;
}

/** The fields of each kind's view beside its prompt: a new field has to be thought about. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  choice: ['options'],
  multiple: ['options'],
  judge: ['claim', 'options'],
  order: ['items'],
  match: ['lefts', 'rights'],
  evidence: ['claim', 'sentences'],
  short: ['expects'],
  number: ['unit'],
  list: ['count'],
  cloze: ['parts', 'shows'],
};

/** Options in an order that follows from the set of them alone. */
function expectNeutral(question: Question, view: Readonly<Record<string, unknown>>): void {
  const { kind, prompt: _prompt, ...rest } = view;
  expect(FIELDS[String(kind)]).toEqual(expect.arrayContaining(Object.keys(rest)));
  const texts = (name: string) => v.parse(v.array(v.string()), view[name]);
  if (kind === 'choice' || kind === 'multiple')
    expect(texts('options')).toEqual(inNeutralOrder(texts('options')));
  if (kind === 'judge') expect(texts('options')).toEqual(STANDINGS);
  if (kind === 'match')
    for (const side of ['lefts', 'rights']) expect(texts(side)).toEqual(inNeutralOrder(texts(side)));
  if (question.kind !== 'order') return;
  const neutral = inNeutralOrder(texts('items'));
  expect(texts('items')).toEqual(shuffled(neutral, neutral.join('\n')));
  expect(texts('items')).not.toEqual(question.answer);
  expect(texts('items')).not.toEqual([...question.answer].reverse());
}
