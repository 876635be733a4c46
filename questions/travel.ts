import type { CompiledDeck, DeckKey, PublicDeck } from './compile.ts';

/** One line of the list of decks. */
export interface DeckListing {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly asOf?: string;
  readonly access: 'open' | 'sealed';
  readonly revision: string;
  /** How many facts and how many forms of them. */
  readonly facts: number;
  readonly questions: number;
}

/** The list of decks, as it is served. */
export function listing(decks: readonly CompiledDeck[]): { readonly decks: readonly DeckListing[] } {
  return {
    decks: decks.map(({ deck }) => ({
      id: deck.id,
      title: deck.title,
      language: deck.language,
      ...(deck.asOf === undefined ? {} : { asOf: deck.asOf }),
      access: deck.access,
      revision: deck.revision,
      facts: deck.facts.length,
      questions: deck.facts.reduce((sum, { questions }) => sum + questions.length, 0),
    })),
  };
}

/** What may leave the Worker of a deck: the key goes along only where the author says that the deck is open. */
export function publicPart({ deck, key, documentSha256 }: CompiledDeck): {
  readonly deck: PublicDeck;
  readonly key?: DeckKey;
  readonly documentSha256: string;
} {
  return deck.access === 'open' ? { deck, key, documentSha256 } : { deck, documentSha256 };
}
