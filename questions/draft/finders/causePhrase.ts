import { fullPhraseAt } from '../clause/phrase.ts';
import type { Span } from '../clause/span.ts';
import type { Sentence } from '../sentence.ts';

/** A reason that a preposition gives: "because of the rain". */
export interface CausePhrase {
  /** The number of the first word of the preposition. */
  readonly from: number;
  readonly reason: Span;
}

const PREPOSITIONS = [
  'because of',
  'due to',
  'owing to',
  'thanks to',
  'as a result of',
  'as a consequence of',
  'on account of',
].map((text) => text.split(' '));

/** The first such phrase among some words; undefined where none is. */
export function causePhraseIn({ words }: Sentence, { from, to }: Span): CausePhrase | undefined {
  for (let at = from; at < to; at += 1) {
    const preposition = PREPOSITIONS.find((parts) =>
      parts.every((part, number) => words[at + number]?.text.toLowerCase() === part),
    );
    if (preposition === undefined) continue;
    const reason = fullPhraseAt(words, at + preposition.length, to);
    if (reason !== undefined && words[reason.from]?.pos !== 'PRON') return { from: at, reason };
  }
  return undefined;
}
