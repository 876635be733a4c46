import { join } from 'node:path';
import * as v from 'valibot';
import { blanksOf } from '../../../questions/blank.ts';
import { readDeckFolder } from '../../../questions/cli/decks.ts';
import { QuestionRefSchema, type QuestionRef } from '../../../questions/classroom/ids.ts';
import { keyedQuestion, refsIn, testView } from '../../../questions/classroom/testQuestion.ts';
import { compile, type CompiledDeck } from '../../../questions/compile.ts';
import type { DeckFile } from '../../../questions/deck.ts';
import { parseDeckFile } from '../../../questions/deckSource.ts';
import type { Answer } from '../../../questions/kind.ts';
import { solutionOf } from '../../../questions/kinds.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The deck in a folder, compiled, with what is changed in its file. */
function compiled(path: string, change: (file: DeckFile) => DeckFile = (file) => file): CompiledDeck {
  const folder = readDeckFolder(join(ROOT, path));
  const parsed = parseDeckFile(folder.yaml);
  if (!parsed.ok) throw new Error(`Inconsistent: ${path} does not parse: ${JSON.stringify(parsed.problems)}`);
  return compile(folder.id, folder.revision, change(parsed.source.file), folder.document);
}

/** A small sealed deck with every kind of question, as it is or changed. */
export const harbourWith = (change: (file: DeckFile) => DeckFile) =>
  compiled('test/fixtures/decks/harbour', change);
export const harbour = compiled('test/fixtures/decks/harbour');
/** A large open deck with every kind of question. */
export const kazakhstan = compiled('questions/decks/kazakhstan-january-2022');

export const ref = (text: string): QuestionRef => v.parse(QuestionRefSchema, text);

/** Every question of a deck that a test can ask. */
export function testable(deck: CompiledDeck): readonly QuestionRef[] {
  return refsIn(deck).filter((one) => testView(deck, one) !== undefined);
}

/** The deck's own right answer to a question. */
export function rightAnswer(deck: CompiledDeck, one: QuestionRef): Answer {
  const keyed = keyedQuestion(deck, one);
  if (keyed === undefined) throw new Error(`Inconsistent: no question ${one}`);
  const { question, asked } = keyed;
  switch (question.kind) {
    case 'choice':
    case 'short':
    case 'multiple':
    case 'order':
      return question.answer;
    case 'number':
      return `${question.answer}${question.unitRequired === true ? ` ${question.unit ?? ''}` : ''}`;
    case 'cloze':
      return blanksOf(question.text).blanks.map(({ answer }) => answer);
    case 'list':
      return question.answer.map(({ text }) => text);
    case 'match':
      return question.answer.map(({ left, right }) => [left, right] as const);
    case 'judge':
      return asked.standing;
    case 'evidence': {
      const view = testView(deck, one);
      const proving = solutionOf(question, asked);
      return view?.kind === 'evidence'
        ? (view.sentences.find((text) => proving.includes(text)) ?? null)
        : null;
    }
  }
}
