import type { DeckFile } from '../deck.ts';
import { authoredEntry, HEAD_ORDER } from './authored.ts';
import { dropAt } from './dropAt.ts';
import { setAt } from './setAt.ts';
import { setFields } from './setFields.ts';
import { valueAt } from './treeAt.ts';

/** The head of a deck file with a name of the glossary put in, changed, or (null) taken out. Throws where there is none to take out. */
export function withName(text: string, name: string, value: DeckFile['glossary'][string] | null): string {
  const path = ['glossary', name];
  if (value === null) return dropAt(text, path);
  const wanted = authoredEntry(value);
  if (valueAt(text, path) !== undefined)
    return setFields(text, path, { known: undefined, wanted, order: Object.keys(wanted) });
  const isThere = valueAt(text, ['glossary']) !== undefined;
  const made = isThere ? text : setAt(text, ['glossary'], {}, { order: HEAD_ORDER });
  return setAt(made, path, wanted);
}
