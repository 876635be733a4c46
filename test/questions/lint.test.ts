import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { deckPathsIn, readDeckFolder } from '../../questions/cli/decks.ts';
import { parseDeckFile, type DeckSource } from '../../questions/deckSource.ts';
import { lint } from '../../questions/lint.ts';
import { LEVELS } from '../../questions/lint/finding.ts';
import { deckYaml, findingsOf } from './lint/trial.ts';

const SAMPLE = 10;
const folders = deckPathsIn(join(import.meta.dirname, '../../questions/decks')).map(readDeckFolder);

function sourceOf(yaml: string): DeckSource {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.source;
}

/** Another letter in the middle of a text: one that no text has there. */
function changed(text: string): string {
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}${text[middle] === '¤' ? '§' : '¤'}${text.slice(middle + 1)}`;
}

const passagePath = (id: string) => ['facts', id, 'passage', 'exact'] as const;

describe.each(folders)('the deck $id', ({ yaml, document, documentSha256: sha256 }) => {
  const source = sourceOf(yaml);
  const passages = Object.entries(source.file.facts);
  const broken = (changedSource: DeckSource) =>
    lint(changedSource, document, { sha256, publish: false })
      .filter(({ rule }) => rule === 'passage-not-verbatim' || rule === 'passage-ambiguous')
      .map(({ line, column }) => ({ line, column }));

  test('has every passage in its document once', () => {
    expect(broken(source)).toEqual([]);
  });

  test.each(passages)(
    'one changed character in the passage of %s is found at its line and column',
    (id, fact) => {
      const passage = { ...fact.passage, exact: changed(fact.passage.exact) };
      const file = { ...source.file, facts: { [id]: { ...fact, passage } } };
      expect(broken({ ...source, file })).toEqual([source.at(passagePath(id))]);
    },
  );

  const step = Math.max(1, Math.floor(passages.length / SAMPLE));
  const sample = passages.filter((_, at) => at % step === 0).slice(0, SAMPLE);
  test.each(sample)(
    'one changed character in the file, in the passage of %s, is found where it was made',
    (id, { passage }) => {
      const { line, column } = source.at(passagePath(id));
      const lines = yaml.split('\n');
      const text = lines[line - 1] ?? '';
      expect(text.slice(column - 1)).toContain(passage.exact);
      lines[line - 1] =
        text.slice(0, column - 1) + text.slice(column - 1).replace(passage.exact, changed(passage.exact));
      expect(broken(sourceOf(lines.join('\n')))).toEqual([{ line, column }]);
    },
  );
});

describe('lint', () => {
  it('gives findings rule by rule, proof first, each from the top of the file', () => {
    const question = '\n  kind: short\n  prompt: Is it now not so?\n  answer: China';
    const rules = findingsOf(deckYaml({ question, passage: '{ exact: "led by Rossia" }' })).map(
      ({ rule }) => rule,
    );
    const ranks = rules.map((rule) => Object.keys(LEVELS).indexOf(rule));
    expect(rules.slice(0, 2)).toEqual(['passage-not-verbatim', 'answer-not-in-passage']);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('finds nothing in a deck without a fault but paragraphs that no fact is about', () => {
    const question = '\n  kind: short\n  prompt: Which state is named after Kazakhstan?\n  answer: Belarus';
    expect(findingsOf(deckYaml({ question })).map(({ rule }) => rule)).toEqual(['coverage', 'coverage']);
  });
});
