import type { Path } from '../deckSource.ts';
import { HEAD_ORDER } from './authored.ts';
import { addItem } from './addItem.ts';
import { dropAt } from './dropAt.ts';
import { aroundFact, hasFact, inFact, inHead } from './section.ts';
import { setAt } from './setAt.ts';
import { valueAt } from './treeAt.ts';
import { withoutProof } from './withoutProof.ts';

/**
 * Takes a question out; with the last one, if it was a draft, the fact, which has never been served. Throws where there is
 * no such question.
 */
export function remove(yaml: string, fact: string, question: string): string {
  let lastStatement: string | undefined;
  const without = inFact(yaml, fact, (text, path) => {
    const questions = [...path, 'questions'];
    const isDraft = valueAt(text, [...questions, question, 'draft']) === true;
    const made = dropAt(text, [...questions, question]);
    if (isDraft && isEmpty(valueAt(made, questions))) lastStatement = statementAt(text, path);
    return made;
  });
  if (lastStatement === undefined) return without;
  const instead = { distractors: undefined, reject: lastStatement };
  return withoutProof(aroundFact(yaml, fact, dropAt), fact, instead);
}

/** Takes a fact out and writes down that its id is no longer asked. Throws where there is no such fact, or none that replaces it. */
export function retire(
  yaml: string,
  fact: string,
  { replacedBy, gone }: { readonly replacedBy?: string; readonly gone?: string },
): string {
  if (replacedBy !== undefined && (replacedBy === fact || !hasFact(yaml, replacedBy)))
    throw new Error(`Inconsistent: ${fact} is replaced by ${replacedBy}, which is no other fact`);
  let statement = '';
  const without = aroundFact(yaml, fact, (text, path) => {
    statement = statementAt(text, path);
    return dropAt(text, path);
  });
  const item = {
    id: fact,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(gone === undefined ? {} : { gone }),
  };
  const listed = inHead(without, (text) => {
    const isThere = valueAt(text, ['retired']) !== undefined;
    return addItem(isThere ? text : setAt(text, ['retired'], [], { order: HEAD_ORDER }), ['retired'], item);
  });
  const words = replacedBy ?? statement;
  return withoutProof(listed, fact, { distractors: words, reject: words });
}

function statementAt(text: string, fact: Path): string {
  return String(valueAt(text, [...fact, 'statement']));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
