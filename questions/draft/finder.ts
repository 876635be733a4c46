import type { AuthoredQuestion } from '../deck.ts';
import type { Glossary } from '../glossary.ts';
import type { Place } from '../passage.ts';
import type { Standing } from '../standing.ts';
import type { Sentence } from './sentence.ts';

/** Why something was taken for a fact. */
export type Reason =
  | 'quantity'
  | 'date'
  | 'year'
  | 'role'
  | 'acronym'
  | 'enumeration'
  | 'definition'
  | 'cause'
  | 'purpose'
  | 'comparison'
  | 'superlative'
  | 'action'
  | 'table'
  | 'step'
  | 'model';

/** What kind of thing an answer is: distractors are of the same kind. */
export type AnswerType =
  'person' | 'place' | 'organisation' | 'term' | 'work' | 'year' | 'date' | 'number' | 'phrase' | 'list';

/** A question form that a finder knows how to ask; ids, distractors and `draft` come later. */
export interface FormDraft {
  /** Its id within the fact, as `year` or `why`. */
  readonly id: string;
  readonly question: AuthoredQuestion;
  /** 0 to 1: how far a person will want to keep it as it is. */
  readonly confidence: number;
}

/** A fact as a finder found it. */
export interface FoundFact {
  readonly reason: Reason;
  /** Verbatim in the document; a sentence, or a clause that says it alone. */
  readonly passage: Place;
  /** Where the answer stands, verbatim; several for an enumeration. */
  readonly answers: readonly Place[];
  readonly answerType: AnswerType;
  /** Where it is given, wrong options come only from facts of the same kin: the other cells of a table's column. */
  readonly kin?: string;
  /** The fact in one sentence, in words of the document. */
  readonly statement: string;
  readonly standing: Standing;
  /** Whose claim it is, where it is not `stated`. */
  readonly by?: string;
  /** 0 to 1: how far this is a fact worth asking. */
  readonly confidence: number;
  /** The best first. A choice question comes from `short` ones, with distractors, later: finders make none. */
  readonly forms: readonly FormDraft[];
}

/** What a finder may know beside the sentence. */
export interface Surroundings {
  readonly document: string;
  readonly glossary: Glossary;
  /** Every sentence of the document, in order. */
  readonly sentences: readonly Sentence[];
  /** How the document stands to what this sentence says; finders hand it on. */
  standingOf(sentence: Sentence): { readonly standing: Standing; readonly by?: string };
}

/** Finds facts of one sort in one sentence. */
export type Finder = (sentence: Sentence, surroundings: Surroundings) => readonly FoundFact[];
