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

/** The words of a text, folded. */
export function wordsOf(text: string, from = 0): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)].map((match) => ({
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
  const holders = new Map<string, number[]>();
  for (const [at, words] of read.entries())
    for (const word of new Set(words.map(({ folded }) => folded)))
      holders.set(word, [...(holders.get(word) ?? []), at]);

  const rarity = (word: string) => 1 / (holders.get(word)?.length ?? 1);
  return (passage) => {
    const wanted = wordsOf(passage).slice(0, WORDS_MAX);
    const scores = new Map<number, number>();
    for (const word of new Set(wanted.map(({ folded }) => folded)))
      for (const at of holders.get(word) ?? []) scores.set(at, (scores.get(at) ?? 0) + rarity(word));
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

/** How much of the wanted words stands in order in these, from the first of them to the last. */
function likeness(wanted: readonly Word[], words: readonly Word[]): Likest | undefined {
  const common = commonRun(foldedOf(wanted), foldedOf(words)).map(([, at]) => at);
  const [first, last] = [common[0], common[common.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [words[first], words[last]];
  if (from === undefined || to === undefined) return undefined;
  const share = (2 * common.length) / (wanted.length + (last - first + 1));
  return { place: { start: from.start, end: to.end }, likeness: share };
}

function foldedOf(words: readonly Word[]): readonly string[] {
  return words.map(({ folded }) => folded);
}
