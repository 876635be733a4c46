import type { Path, Position } from '../deckSource.ts';

/** E blocks; W stays until it is mended or acknowledged with `allow: [rule]`; I only informs. */
export type Level = 'E' | 'W' | 'I';

/** Every rule with its level, in the order of the groups. Names are stable: decks acknowledge rules by them. */
export const LEVELS = {
  form: 'E',

  'passage-not-verbatim': 'E',
  'passage-ambiguous': 'E',
  'passage-plain-scalar': 'E',
  'answer-not-in-passage': 'E',
  'document-changed': 'E',
  'passage-long': 'W',
  'passage-garbled': 'W',
  'note-missing': 'E',
  unreviewed: 'E',

  'id-missing': 'E',
  'id-duplicate': 'E',
  'because-unknown': 'E',
  'retired-id-reused': 'E',
  'replaced-by-unknown': 'E',

  'answer-in-stem': 'E',
  'answer-words-in-stem': 'W',
  'standing-hidden': 'E',
  'by-missing': 'E',
  'time-relative': 'W',
  'as-of-missing': 'W',
  'dangling-reference': 'W',
  'yes-no': 'W',
  negative: 'W',
  'double-barrelled': 'W',
  'stem-long': 'W',
  'stem-short': 'W',
  'shape-unstated': 'W',
  'cross-cue': 'I',
  'cross-cue-sealed': 'E',

  'answer-long': 'W',
  'list-long': 'W',
  'alias-collision': 'E',
  'trivial-answer': 'W',

  'too-few-distractors': 'E',
  'option-duplicate': 'E',
  'distractor-is-correct': 'E',
  'distractor-also-true': 'W',
  'option-type': 'W',
  'key-longest': 'W',
  'all-or-none-above': 'E',
  'absolute-term': 'W',
  'grammar-cue': 'W',
  'no-feedback': 'W',

  'many-blanks': 'W',
  'no-context': 'W',
  'function-word': 'E',

  'near-duplicate': 'W',
  coverage: 'I',
  'kind-mix': 'I',
  'opinion-as-fact': 'W',
  interference: 'I',
  'embed-host': 'W',
  'allow-unused': 'W',
} as const satisfies Record<string, Level>;
export type Rule = keyof typeof LEVELS;

/** What a rule says, and of which value of the deck file. */
export interface Remark {
  readonly rule: Rule;
  readonly path: Path;
  readonly message: string;
}

/** A remark with its level and its place in the file. */
export interface Finding extends Remark, Position {
  readonly level: Level;
}

/** The words at fault, in quotation marks, cut to one readable line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`;
}
