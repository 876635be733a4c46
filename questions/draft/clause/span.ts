import type { Place } from '../../passage.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';

/** A run of a sentence's words by their numbers, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What stands in the place of some words, by their numbers: a name for a pronoun, or nothing. */
export type Swaps = ReadonlyMap<number, string>;

/** What Markdown puts around emphasis and code. */
const MARKS = /[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

export const NO_SWAPS: Swaps = new Map();

/** The words as they stand in the sentence, with white space as single spaces, and others in the place of some. */
export function textOf(
  { text, words }: Pick<Sentence, 'text' | 'words'>,
  { from, to }: Span,
  swaps: Swaps = NO_SWAPS,
): string {
  let said = '';
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    const before = words[at - 1];
    if (word === undefined) break;
    if (at > from && before !== undefined) said += text.slice(before.end, word.start);
    said += swaps.get(at) ?? word.text;
  }
  return said.replace(MARKS, '').replace(/\s+/g, ' ').trim();
}

/** Where some words stand in the document. */
export function placeOf({ place, words }: Pick<Sentence, 'place' | 'words'>, { from, to }: Span): Place {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined) return { start: place.start, end: place.end };
  return { start: place.start + first.start, end: place.start + last.end };
}

/** Whether the first span lies wholly in the second. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The number of words that mean something: marks do not count. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Whether a word touches the one before it, as the parts of "Nur-Sultan" do. */
export function isGlued(words: readonly Tagged[], at: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  return before !== undefined && word !== undefined && before.end === word.start;
}

/** The words that stand at some characters of a sentence's text; undefined where none do. */
export function spanAt({ words }: Pick<Sentence, 'words'>, start: number, end: number): Span | undefined {
  const from = words.findIndex((word) => word.end > start);
  const after = words.findIndex((word) => word.start >= end);
  const to = after < 0 ? words.length : after;
  return from < 0 || to <= from ? undefined : { from, to };
}
