import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuthoredQuestion, DeckFile } from '../../../questions/deck.ts';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import { addFacts } from '../../../questions/edit/addFacts.ts';
import { editDeck } from '../../../questions/edit/editDeck.ts';

const KAZAKHSTAN = readFileSync(
  join(import.meta.dirname, '../../../questions/decks/kazakhstan-january-2022/deck.yaml'),
  'utf8',
);

const DECK = `# My deck
title: Harbour # a title
language: en
access: open
documentSha256: "${'0'.repeat(64)}"

glossary:
  Tarn: { kind: place } # the town

facts:
  # who built it
  built-by:
    statement: Ada Lund built the harbour.
    standing: stated
    passage: { exact: "Ada Lund built the harbour." }
    questions:
      who: # ask for the name
        kind: short
        draft: true # still to be looked at
        prompt: Who built the harbour of Tarn?
        answer: Ada Lund
      gap: { kind: cloze, draft: true, text: "The harbour was built by {{Ada Lund|person}} in Tarn long ago." }

  # how many boats
  boats:
    statement: It shelters 40 boats.
    standing: stated
    passage: { exact: "It shelters 40 boats." }
    questions:
      how-many: { kind: number, prompt: "How many boats does it shelter?", answer: 40 } # boats
# the end
`;

function fileOf(yaml: string): DeckFile {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.source.file;
}

/** The lines of the first that are not in the second: those between what both begin with and what both end with. */
function lost(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const start = old.findIndex((line, at) => line !== now[at]);
  if (start < 0) return [];
  let same = 0;
  while (
    same < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - same] === now[now.length - 1 - same]
  )
    same += 1;
  return old.slice(start, old.length - same);
}

const QUESTION: AuthoredQuestion = {
  kind: 'short',
  prompt: 'Which town is it in?',
  expects: 'text',
  answer: 'Tarn',
  accept: ['Tarn town'],
  reject: [],
  allow: [],
};

