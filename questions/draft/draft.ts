import type { Fact } from '../deck.ts';
import type { Glossary } from '../glossary.ts';
import type { Reason } from './finder.ts';

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
  readonly glossary: Glossary;
}

/** How far drafting has come: 0 to 1. Drafting goes on after it returns. */
export type OnProgress = (share: number) => void;
