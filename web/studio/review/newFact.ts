import { passageAt } from '../../../questions/passageAt.ts';
import type { Place } from '../../../questions/passage.ts';
import { showsOf, withGap } from './editor/asKind.ts';
import type { FactFields } from './editor/factFields.ts';
import { EMPTY, type QuestionFields } from './editor/questionFields.ts';
import { readSelection } from './selection.ts';

/** What the editor begins with when a fact is made of a selection. */
export interface NewFact {
  readonly fact: FactFields;
  readonly question: QuestionFields;
}

/** Reads a selection of the document as a fact with its first question; null where no passage of it can be told from others. */
export function newFactOf(document: string, language: string, place: Place): NewFact | null {
  const { passage: where, answer: chosen } = readSelection(document, language, place);
  const passage = passageAt(document, where);
  if (passage === undefined) return null;
  const statement = sentenceOf(passage.exact);
  const answer = chosen === null ? '' : document.slice(chosen.start, chosen.end).replace(/\s+/g, ' ');
  return {
    fact: { statement, standing: 'stated', by: '', passage, noteKind: 'plain', note: '', tags: '' },
    question: firstQuestion(statement, answer),
  };
}

/** A gap where an answer was selected, else a question to be written. */
function firstQuestion(statement: string, answer: string): QuestionFields {
  if (answer === '') return EMPTY;
  return { ...EMPTY, kind: 'cloze', answer, text: withGap(statement, answer, showsOf(answer)) };
}

/** The words of a passage in one line, as a sentence; what is longer than a statement may be is cut. */
function sentenceOf(exact: string): string {
  const line = exact.replace(/\s+/g, ' ').trim().slice(0, STATEMENT_MAX);
  return /[.!?…]["'”’)]*$/.test(line) ? line : `${line}.`;
}

const STATEMENT_MAX = 1999;
