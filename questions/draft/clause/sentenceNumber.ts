import type { Sentence } from '../sentence.ts';

const numbered = new WeakMap<readonly Sentence[], ReadonlyMap<Sentence, number>>();

/** The number of a sentence among all of its document, from 0. */
export function sentenceNumber(sentence: Sentence, sentences: readonly Sentence[]): number {
  let known = numbered.get(sentences);
  if (known === undefined) {
    known = new Map(sentences.map((one, at) => [one, at]));
    numbered.set(sentences, known);
  }
  return known.get(sentence) ?? 0;
}
