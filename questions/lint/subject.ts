import { blanksOf } from '../blank.ts';
import { stemOf } from '../cue.ts';
import type { AuthoredQuestion, DeckFile, Fact } from '../deck.ts';
import type { DeckSource, Path } from '../deckSource.ts';
import type { Distractor } from '../text.ts';

/** A text that answers a question, the author's other forms of it, and where it stands in the file. */
export interface Key {
  readonly text: string;
  readonly accept: readonly string[];
  readonly path: Path;
}

/** A wrong option, and where it stands in the file. */
export interface Wrong extends Distractor {
  readonly path: Path;
}

/** A question with the fact that it asks. */
export interface Posed {
  readonly factId: string;
  readonly fact: Fact;
  readonly id: string;
  readonly question: AuthoredQuestion;
  readonly path: Path;
  readonly stem: string;
  readonly stemPath: Path;
  readonly keys: readonly Key[];
  readonly wrongs: readonly Wrong[];
}

/** What every rule may look at. */
export interface Subject {
  readonly file: DeckFile;
  readonly document: string;
  /** SHA-256 of the document's bytes in lower-case hexadecimal. */
  readonly sha256: string;
  readonly publish: boolean;
  readonly isPlain: DeckSource['isPlain'];
  readonly posed: readonly Posed[];
}

/** Takes a deck apart for the rules. */
export function subjectOf(
  source: DeckSource,
  document: string,
  options: { readonly sha256: string; readonly publish: boolean },
): Subject {
  const posed = Object.entries(source.file.facts).flatMap(([factId, fact]) =>
    Object.entries(fact.questions).map(([id, question]) => posedOf(factId, fact, id, question)),
  );
  return { file: source.file, document, ...options, isPlain: (path) => source.isPlain(path), posed };
}

function posedOf(factId: string, fact: Fact, id: string, question: AuthoredQuestion): Posed {
  const path: Path = ['facts', factId, 'questions', id];
  return {
    factId,
    fact,
    id,
    question,
    path,
    stem: stemOf(question, fact.statement),
    stemPath: stemPathOf(path, factId, question),
    keys: keysOf(question, path),
    wrongs: wrongsOf(question, path),
  };
}

function stemPathOf(path: Path, factId: string, question: AuthoredQuestion): Path {
  if (question.kind === 'cloze') return [...path, 'text'];
  if (question.kind !== 'judge') return [...path, 'prompt'];
  return question.claim === undefined ? ['facts', factId, 'statement'] : [...path, 'claim'];
}

function keysOf(question: AuthoredQuestion, path: Path): readonly Key[] {
  const answer: Path = [...path, 'answer'];
  switch (question.kind) {
    case 'choice':
      return [{ text: question.answer, accept: [], path: answer }];
    case 'short':
      return [{ text: question.answer, accept: question.accept, path: answer }];
    case 'multiple':
    case 'order':
      return question.answer.map((text, at) => ({ text, accept: [], path: [...answer, at] }));
    case 'list':
      return question.answer.map(({ text, accept }, at) => ({ text, accept, path: [...answer, at, 'text'] }));
    case 'match':
      return question.answer.map(({ right }, at) => ({
        text: right,
        accept: [],
        path: [...answer, at, 'right'],
      }));
    case 'cloze':
      return blanksOf(question.text).blanks.map((blank) => ({
        text: blank.answer,
        accept: question.accept[blank.answer] ?? [],
        path: [...path, 'text'],
      }));
    case 'number':
      return [{ text: String(question.answer), accept: [], path: answer }];
    case 'judge':
      return [];
  }
}

function wrongsOf(question: AuthoredQuestion, path: Path): readonly Wrong[] {
  if (!('distractors' in question)) return [];
  return question.distractors.map((wrong, at) => ({ ...wrong, path: [...path, 'distractors', at, 'text'] }));
}
