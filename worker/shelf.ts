import type { KVNamespace } from '@cloudflare/workers-types';
import * as v from 'valibot';
import type { CompiledDeck } from '../questions/compile.ts';
import { DeckIdSchema, type DeckId } from '../questions/ids.ts';
import type { View } from '../questions/kinds.ts';
import { isPublishedId } from '../questions/publishedId.ts';
import type { Env } from './env.ts';
import { refuseAt } from './problem.ts';
import { servedDeck } from './published/servedDeck.ts';

/** A deck ready to be asked: found by id, its views by fact and question. */
export interface Shelved extends CompiledDeck {
  readonly id: DeckId;
  readonly views: ReadonlyMap<string, ReadonlyMap<string, View>>;
}

/** The decks as one request finds them. */
export interface Shelf {
  find(id: string): Promise<Shelved | undefined>;
  /** The deck of this id; refuses with 404 where there is none. */
  deck(id: string): Promise<Shelved>;
}

export interface Shelves {
  /** The decks of the repository: those that are listed. */
  readonly decks: readonly CompiledDeck[];
  at(env: Env['Bindings']): Shelf;
}

/** The decks of the repository, which this server has in memory, and those that authors have published, which are in KV. */
export function createShelves(decks: readonly CompiledDeck[]): Shelves {
  const byId = new Map<string, Shelved>(decks.map((compiled) => [compiled.deck.id, shelved(compiled)]));
  const find = async (kv: KVNamespace, id: string) => {
    const own = byId.get(id);
    if (own !== undefined || !isPublishedId(id)) return own;
    const published = await servedDeck(kv, v.parse(DeckIdSchema, id));
    return published === undefined ? undefined : remembered(published);
  };
  return {
    decks,
    at: ({ PROGRESS }) => ({
      find: (id) => find(PROGRESS, id),
      async deck(id) {
        const found = await find(PROGRESS, id);
        if (found === undefined) throw refuseAt('deck', 'unknown-deck', 'is no deck of this server');
        return found;
      },
    }),
  };
}

const shelvedOf = new WeakMap<CompiledDeck, Shelved>();

/** The views of a revision are gathered once in an isolate's life. */
function remembered(compiled: CompiledDeck): Shelved {
  const known = shelvedOf.get(compiled) ?? shelved(compiled);
  shelvedOf.set(compiled, known);
  return known;
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

function shelved(compiled: CompiledDeck): Shelved {
  const views = compiled.deck.facts.map(
    ({ id, questions }) => [id, new Map(questions.map((question) => [question.id, question.view]))] as const,
  );
  return { ...compiled, id: v.parse(DeckIdSchema, compiled.deck.id), views: new Map(views) };
}
