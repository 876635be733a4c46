import type { AuthoredQuestion, DeckFile, Fact } from '../../../../questions/deck.ts';
import type { DeckEdit } from '../../../../questions/edit/edit.ts';
import { answersOf } from '../../../../questions/cue.ts';
import { newFactId } from '../../../../questions/draft/factId.ts';
import type { NewFact } from '../newFact.ts';
import type { ReviewItem } from '../reviewItem.ts';
import { EMPTY, fieldsOf, questionIn, type FieldProblems, type QuestionFields } from './questionFields.ts';
import { factFieldsOf, factIn, type FactFields } from './factFields.ts';

/** What an editor is about: a question, another question of its fact, or a new fact. */
export type Edited =
  | { readonly type: 'question'; readonly item: ReviewItem }
  | { readonly type: 'another'; readonly item: ReviewItem }
  | { readonly type: 'fact'; readonly start: NewFact };

/** What stands in an editor's fields. */
export type EditorFields = NewFact;

/** What an editor's fields hold at first. */
export function startOf(edited: Edited): EditorFields {
  if (edited.type === 'fact') return edited.start;
  const { fact, question } = edited.item;
  const isAnother = edited.type === 'another';
  return { fact: factFieldsOf(fact), question: isAnother ? EMPTY : fieldsOf(question) };
}

/** What an editor's fields do to the deck, or what is wrong with them. */
export type Saving =
  | {
      readonly ok: true;
      readonly edits: readonly DeckEdit[];
      /** The `fact/question` that was edited. */
      readonly ref: string;
    }
  | { readonly ok: false; readonly question: FieldProblems; readonly fact: FieldProblems };

/** Reads an editor's fields. What they leave as it is makes no edit. `accept` takes a draft for reviewed. */
export function savingOf(edited: Edited, fields: EditorFields, file: DeckFile, accept: boolean): Saving {
  const own = edited.type === 'question' ? edited.item.question : undefined;
  const kept = edited.type === 'fact' ? undefined : edited.item.fact;
  const draft = own?.draft === true && !accept;
  const question = questionIn(fields.question, { draft, allow: own?.allow ?? [] });
  const fact = factIn(fields.fact, kept?.allow ?? []);
  if (!question.ok || !fact.ok) {
    return {
      ok: false,
      question: question.ok ? {} : question.problems,
      fact: fact.ok ? {} : fact.problems,
    };
  }
  const ids = idsOf(edited, file, question.question, fact.fact.statement);
  const isFactChanged = kept === undefined || !isSame(fields.fact, factFieldsOf(kept));
  return {
    ok: true,
    ref: `${ids.fact}/${ids.question}`,
    edits: [
      ...(isFactChanged ? [{ type: 'fact', fact: ids.fact, value: fact.fact } as const] : []),
      ...questionEdits(ids, own, question.question),
    ],
  };
}

/** Whether an editor's fields are still what they were at first. */
export function isSame(a: EditorFields | FactFields | QuestionFields, b: typeof a): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function questionEdits(
  ids: { readonly fact: string; readonly question: string },
  own: AuthoredQuestion | undefined,
  value: AuthoredQuestion,
): readonly DeckEdit[] {
  if (own === undefined || !isSame(fieldsOf(own), fieldsOf(value)))
    return [{ type: 'question', ...ids, value }];
  return own.draft === true && value.draft !== true ? [{ type: 'accept', ...ids }] : [];
}

function idsOf(
  edited: Edited,
  file: DeckFile,
  question: AuthoredQuestion,
  statement: Fact['statement'],
): { readonly fact: string; readonly question: string } {
  if (edited.type === 'question') return { fact: edited.item.factId, question: edited.item.questionId };
  if (edited.type === 'another') {
    const { factId, fact } = edited.item;
    return { fact: factId, question: freeId(question.kind, fact.questions) };
  }
  const taken = new Set([...Object.keys(file.facts), ...file.retired.map(({ id }) => id)]);
  return { fact: newFactId(answersOf(question)[0] ?? '', statement, taken), question: question.kind };
}

function freeId(wanted: string, taken: Readonly<Record<string, unknown>>): string {
  let id = wanted;
  for (let number = 2; Object.hasOwn(taken, id); number += 1) id = `${wanted}-${number}`;
  return id;
}
