import type { DeckFile, Fact } from '../deck.ts';
import type { FoundFact, Reason } from './finder.ts';
import type { Tagger } from './tagger.ts';

/** A drafted question, before a person has seen it. */
export interface DraftQuestion {
  /** Its id within the fact. */
  readonly id: string;
  /** The same for the same passage, answer and form: what was offered once is not offered again. */
  readonly signature: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A drafted fact with its questions, which all carry `draft: true`. */
export interface Draft {
  readonly factId: string;
  readonly fact: Fact;
  readonly reason: Reason;
  /** 0 to 1; the best of its questions'. */
  readonly confidence: number;
  /** The best first; as many as `fact.questions` has. */
  readonly questions: readonly DraftQuestion[];
}

/** What the drafter made of a document. */
export interface Drafted {
  /** The best first. */
  readonly drafts: readonly Draft[];
  /** Names that it would put into the glossary, those that the glossary has left out. */
  readonly glossary: DeckFile['glossary'];
}

/** What drafting needs beside the document. */
export interface DraftOptions {
  /** The document's language tag. */
  readonly language: string;
  readonly tagger: Tagger;
  /** What the author has corrected already: it counts more than what is proposed. */
  readonly glossary: DeckFile['glossary'];
  /** Ids that the deck has: drafts get others. */
  readonly taken: Iterable<string>;
  /** What a second drafter has found: judged as the rest. */
  readonly also?: readonly FoundFact[];
  /** Hears how far drafting has come, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}
