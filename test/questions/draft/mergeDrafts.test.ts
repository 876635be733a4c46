import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import { draftFacts } from '../../../questions/draft/draftFacts.ts';
import { mergeDrafts, type DeckText } from '../../../questions/draft/mergeDrafts.ts';
import { offeredIn, withOffers } from '../../../questions/draft/offered.ts';
import { makeWinkTagger } from '../../../questions/draft/winkTagger.ts';
import { editDeck } from '../../../questions/edit/editDeck.ts';
import { newDeck } from '../../../questions/edit/newDeck.ts';
import { lint } from '../../../questions/lint.ts';

const DECK = join(import.meta.dirname, '../../../questions/decks/kazakhstan-january-2022');
const DOCUMENT = readFileSync(join(DECK, 'document.md'), 'utf8');
const AUTHORED = readFileSync(join(DECK, 'deck.yaml'), 'utf8');
const SHA = createHash('sha256').update(DOCUMENT).digest('hex');
const tagger = makeWinkTagger();

function drafted(taken: readonly string[] = []) {
  return draftFacts(DOCUMENT, { language: 'en', tagger, glossary: {}, taken });
}

function fresh(): DeckText {
  const yaml = newDeck({ title: 'Kazakhstan: 2022 # one', language: 'en', documentSha256: SHA });
  return {
    document: DOCUMENT,
    ...mergeDrafts({ yaml, document: DOCUMENT, offered: '' }, drafted(), { withGlossary: true }),
  };
}

function again(deck: DeckText) {
  return mergeDrafts(deck, drafted(), { withGlossary: false });
}

function fileOf(yaml: string) {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.source;
}

/** Every question as `fact/question`. */
function refsOf(yaml: string): readonly { readonly fact: string; readonly question: string }[] {
  return Object.entries(fileOf(yaml).file.facts).flatMap(([fact, { questions }]) =>
    Object.keys(questions).map((question) => ({ fact, question })),
  );
}

describe('into a new deck', () => {
  const deck = fresh();

  test('every draft goes in, with the names that the drafter proposes, and the lint finds no error', () => {
    const source = fileOf(deck.yaml);
    expect(refsOf(deck.yaml).length).toBe(offeredIn(deck.offered).size);
    expect(Object.keys(source.file.glossary).length).toBeGreaterThan(5);
    const errors = lint(source, DOCUMENT, { sha256: SHA, publish: false }).filter(
      ({ level }) => level === 'E',
    );
    expect(errors).toEqual([]);
  });

  test('a wrong option names a fact that is in the deck', () => {
    const { facts } = fileOf(deck.yaml).file;
    const because = Object.values(facts).flatMap(({ questions }) =>
      Object.values(questions).flatMap((question) =>
        question.kind === 'choice' ? question.distractors.flatMap((wrong) => wrong.because ?? []) : [],
      ),
    );
    expect(because.filter((id) => facts[id] === undefined)).toEqual([]);
  });

  test('the same drafts again change nothing', () => {
    const merged = again(deck);
    expect(merged.yaml).toBe(deck.yaml);
    expect(merged.offered).toBe(deck.offered);
    expect(merged.added).toEqual([]);
  });

  test('whatever the author does to the deck, a rerun changes no byte of it and brings nothing back', () => {
    const refs = refsOf(deck.yaml);
    const act = fc.oneof(
      fc.record({
        act: fc.constantFrom('accept' as const, 'remove' as const, 'reword' as const),
        ref: fc.constantFrom(...refs),
      }),
      fc.record({ act: fc.constantFrom('comment' as const, 'blank' as const), at: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        let yaml = deck.yaml;
        for (const one of acts) {
          if ('at' in one) {
            yaml = withLine(yaml, one.at, one.act === 'comment' ? '# my own word' : '');
            continue;
          }
          const question = fileOf(yaml).file.facts[one.ref.fact]?.questions[one.ref.question];
          if (question === undefined || (one.act === 'accept' && question.draft !== true)) continue;
          yaml =
            one.act === 'reword'
              ? editDeck(yaml, [{ type: 'question', ...one.ref, value: { ...question, hint: 'Mine.' } }])
              : editDeck(yaml, [{ type: one.act, ...one.ref }]);
        }
        const merged = again({ ...deck, yaml });
        expect(merged.yaml).toBe(yaml);
        expect(merged.offered).toBe(deck.offered);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('a line taken out of the list brings its draft back, under another id where that is taken', () => {
    const line = deck.offered.split('\n').find((one) => /^[0-9a-f]{16}/.test(one)) ?? '';
    const ref = line.slice(17);
    const [fact = '', question = ''] = ref.split('/');
    const yaml = Object.keys(fileOf(deck.yaml).file.facts[fact]?.questions ?? {}).reduce(
      (text, id) => editDeck(text, [{ type: 'remove', fact, question: id }]),
      deck.yaml,
    );
    const merged = again({ ...deck, yaml, offered: deck.offered.replace(`${line}\n`, '') });
    expect(merged.added.map((one) => one.question)).toEqual([question]);
    expect(merged.yaml.startsWith(yaml)).toBe(true);
  });
});

test('into a deck that its author wrote, only what it does not ask yet is added, and what is there stays byte for byte', () => {
  const merged = mergeDrafts({ yaml: AUTHORED, document: DOCUMENT, offered: '' }, drafted(), {
    withGlossary: false,
  });
  expect(merged.yaml.startsWith(AUTHORED)).toBe(true);
  const facts = fileOf(merged.yaml).file.facts;
  const asked = merged.added
    .map(({ fact }) => facts[fact]?.questions)
    .map((questions) => JSON.stringify(questions));
  expect(asked.join()).not.toContain('"answer":"2013"');
});

test('the list of offers keeps lines that are none', () => {
  const text = 'a note of mine\n0123456789abcdef old/one\n';
  const after = withOffers(text, [{ signature: 'fedcba9876543210', fact: 'new', question: 'one' }]);
  expect(after).toBe(`${text}fedcba9876543210 new/one\n`);
  expect(offeredIn(after)).toEqual(new Set(['0123456789abcdef', 'fedcba9876543210']));
});

/** With a line put in before a line that begins a key of a fact or of the head, where YAML takes any comment. */
function withLine(yaml: string, at: number, line: string): string {
  const lines = yaml.split('\n');
  const places = lines.flatMap((one, index) => (/^ {0,2}[a-z0-9-]+:/.test(one) ? [index] : []));
  const place = places[at % places.length] ?? 0;
  return [...lines.slice(0, place), line, ...lines.slice(place)].join('\n');
}