describe('an edit writes only what it names', () => {
  test('a draft is accepted by taking one line out', () => {
    const after = editDeck(DECK, [{ type: 'accept', fact: 'built-by', question: 'who' }]);
    expect(lost(DECK, after)).toEqual(['        draft: true # still to be looked at']);
    expect(after.length).toBe(DECK.length - '        draft: true # still to be looked at\n'.length);
  });

  test('in a question on one line the line is written anew, and nothing else', () => {
    const after = editDeck(DECK, [{ type: 'accept', fact: 'built-by', question: 'gap' }]);
    expect(fileOf(after).facts['built-by']?.questions['gap']?.draft).toBeUndefined();
    expect(lost(DECK, after)).toEqual([DECK.split('\n').find((line) => line.includes('gap:'))]);
  });

  test('a question is taken out; with the last one, if it was a draft, its fact goes too', () => {
    const one = editDeck(DECK, [{ type: 'remove', fact: 'built-by', question: 'gap' }]);
    expect(Object.keys(fileOf(one).facts['built-by']?.questions ?? {})).toEqual(['who']);
    const both = editDeck(one, [{ type: 'remove', fact: 'built-by', question: 'who' }]);
    expect(Object.keys(fileOf(both).facts)).toEqual(['boats']);
    expect(both).toContain('  # how many boats\n  boats:');
    expect(both.endsWith('# the end\n')).toBe(true);
    const served = editDeck(DECK, [{ type: 'remove', fact: 'boats', question: 'how-many' }]);
    expect(fileOf(served).facts['boats']?.questions).toEqual({});
  });

  test('of a question only the fields that changed are written', () => {
    const question = fileOf(DECK).facts['built-by']?.questions['who'];
    if (question?.kind !== 'short') throw new Error('no such question');
    const value: AuthoredQuestion = { ...question, prompt: 'Who built it: a "# name"?', accept: ['Lund'] };
    const after = editDeck(DECK, [{ type: 'question', fact: 'built-by', question: 'who', value }]);
    expect(fileOf(after).facts['built-by']?.questions['who']).toEqual(value);
    expect(after).toContain(
      '      who: # ask for the name\n        kind: short\n        draft: true # still to be looked at\n',
    );
    expect(lost(DECK, after)[0]).toBe('        prompt: Who built the harbour of Tarn?');
  });

  test('a new question goes after the others, a new fact after the facts, a first retired one before them', () => {
    const { questions: _none, ...fact } = fileOf(DECK).facts['boats'] ?? { questions: {} };
    const after = editDeck(DECK, [
      { type: 'question', fact: 'boats', question: 'town', value: QUESTION },
      {
        type: 'fact',
        fact: 'town',
        value: { ...fact, statement: 'It is in Tarn.' } as DeckFile['facts'][string],
      },
      { type: 'question', fact: 'town', question: 'which', value: QUESTION },
      { type: 'retire', fact: 'built-by', replacedBy: 'town' },
      { type: 'glossary', name: 'Ada Lund', value: { kind: 'person', aliases: ['Lund'] } },
      { type: 'head', value: { asOf: '2026-11-24' } },
    ]);
    const file = fileOf(after);
    expect(Object.keys(file.facts)).toEqual(['boats', 'town']);
    expect(Object.keys(file.facts['boats']?.questions ?? {})).toEqual(['how-many', 'town']);
    expect(file.facts['town']?.questions).toEqual({ which: QUESTION });
    expect(file.retired).toEqual([{ id: 'built-by', replacedBy: 'town' }]);
    expect(file.glossary['Ada Lund']).toEqual({ kind: 'person', aliases: ['Lund'] });
    expect(file.asOf).toBe('2026-11-24');
    expect(after.indexOf('retired:')).toBeLessThan(after.indexOf('facts:'));
    expect(after).toContain('  Tarn: { kind: place } # the town\n');
  });

  test('a passage is quoted, so that no # cuts it short', () => {
    const after = editDeck(DECK, [
      { type: 'passage', fact: 'boats', value: { exact: 'pier #4: "old"', prefix: 'the ' } },
    ]);
    const parsed = parseDeckFile(after);
    expect(parsed.ok && parsed.source.file.facts['boats']?.passage).toEqual({
      exact: 'pier #4: "old"',
      prefix: 'the ',
    });
    expect(parsed.ok && parsed.source.isPlain(['facts', 'boats', 'passage', 'exact'])).toBe(false);
  });

  test('Windows newlines stay', () => {
    const after = editDeck(DECK.replace(/\n/g, '\r\n'), [
      { type: 'question', fact: 'boats', question: 'town', value: QUESTION },
      { type: 'accept', fact: 'built-by', question: 'who' },
    ]);
    expect(after.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(fileOf(after).facts['boats']?.questions['town']).toEqual(QUESTION);
  });

  test('an edit that names nothing is a mistake of the program', () => {
    expect(() => editDeck(DECK, [{ type: 'accept', fact: 'nowhere', question: 'who' }])).toThrow(
      'Inconsistent',
    );
    expect(() => editDeck(DECK, [{ type: 'remove', fact: 'boats', question: 'who' }])).toThrow(
      'Inconsistent',
    );
  });
});

describe('on the first deck', () => {
  const file = fileOf(KAZAKHSTAN);
  const refs = Object.entries(file.facts).flatMap(([fact, { questions }]) =>
    Object.keys(questions).map((question) => ({ fact, question })),
  );

  const anyEdit: fc.Arbitrary<DeckEdit> = fc.oneof(
    fc.constantFrom(...refs).map((ref): DeckEdit => ({ type: 'remove', ...ref })),
    fc
      .constantFrom(...refs)
      .map(({ fact, question }): DeckEdit => ({ type: 'question', fact, question, value: QUESTION })),
    fc
      .record({ ref: fc.constantFrom(...refs), hint: fc.string({ minLength: 1 }) })
      .map(({ ref, hint }): DeckEdit => {
        const before = file.facts[ref.fact]?.questions[ref.question] ?? QUESTION;
        return { type: 'question', ...ref, value: { ...before, hint } };
      }),
    fc.constantFrom(...Object.keys(file.facts)).map((fact): DeckEdit => ({ type: 'retire', fact })),
    fc
      .record({ fact: fc.constantFrom(...Object.keys(file.facts)), exact: fc.string({ minLength: 1 }) })
      .map(({ fact, exact }): DeckEdit => ({ type: 'passage', fact, value: { exact } })),
    fc
      .record({ name: fc.stringMatching(/^[A-Z][a-z]{2,9}$/), alias: fc.stringMatching(/^[ -~]{1,20}$/) })
      .map(({ name, alias }): DeckEdit => ({
        type: 'glossary',
        name,
        value: { kind: 'term', aliases: [alias] },
      })),
  );

  /** The same edit on plain data. */
  function expected(before: DeckFile, edit: DeckEdit): DeckFile {
    const facts = structuredClone(before.facts);
    if (edit.type === 'remove') {
      delete facts[edit.fact]?.questions[edit.question];
    }
    const fact = 'fact' in edit ? facts[edit.fact] : undefined;
    if (edit.type === 'question' && fact !== undefined) fact.questions[edit.question] = edit.value;
    if (edit.type === 'passage' && fact !== undefined) fact.passage = edit.value;
    if (edit.type === 'glossary' && edit.value !== null)
      return { ...before, glossary: { ...before.glossary, [edit.name]: edit.value } };
    if (edit.type !== 'retire') return { ...before, facts };
    const statement = fact?.statement ?? '';
    delete facts[edit.fact];
    // A wrong option that it proved wrong keeps its reason, in words.
    for (const { questions } of Object.values(facts))
      for (const question of Object.values(questions))
        if ('distractors' in question)
          question.distractors = question.distractors.map((wrong) =>
            wrong.because === edit.fact ? { ...wrong, because: statement } : wrong,
          );
    return { ...before, facts, retired: [...before.retired, { id: edit.fact }] };
  }

  test('any edit comes to what it says, and no line of another fact changes', () => {
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const after = editDeck(KAZAKHSTAN, [edit]);
        expect(fileOf(after)).toEqual(expected(file, edit));
        // Two places change: the fact goes, and its id is named at the head.
        if (edit.type === 'retire') return;
        const own = 'fact' in edit ? linesOf(KAZAKHSTAN, edit.fact) : [];
        expect(lost(KAZAKHSTAN, after).filter((line) => !own.includes(line))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  test('many facts are added at once, after the others, and all else stays', () => {
    const added = Object.fromEntries(Object.entries(file.facts).map(([id, fact]) => [`${id}-2`, fact]));
    const after = addFacts(KAZAKHSTAN, added);
    expect(after.startsWith(KAZAKHSTAN)).toBe(true);
    expect(fileOf(after).facts).toEqual({ ...file.facts, ...added });
  });
});

/** The lines of one fact in the first deck. */
function linesOf(yaml: string, fact: string): readonly string[] {
  const lines = yaml.split('\n');
  const start = lines.indexOf(`  ${fact}:`);
  const length = lines.slice(start + 1).findIndex((line) => /^ {0,2}\S/.test(line));
  return length < 0 ? lines.slice(start) : lines.slice(start, start + 1 + length);
}
