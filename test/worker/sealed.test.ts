import { reset } from 'cloudflare:test';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import type { KeyedFact } from '../../questions/compile.ts';
import type { Question } from '../../questions/deck.ts';
import { formsOf } from '../../questions/glossary.ts';
import { blanksOf } from '../../questions/blank.ts';
import { fold } from '../../questions/typed/fold.ts';
import { SHAPES } from '../../worker/shapes.ts';
import { answer, ask, by, LEARNER, SEGMENT, sending } from './ask.ts';
import { segmentOf } from './reviews.ts';

const harbour = decks.find(({ deck }) => deck.id === 'harbour');
if (harbour === undefined) throw new Error('Inconsistent: the fixture deck is not compiled');
const { key, document } = harbour;
const asked = Object.entries(key.facts).flatMap(([fact, { questions }]) =>
  Object.entries(questions).map(([id, question]) => ({ fact, id, question })),
);

/** Every form of a typed question that is right or is told only after the answer. */
function formsOfKey(question: Question): readonly string[] {
  if (question.kind === 'short') return formsOf(key.glossary, question.answer, question.accept);
  if (question.kind === 'number') return [String(question.answer)];
  if (question.kind === 'list') {
    return question.answer.flatMap(({ text, accept }) => formsOf(key.glossary, text, accept));
  }
  if (question.kind !== 'cloze') return [];
  const { blanks } = blanksOf(question.text);
  return blanks.flatMap(({ answer: blank }) => formsOf(key.glossary, blank, question.accept[blank]));
}

/** What the author wrote to be told afterwards. */
function wordsAfter({ statement, note, questions }: KeyedFact): readonly string[] {
  const notes = typeof note === 'object' ? Object.values(note) : [note];
  const texts = Object.values(questions).flatMap((question) => [
    'explanation' in question ? question.explanation : undefined,
    ...('distractors' in question ? question.distractors.map(({ because }) => because) : []),
    ...('reject' in question ? question.reject.map(({ because }) => because) : []),
  ]);
  return [statement, ...notes, ...texts].filter((text) => text !== undefined);
}

const SECRETS = [
  ...new Set([
    ...asked.flatMap(({ question }) => formsOfKey(question)),
    ...Object.values(key.facts).flatMap(wordsAfter),
  ]),
].filter((text) => text !== 'ferry-later');

function secretsIn(text: string): readonly string[] {
  const folded = ` ${fold(text)} `;
  return SECRETS.filter((secret) => folded.includes(` ${fold(secret)} `));
}

/** The deck as it is served, without the sentences that it quotes: those are the document's, which anybody may read. */
async function deckWithoutSentences(): Promise<string> {
  const { deck, ...rest } = v.parse(SHAPES.Deck, await (await ask('/decks/harbour')).json());
  const facts = deck.facts.map((fact) => ({
    ...fact,
    questions: fact.questions.map((question) => ({ ...question, view: { ...question.view, sentences: [] } })),
  }));
  return JSON.stringify({ ...rest, deck: { ...deck, facts } });
}

describe('a sealed deck', () => {
  afterAll(reset);

  it('has every kind in the fixture, and secrets to look for', () => {
    expect(new Set(asked.map(({ question }) => question.kind)).size).toBe(10);
    expect(SECRETS).toEqual(
      expect.arrayContaining([
        '1871',
        '340',
        'Ilse Brandt',
        'Brandt',
        'Ilsa Brandt',
        'sea salt',
        'rope making',
      ]),
    );
    expect(SECRETS.length).toBeGreaterThan(25);
  });

  it('has no secret in the deck, the list or the description of the API', async () => {
    expect(secretsIn(await deckWithoutSentences())).toEqual([]);
    for (const path of ['/decks', '/openapi.json'])
      expect(secretsIn(await (await ask(path)).text()), path).toEqual([]);
  });

  it('quotes sentences of the document in the order of the document, and nothing else', async () => {
    const { deck } = v.parse(SHAPES.Deck, await (await ask('/decks/harbour')).json());
    const views = deck.facts
      .flatMap(({ questions }) => questions.map(({ view }) => view))
      .filter(({ kind }) => kind === 'evidence');
    expect(views.length).toBeGreaterThan(4);
    for (const view of views) {
      const sentences = v.parse(v.array(v.string()), view['sentences']);
      const places = sentences.map((sentence) => document.indexOf(sentence));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(Object.keys(view).sort()).toEqual(['claim', 'kind', 'prompt', 'sentences']);
    }
  });

  it('has no secret in a log, where the learner wrote none', async () => {
    await ask(`/log/harbour/${SEGMENT}`, sending('PUT', segmentOf(2, { answer: 'no idea' }), by(LEARNER)));
    for (const path of ['/log', `/log/harbour/${SEGMENT}`]) {
      expect(secretsIn(await (await ask(path, { headers: by(LEARNER) })).text()), path).toEqual([]);
    }
  });

  it('has no secret in what is not there', async () => {
    for (const path of [
      '/decks/harbour/key',
      '/decks/harbour/answers',
      '/decks/harbour.json',
      '/log/harbour/key',
    ]) {
      expect(secretsIn(await (await ask(path)).text()), path).toEqual([]);
    }
  });

  it.each(asked)(
    'tells nothing of $fact/$id to an answer that is refused or unclear',
    async ({ fact, id }) => {
      for (const given of [
        undefined,
        7,
        '',
        ' ',
        [],
        [''],
        ['', ''],
        ['Atlantis', '?'],
        {},
        'Atlantis?',
        '340 kg',
        [['a', 'b']],
      ]) {
        const response = await answer(fact, id, given);
        const text = await response.text();
        if (response.status === 200 && !text.includes('"outcome":"again"')) continue;
        expect([given, secretsIn(text)]).toEqual([given, []]);
        expect(text).not.toMatch(/"(told|solution|expected|because|items|place)"/);
      }
      expect(secretsIn(await (await answer(fact, 'no-such-question', null)).text())).toEqual([]);
    },
  );

  it('tells its secrets after an answer, so that this search would find them', async () => {
    const told = await Promise.all(asked.map(async ({ fact, id }) => (await answer(fact, id, null)).text()));
    const found = new Set(told.flatMap((text) => secretsIn(text)));
    expect([...found]).toEqual(
      expect.arrayContaining(['1871', '340', 'Ilse Brandt', 'rope', 'The new cranes spoil the view.']),
    );
  });
});
