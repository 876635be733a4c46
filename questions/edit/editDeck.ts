import type { AuthoredQuestion, DeckFile, Fact } from '../deck.ts';
import { parseDeckFile } from '../deckSource.ts';
import type { DeckEdit } from './edit.ts';
import { writtenEntry, writtenFact, writtenQuestion, type Written } from './written.ts';
import { appendIn, appendItem, setIn } from './yamlText.ts';

/** The deck file after the edits, one after the other. Throws where the file cannot be parsed or an edit names nothing. */
export function editDeck(yaml: string, edits: readonly DeckEdit[]): string {
  return edits.reduce(edited, yaml);
}

/** Puts new facts after the others. */
export function addFacts(yaml: string, facts: Readonly<Record<string, Fact>>): string {
  const written = Object.entries(facts).map(([id, fact]): [string, Written] => [
    id,
    { ...writtenFact(fact), questions: writtenQuestions(fact) },
  ]);
  return written.length === 0 ? yaml : appendIn(yaml, ['facts'], Object.fromEntries(written));
}

function edited(yaml: string, edit: DeckEdit): string {
  const file = fileOf(yaml);
  switch (edit.type) {
    case 'accept': {
      questionOf(file, edit.fact, edit.question);
      return setIn(yaml, [...pathOf(edit), 'draft'], undefined);
    }
    case 'remove': {
      questionOf(file, edit.fact, edit.question);
      // A fact that goes with its last question was never served: a reviewed one is retired instead.
      const isLast = Object.keys(factOf(file, edit.fact).questions).length === 1;
      return setIn(yaml, isLast ? ['facts', edit.fact] : pathOf(edit), undefined);
    }
    case 'question': {
      const before = factOf(file, edit.fact).questions[edit.question];
      const value = writtenQuestion(edit.value);
      // Another kind has other fields in another order: it is written anew.
      if (before === undefined || before.kind !== edit.value.kind) return setIn(yaml, pathOf(edit), value);
      return changed(yaml, pathOf(edit), writtenQuestion(before), value);
    }
    case 'fact': {
      const before = file.facts[edit.fact];
      const value = writtenFact(edit.value);
      if (before === undefined)
        return appendIn(yaml, ['facts'], { [edit.fact]: { ...value, questions: {} } });
      return changed(yaml, ['facts', edit.fact], writtenFact(before), value, 'questions');
    }
    case 'retire': {
      factOf(file, edit.fact);
      const { type: _type, fact: id, ...rest } = edit;
      return appendItem(setIn(yaml, ['facts', id], undefined), ['retired'], { id, ...rest }, 'facts');
    }
    case 'passage':
      factOf(file, edit.fact);
      return setIn(yaml, ['facts', edit.fact, 'passage'], edit.value);
    case 'glossary': {
      const value = edit.value === null ? undefined : writtenEntry(edit.value);
      const isFirst = value !== undefined && Object.keys(file.glossary).length === 0;
      return isFirst
        ? setIn(yaml, ['glossary'], { [edit.name]: value }, 'facts')
        : setIn(yaml, ['glossary', edit.name], value);
    }
    case 'head':
      return Object.entries(edit.value).reduce(
        (text, [name, value]) => setIn(text, [name], value, 'facts'),
        yaml,
      );
  }
}

function pathOf({ fact, question }: { readonly fact: string; readonly question: string }): readonly string[] {
  return ['facts', fact, 'questions', question];
}

/** Writes only the fields that differ. */
function changed(
  yaml: string,
  path: readonly string[],
  before: Written,
  after: Written,
  nextKey?: string,
): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .reduce((text, name) => setIn(text, [...path, name], after[name], nextKey), yaml);
}

function writtenQuestions({ questions }: Fact): Written {
  return Object.fromEntries(
    Object.entries(questions).map(([id, question]) => [id, writtenQuestion(question)]),
  );
}

function fileOf(yaml: string): DeckFile {
  const parsed = parseDeckFile(yaml);
  if (parsed.ok) return parsed.source.file;
  throw new Error(`Inconsistent: the deck file cannot be edited: ${parsed.problems[0]?.message ?? ''}`);
}

function factOf({ facts }: DeckFile, id: string): Fact {
  const fact = facts[id];
  if (fact === undefined) throw new Error(`Inconsistent: there is no fact ${id} to edit`);
  return fact;
}

function questionOf(file: DeckFile, fact: string, question: string): AuthoredQuestion {
  const found = factOf(file, fact).questions[question];
  if (found === undefined) throw new Error(`Inconsistent: there is no question ${fact}/${question} to edit`);
  return found;
}
