import type { AuthoredQuestion } from '../../../questions/deck.ts';
import type { Reason } from '../../../questions/draft/finder.ts';

/** A kind of question that an author writes. */
export type AuthoredKind = AuthoredQuestion['kind'];

/** What each kind is called, and what it asks of a learner. */
export const KIND_WORDS: Readonly<Record<AuthoredKind, { readonly name: string; readonly means: string }>> = {
  short: { name: 'Typed answer', means: 'a name, a term or a date' },
  number: { name: 'Number', means: 'a figure with its unit' },
  cloze: { name: 'Gap in a sentence', means: 'the missing words are typed' },
  choice: { name: 'Choice', means: 'one right option among wrong ones' },
  multiple: { name: 'Several choices', means: 'every right option is ticked' },
  list: { name: 'List', means: 'several typed answers in any order' },
  order: { name: 'Order', means: 'things are put in their order' },
  match: { name: 'Match', means: 'left sides are joined with right sides' },
  judge: { name: 'Standing', means: 'stated, reported, an opinion or a prediction' },
};

/** Every kind, what is asked most first. */
export const AUTHORED_KINDS = Object.keys(KIND_WORDS) as readonly AuthoredKind[];

/** What a draft was found as. */
export const REASON_NAMES: Readonly<Record<Reason, string>> = {
  quantity: 'a quantity',
  date: 'a date',
  year: 'a year',
  role: 'a role',
  acronym: 'an acronym',
  enumeration: 'an enumeration',
  definition: 'a definition',
  cause: 'a cause',
  purpose: 'a purpose',
  comparison: 'a comparison',
  superlative: 'a superlative',
  action: 'who did what',
  table: 'a row of a table',
  step: 'a step',
  model: 'proposed by a language model',
};
