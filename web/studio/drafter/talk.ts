import type { Project } from '../openProject.ts';

/** What the drafting thread is asked: a deck as it is now. */
export interface DraftAsked {
  readonly yaml: string;
  readonly document: string;
  readonly offered: string;
  /** Whether proposed names go into the glossary. */
  readonly withGlossary: boolean;
}

/** The deck with drafts added. */
export interface DraftedDeck {
  readonly yaml: string;
  readonly offered: string;
  readonly reasons: Project['reasons'];
}

/** What it says: how far it has come (0 to 1), the deck with its drafts, or why there are none. */
export type DraftTold =
  | { readonly type: 'progress'; readonly share: number }
  | ({ readonly type: 'drafted' } & DraftedDeck)
  | { readonly type: 'failed'; readonly why: string };
