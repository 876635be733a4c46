import type { FactId } from '../questions/ids.ts';
import type { OpenDeck } from './deckClient.ts';
import { keyOf } from './grading.ts';

/** What to call a fact on a page: its statement where the deck is open, else its first question. */
export function factName(open: OpenDeck, fact: FactId): string {
  const key = keyOf(open);
  const keyed = key.ok && Object.hasOwn(key.value.facts, fact) ? key.value.facts[fact] : undefined;
  if (keyed !== undefined) return keyed.statement;
  const view = open.deck.facts.find(({ id }) => id === fact)?.questions[0]?.view;
  if (view === undefined) return fact;
  return 'claim' in view ? view.claim : view.prompt;
}
