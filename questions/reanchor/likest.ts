import type { Place } from '../passage.ts';
import { commonRun } from './commonRun.ts';

/** A word of a document, folded, with its place there. */
export interface Word extends Place {
  readonly folded: string;
}

/** A stretch of a document that reads like a passage. */
export interface Likest {
  readonly place: Place;
  /** 0 to 1: twice the words in common and in order, over the words of both. */
  readonly likeness: number;
}

/** So many sentences are looked at closely, those with most of the passage's rarer words. */
const CANDIDATES = 6;
const WORDS_MAX = 400;
const SEEN_MAX = 5000;

/** Scripts that put no space between words: each character counts as one. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]`;
const WORD = new RegExp(`[${UNSPACED}]|(?:${LETTER})+(?:['’.,-](?:${LETTER})+)*`, 'gu');

/** The words of a text, folded. */
export function wordsOf(text: string, from = 0): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    folded: match[0].normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase(),
  }));
}

/** Looks for stretches like a passage, in the sentences of one document. */
export function likestIn(
  document: string,
  sentences: readonly Place[],
): (passage: string) => Likest | undefined {
  const read = sentences.map(({ start, end }) => wordsOf(document.slice(start, end), start));
  const holders = holdersIn(read);
  return (passage) => {
    const wanted = wordsOf(passage).slice(0, WORDS_MAX);
    const scores = new Map<number, number>();
    for (const places of rarestOf(wanted, holders))
      for (const at of places) scores.set(at, (scores.get(at) ?? 0) + 1 / places.length);
    const near = [...scores].sort(([a, m], [b, n]) => n - m || a - b).slice(0, CANDIDATES);
    // A passage may reach over the end of a sentence.
    const stretches = near.flatMap(([at]) => [
      read[at] ?? [],
      [...(read[at] ?? []), ...(read[at + 1] ?? [])],
    ]);
    return stretches.reduce<Likest | undefined>((best, words) => {
      const like = likeness(wanted, words.slice(0, WORDS_MAX));
      return like !== undefined && like.likeness > (best?.likeness ?? 0) ? like : best;
    }, undefined);
  };
}

/** Where each of the words stands, the rarest first, as long as that is not in more than a few thousand sentences. */
function rarestOf(
  words: readonly Word[],
  holders: ReadonlyMap<string, readonly number[]>,
): readonly (readonly number[])[] {
  const all = [...new Set(foldedOf(words))].map((word) => holders.get(word) ?? []);
  let seen = 0;
  return all
    .sort((a, b) => a.length - b.length)
    .filter(({ length }) => (seen += length) <= SEEN_MAX || seen === length);
}

/** The numbers of the sentences that hold each word. */
function holdersIn(sentences: readonly (readonly Word[])[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [at, words] of sentences.entries())
    for (const word of new Set(foldedOf(words))) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [at]);
      else known.push(at);
    }
  return holders;
}

/**
 * How much of the wanted words stands in order in these, from the first of them to the last. Where the wanted ones begin or
 * end with others, as many of these are taken along: what was said in 1975 may be said of 1981 now.
 */
function likeness(wanted: readonly Word[], words: readonly Word[]): Likest | undefined {
  const common = commonRun(foldedOf(wanted), foldedOf(words));
  const [first, last] = [common[0], common[common.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const start = Math.max(0, first[1] - first[0]);
  const end = Math.min(words.length - 1, last[1] + (wanted.length - 1 - last[0]));
  const [from, to] = [words[start], words[end]];
  if (from === undefined || to === undefined) return undefined;
  const share = (2 * common.length) / (wanted.length + (end - start + 1));
  return { place: { start: from.start, end: to.end }, likeness: share };
}

function foldedOf(words: readonly Word[]): readonly string[] {
  return words.map(({ folded }) => folded);
}
