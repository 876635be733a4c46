import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blanksOf } from '../../questions/blank.ts';
import { compile, EVIDENCE } from '../../questions/compile.ts';
import type { AuthoredQuestion, DeckFile, Fact } from '../../questions/deck.ts';
import { parseDeckFile } from '../../questions/deckSource.ts';
import { shuffled } from '../../questions/seed.ts';
import { STANDINGS } from '../../questions/standing.ts';

const folder = new URL('../fixtures/decks/harbour/', import.meta.url);
const document = readFileSync(new URL('document.md', folder), 'utf8');
const parsed = parseDeckFile(readFileSync(new URL('deck.yaml', folder), 'utf8'));
if (!parsed.ok)
  throw new Error(`Inconsistent: the fixture deck does not parse: ${JSON.stringify(parsed.problems)}`);
const harbour = parsed.source.file;

/** The public deck as text; the revision is left out, because it is a hash of the whole file. */
const published = (file: DeckFile) => JSON.stringify(compile('harbour', '', file, document).deck);

/** A word of invented letters that no text of the deck has. */
const word = (seed: number, at = 0) => `zq${Math.abs(seed) % 9973}x${at}`;

/** The same question to the eye, with another key. */
function rekeyed(question: AuthoredQuestion, seed: number): AuthoredQuestion {
  const after = { explanation: word(seed) };
  switch (question.kind) {
    case 'choice': {
      const [answer = '', ...rest] = shuffled(
        [question.answer, ...question.distractors.map(({ text }) => text)],
        seed,
      );
      return {
        ...question,
        ...after,
        answer,
        distractors: rest.map((text) => ({ text, because: word(seed) })),
      };
    }
    case 'multiple': {
      const options = shuffled([...question.answer, ...question.distractors.map(({ text }) => text)], seed);
      const right = 1 + (Math.abs(seed) % (options.length - 1));
      return {
        ...question,
        ...after,
        answer: options.slice(0, right),
        distractors: options.slice(right).map((text) => ({ text })),
      };
    }
    case 'short': {
      const answer = question.expects === 'date' ? String(1500 + (Math.abs(seed) % 400)) : word(seed);
      return {
        ...question,
        ...after,
        answer,
        accept: [word(seed, 1)],
        reject: [{ text: word(seed, 2), because: word(seed, 3) }],
      };
    }
    case 'cloze': {
      const { parts, blanks } = blanksOf(question.text);
      const text = parts
        .map((part, at) => part + (blanks[at] ? `{{${word(seed, at)}|${blanks[at].shows}}}` : ''))
        .join('');
      return { ...question, ...after, text, accept: { [word(seed)]: [word(seed, 9)] } };
    }
    case 'number':
      return { ...question, ...after, answer: seed, tolerance: Math.abs(seed) };
    case 'list':
      return {
        ...question,
        ...after,
        answer: question.answer.map((_, at) => ({ text: word(seed, at), accept: [word(seed, at + 50)] })),
      };
    case 'order':
      return { ...question, ...after, answer: shuffled(question.answer, seed) };
    case 'match': {
      const rights = shuffled(
        [...question.answer.map(({ right }) => right), ...question.distractors.map(({ text }) => text)],
        seed,
      );
      const answer = shuffled(question.answer, seed).map(({ left }, at) => ({
        left,
        right: rights[at] ?? '',
      }));
      return {
        ...question,
        ...after,
        answer,
        distractors: rights.slice(answer.length).map((text) => ({ text })),
      };
    }
    case 'judge':
      return { ...question, ...after };
    default:
      throw new Error(`Inconsistent: a kind that this test does not know: ${JSON.stringify(question)}`);
  }
}

/** The same fact to the eye, with another key, another standing and other words for afterwards. */
function rekeyedFact(fact: Fact, seed: number): Fact {
  const [standing = 'stated'] = shuffled(STANDINGS, seed);
  const questions = Object.entries(fact.questions).map(
    ([id, question]) => [id, rekeyed(question, seed)] as const,
  );
  return {
    ...fact,
    statement: word(seed),
    standing,
    by: word(seed),
    note: { disputed: word(seed) },
    questions: Object.fromEntries(questions),
  };
}

function rekeyedDeck(seed: number): DeckFile {
  const facts = Object.entries(harbour.facts).map(
    ([id, fact], at) => [id, rekeyedFact(fact, seed + at)] as const,
  );
  const glossary = { [word(seed)]: { kind: 'person' as const, aliases: [word(seed, 1)] } };
  return { ...harbour, glossary, facts: Object.fromEntries(facts) };
}

describe('a sealed deck', () => {
  it('is published with the same bytes whatever its key', () => {
    const original = published(harbour);
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (seed) => {
        expect(published(rekeyedDeck(seed))).toBe(original);
      }),
    );
  });

  it('shows the same sentences to choose the proof from, whichever of them is the proof', () => {
    const evidenceOf = (file: DeckFile, factId: string) => {
      const fact = compile('harbour', '', file, document).deck.facts.find(({ id }) => id === factId);
      const view = fact?.questions.find(({ id }) => id === EVIDENCE)?.view;
      return view?.kind === 'evidence' ? view.sentences : [];
    };
    const proving = (factId: string, fact: Fact, exact: string): DeckFile => ({
      ...harbour,
      facts: { ...harbour.facts, [factId]: { ...fact, passage: { exact } } },
    });
    for (const [factId, fact] of Object.entries(harbour.facts)) {
      const shown = evidenceOf(harbour, factId);
      for (const sentence of shown)
        expect(evidenceOf(proving(factId, fact, sentence), factId)).toEqual(shown);
    }
  });

  it('really gets another key from the test above, for every kind', () => {
    const keyOf = (file: DeckFile) => compile('harbour', '', file, document).key.facts;
    const [before, after] = [keyOf(harbour), keyOf(rekeyedDeck(7))];
    const same = Object.entries(before).flatMap(([fact, { questions }]) =>
      Object.entries(questions)
        .filter(([id, question]) => JSON.stringify(after[fact]?.questions[id]) === JSON.stringify(question))
        .map(([, { kind }]) => kind),
    );
    expect(new Set(same)).toEqual(new Set(['evidence']));
  });

  it('is published with other bytes when what is shown changes', () => {
    expect(published({ ...harbour, title: 'Another town' })).not.toBe(published(harbour));
  });

  it.each(['choice', 'multiple', 'match'])(
    'shows the options of %s sorted, whatever the author wrote first',
    (kind) => {
      const views = compile('harbour', '', harbour, document).deck.facts.flatMap(({ questions }) =>
        questions.map(({ view }) => view),
      );
      const lists = views.flatMap((view) => {
        if (view.kind !== kind) return [];
        if (view.kind === 'match') return [view.lefts, view.rights];
        return view.kind === 'choice' || view.kind === 'multiple' ? [view.options] : [];
      });
      expect(lists.length).toBeGreaterThan(0);
      for (const list of lists) expect(list).toEqual([...list].sort());
    },
  );
});
