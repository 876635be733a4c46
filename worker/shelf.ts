import * as v from 'valibot';
import type { CompiledDeck } from '../questions/compile.ts';
import { DeckIdSchema, type DeckId } from '../questions/ids.ts';
import type { View } from '../questions/kinds.ts';
import { refuseAt } from './problem.ts';

/** A deck ready to be asked: found by id, its views by fact and question. */
export interface Shelved extends CompiledDeck {
  readonly id: DeckId;
  readonly views: ReadonlyMap<string, ReadonlyMap<string, View>>;
}

export interface Shelf {
  readonly decks: readonly CompiledDeck[];
  find(id: string): Shelved | undefined;
  /** The deck of this id; refuses with 404 where there is none. */
  deck(id: string): Shelved;
}

/** The decks that this server has. */
export function createShelf(decks: readonly CompiledDeck[]): Shelf {
  const byId = new Map<string, Shelved>(decks.map((compiled) => [compiled.deck.id, shelved(compiled)]));
  return {
    decks,
    find: (id) => byId.get(id),
    deck(id) {
      const found = byId.get(id);
      if (found === undefined) throw refuseAt('deck', 'unknown-deck', 'is no deck of this server');
      return found;
    },
  };
}

/** What the learner's side sees of a question; refuses with 404 where the deck does not ask it. */
export function viewAsked(
  { views }: Shelved,
  ask: { readonly fact: string; readonly question: string },
): View {
  const fact = views.get(ask.fact);
  if (fact === undefined) throw refuseAt('fact', 'unknown-fact', 'is no fact of this deck');
  const view = fact.get(ask.question);
  if (view === undefined) throw refuseAt('question', 'unknown-question', 'is no question of this fact');
  return view;
}

function shelved({ deck, key, document }: CompiledDeck): Shelved {
  const views = deck.facts.map(
    ({ id, questions }) => [id, new Map(questions.map((question) => [question.id, question.view]))] as const,
  );
  return { id: v.parse(DeckIdSchema, deck.id), deck, key, document, views: new Map(views) };
}
