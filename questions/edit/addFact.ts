import type { Fact } from '../deck.ts';
import { authoredFact } from './authored.ts';
import { afterFacts } from './section.ts';
import { setAt } from './setAt.ts';

/** A deck file with a fact put in after the others. The id must be new. */
export function addFact(yaml: string, id: string, fact: Fact): string {
  return afterFacts(yaml, (text, path, isSpaced) =>
    setAt(text, [...path, id], authoredFact(fact), { isOpen: true, isSpaced }),
  );
}
