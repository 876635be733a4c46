import { HEAD_ORDER } from './authored.ts';
import type { DeckEdit } from './edit.ts';
import { accepted, withFact, withPassage, withQuestion } from './editFact.ts';
import { addFact } from './addFact.ts';
import { withName } from './editGlossary.ts';
import { remove, retire } from './removeFact.ts';
import { hasFact, inFact, inHead } from './section.ts';
import { setAt } from './setAt.ts';

/**
 * A deck file after some changes, one after the other. Every byte that no change names stays: comments, quotes, order,
 * empty lines. Throws where a change names what is not there.
 */
export function editDeck(yaml: string, edits: readonly DeckEdit[]): string {
  return edits.reduce(edited, yaml);
}

function edited(yaml: string, edit: DeckEdit): string {
  switch (edit.type) {
    case 'accept':
      return inFact(yaml, edit.fact, (text, path) => accepted(text, path, edit.question));
    case 'remove':
      return remove(yaml, edit.fact, edit.question);
    case 'question':
      return inFact(yaml, edit.fact, (text, path) => withQuestion(text, path, edit.question, edit.value));
    case 'fact':
      return hasFact(yaml, edit.fact)
        ? inFact(yaml, edit.fact, (text, path) => withFact(text, path, edit.value))
        : addFact(yaml, edit.fact, { ...edit.value, questions: {} });
    case 'retire':
      return retire(yaml, edit.fact, edit);
    case 'passage':
      return inFact(yaml, edit.fact, (text, path) => withPassage(text, path, edit.value));
    case 'glossary':
      return inHead(yaml, (text) => withName(text, edit.name, edit.value));
    case 'head':
      return inHead(yaml, (text) =>
        Object.entries(edit.value).reduce(
          (made, [key, value]) => setAt(made, [key], value, { order: HEAD_ORDER }),
          text,
        ),
      );
  }
}
