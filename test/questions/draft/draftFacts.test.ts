import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeckFile } from '../../../questions/deck.ts';
import { draftFacts } from '../../../questions/draft/draftFacts.ts';
import type { Drafted } from '../../../questions/draft/draft.ts';
import { makeWinkTagger } from '../../../questions/draft/winkTagger.ts';
import { lint } from '../../../questions/lint.ts';
import { findPassage } from '../../../questions/passage.ts';
import { markedDocuments } from './markedDocuments.ts';

const ROOT = join(import.meta.dirname, '../../..');
const KAZAKHSTAN = readFileSync(join(ROOT, 'questions/decks/kazakhstan-january-2022/document.md'), 'utf8');
const tagger = makeWinkTagger();
const SHA = '0'.repeat(64);

function draft(document: string, taken: readonly string[] = []): Drafted {
  return draftFacts(document, { language: 'en', tagger, glossary: {}, taken });
}

/** The drafts as the deck that they would be. */
function deckOf({ drafts, glossary }: Drafted): DeckFile {
  return {
    title: 'Drafts',
    language: 'en',
    asOf: '2022-01-08',
    access: 'open',
    documentSha256: SHA,
    glossary,
    faults: [],
    retired: [],
    facts: Object.fromEntries(drafts.map(({ factId, fact }) => [factId, fact])),
  };
}

function errorsIn(drafted: Drafted, document: string): readonly string[] {
  const source = { file: deckOf(drafted), at: () => ({ line: 1, column: 1 }), isPlain: () => false };
  return lint(source, document, { sha256: SHA, publish: false })
    .filter(({ level }) => level === 'E')
    .map(({ rule, path, message }) => `${path.join('.')} ${rule} ${message}`);
}

describe('on the first document', () => {
  const drafted = draft(KAZAKHSTAN);

  test('every passage is verbatim, and stands there once', () => {
    expect(drafted.drafts.length).toBeGreaterThan(20);
    for (const { fact } of drafted.drafts) expect(findPassage(KAZAKHSTAN, fact.passage).found).toBe('once');
  });

  test('the lint finds no error in the drafts, a key in a stem least of all', () => {
    expect(errorsIn(drafted, KAZAKHSTAN)).toEqual([]);
  });

  test('every question is a draft, so that nothing is served before a person has seen it', () => {
    const questions = drafted.drafts.flatMap(({ fact }) => Object.values(fact.questions));
    expect(questions.every((question) => question.draft === true)).toBe(true);
  });

  test('the surest come first, and each fact names its questions with their sureness', () => {
    const confidences = drafted.drafts.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    for (const { fact, questions } of drafted.drafts)
      expect(questions.map(({ id }) => id).sort()).toEqual(Object.keys(fact.questions).sort());
  });

  test('the same document gives the same drafts, and ids that are taken are not given again', () => {
    expect(JSON.stringify(draft(KAZAKHSTAN))).toBe(JSON.stringify(drafted));
    const ids = drafted.drafts.map(({ factId }) => factId);
    expect(new Set(ids).size).toBe(ids.length);
    const again = draft(KAZAKHSTAN, ids).drafts.map(({ factId }) => factId);
    expect(again.filter((id) => ids.includes(id))).toEqual([]);
  });

  test('a draft keeps its signature whatever its id', () => {
    const signatures = ({ drafts }: Drafted) =>
      drafts.flatMap(({ questions }) => questions.map(({ signature }) => signature));
    const again = draft(
      KAZAKHSTAN,
      drafted.drafts.map(({ factId }) => factId),
    );
    expect(signatures(again).sort()).toEqual(signatures(drafted).sort());
    expect(new Set(signatures(drafted)).size).toBe(signatures(drafted).length);
  });

  test('says how far it has come, up to the end', () => {
    const shares: number[] = [];
    draftFacts(KAZAKHSTAN, {
      language: 'en',
      tagger,
      glossary: {},
      taken: [],
      onProgress: (share) => shares.push(share),
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

test('a wrong option is an answer of another fact, which it names as its proof', () => {
  const choices = markedDocuments().flatMap(({ document }) => {
    const { drafts } = draft(document);
    const facts = new Map(drafts.map(({ factId, fact }) => [factId, fact]));
    return drafts.flatMap(({ factId, fact }) =>
      Object.values(fact.questions).flatMap((question) =>
        question.kind === 'choice' ? question.distractors.map((wrong) => ({ ...wrong, factId, facts })) : [],
      ),
    );
  });
  expect(choices.length).toBeGreaterThan(20);
  for (const { text, because, factId, facts } of choices) {
    if (because === undefined) continue;
    expect(because).not.toBe(factId);
    expect(facts.get(because)?.passage.exact.toLowerCase()).toContain(text.toLowerCase());
  }
  expect(choices.filter(({ because }) => because !== undefined).length).toBeGreaterThan(10);
});

test.each([
  ['nothing', ''],
  ['white space', ' \n\n\t\r\n'],
  ['Windows newlines', KAZAKHSTAN.replace(/\n/g, '\r\n')],
  [
    'decomposed letters',
    'José Muñoz founded the Café Ångström in 1904 in Málaga. '.normalize('NFD').repeat(2),
  ],
  ['right-to-left text', 'تأسست المدينة في عام 1821. يعيش فيها 40 ألف نسمة.'],
  ['Chinese', '北京是中国的首都。它有2100万人口。'],
  ['no words', '#### ---- |||| *** >>> ``` 1234 5678 $%&'],
])('%s: no error, and what is drafted is proved', (_name, document) => {
  const drafted = draft(document);
  for (const { fact } of drafted.drafts) expect(findPassage(document, fact.passage).found).toBe('once');
  expect(errorsIn(drafted, document)).toEqual([]);
});

test('whatever sentences a document is made of, its drafts are proved and without errors', () => {
  const sentences = KAZAKHSTAN.split(/(?<=[.?!]) /);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(' ', '\n', '\n\n', '\r\n\r\n'),
      (chosen, between) => {
        const document = chosen.join(between);
        const drafted = draft(document);
        for (const { fact } of drafted.drafts) expect(findPassage(document, fact.passage).found).toBe('once');
        expect(errorsIn(drafted, document)).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
