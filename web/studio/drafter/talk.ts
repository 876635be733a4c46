import type { DraftedDeck } from '../../../questions/draft/draftDeck.ts';

/** What the drafting thread says: how far it has come (0 to 1), the deck with its drafts, or why there are none. */
export type DraftTold =
  | { readonly type: 'progress'; readonly share: number }
  | ({ readonly type: 'drafted' } & DraftedDeck)
  | { readonly type: 'failed'; readonly why: string };
