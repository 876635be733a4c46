import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDeckFile, type Parsed } from '../../../questions/deckSource.ts';
import { editDeck } from '../../../questions/edit/editDeck.ts';
import { reread } from '../../../questions/edit/reread.ts';

const YAML = `# A deck in many styles.
title: Rivers
language: en
access: open
documentSha256: ${'a'.repeat(64)}
glossary:
  Nile: { kind: place, aliases: [the Nile] }
facts:
  nile: # by far the longest
    statement: >-
      The Nile flows
      north.
    standing: stated
    passage: { exact: "flows north" }
    questions:
      where: { kind: short, prompt: "In which direction?", answer: "north" }

  "1862-speke":
    statement: Speke saw the source in 1862.
    standing: reported
    by: Speke
    passage:
      exact: |-
        the source
        in 1862
    questions:
      year:
        kind: number
        prompt: In which year?
        answer: 1862
  niger:
    statement: The Niger bends.
    standing: stated
    passage: { exact: 'bends' }
    # Both of them are served.
    questions:
      what: { kind: short, prompt: "What does it do?", answer: "bends" }
      gap: { kind: cloze, text: "The {{Niger|river}} bends." }
`;
const parsed = parseDeckFile(YAML);
if (!parsed.ok) throw new Error(parsed.problems.map(({ line, message }) => `${line}: ${message}`).join('; '));
const before = { yaml: YAML, parsed };
const facts = Object.entries(parsed.source.file.facts);

/** What has to be the same however a file was read. */
function said(result: Parsed): unknown {
  return result.ok ? result.source.file : result.problems;
}

test('the deck of this test has several facts', () => {
  expect(facts.length).toBeGreaterThan(2);
});

test('after any edit it reads what a reading of the whole file reads', () => {
  const edit = fc.nat(facts.length - 1).chain((at) => {
    const [fact, { questions, ...rest }] = facts[at] ?? facts[0] ?? expect.fail();
    const [question, value] = Object.entries(questions)[0] ?? expect.fail();
    return fc.constantFrom(
      { type: 'remove', fact, question } as const,
      { type: 'retire', fact } as const,
      { type: 'question', fact, question, value: { ...value, draft: true } } as const,
      { type: 'question', fact, question: 'another', value } as const,
      { type: 'fact', fact, value: { ...rest, statement: `${rest.statement} Indeed.` } } as const,
      { type: 'fact', fact: 'new-fact', value: rest } as const,
      { type: 'head', value: { title: 'Another title' } } as const,
    );
  });
  fc.assert(
    fc.property(edit, (one) => {
      const yaml = editDeck(YAML, [one]);
      expect(said(reread(before, yaml))).toEqual(said(parseDeckFile(yaml)));
    }),
    { numRuns: 40 },
  );
});

test('after any change by hand it reads what a reading of the whole file reads, faults among it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '',
      '"',
      '{',
      '\n',
      '  ',
      '\n  x:\n',
      '# ',
      ': ',
      '&a ',
      '*a',
      '---\n',
      '\r\n',
      '[',
      '|\n',
      '- ',
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.nat(YAML.length), fc.nat(40), piece, (at, cut, text) => {
      const yaml = YAML.slice(0, at) + text + YAML.slice(at + cut);
      expect(said(reread(before, yaml))).toEqual(said(parseDeckFile(yaml)));
    }),
    { numRuns: 300 },
  );
});

test('it knows where everything stands', () => {
  const yaml = editDeck(YAML, [{ type: 'head', value: { title: 'Another title' } }]);
  const [one, whole] = [reread(before, yaml), parseDeckFile(yaml)];
  const path = ['facts', facts[1]?.[0] ?? '', 'statement'];
  if (!one.ok || !whole.ok) throw new Error('the file has faults');
  expect(one.source.at(path)).toEqual(whole.source.at(path));
});
