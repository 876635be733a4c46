import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import { nounPhraseEnd } from './nounPhrase.ts';
import { isGlued, type Span } from './span.ts';

/** The noun phrase that begins at a word, with what "of" joins to it: "the dissolution of the Soviet Union". */
export function phraseAt(words: readonly Tagged[], from: number, limit = words.length): Span | undefined {
  let to = Math.min(limit, nounPhraseEnd(words, from));
  if (to <= from) return undefined;
  while (words[to]?.text === 'of' && to + 1 < limit) {
    const end = nounPhraseEnd(words, to + 1);
    if (end === to + 1 || end > limit) break;
    to = end;
  }
  return { from, to };
}

/** A phrase with the prepositions that follow it, as far as it stays short: "a famine in Ireland". */
export function fullPhraseAt(words: readonly Tagged[], from: number, limit: number): Span | undefined {
  let phrase = phraseAt(words, from, limit);
  while (phrase !== undefined && words[phrase.to]?.pos === 'ADP') {
    const more = phraseAt(words, phrase.to + 1, limit);
    if (more === undefined || more.to - from > FULL_WORDS_MAX || words[more.from]?.pos === 'NUM')
      return phrase;
    phrase = { from, to: more.to };
  }
  return phrase;
}

const FULL_WORDS_MAX = 7;

/** As `fullPhraseAt`, or a deed: "flooding in the valley". */
export function phraseOrDeedAt(words: readonly Tagged[], from: number, limit: number): Span | undefined {
  const phrase = fullPhraseAt(words, from, limit);
  const first = words[from];
  if (phrase !== undefined || first?.pos !== 'VERB' || !first.text.endsWith('ing')) return phrase;
  const start = words[from + 1]?.pos === 'ADP' ? from + 2 : from + 1;
  return { from, to: phraseAt(words, start, limit)?.to ?? from + 1 };
}

/** What a gap in the place of a phrase shows that is no name. */
export function shownAs(words: readonly Tagged[], { from, to }: Span): string {
  if (to - from > 1) return 'phrase';
  return words[from]?.pos === 'ADJ' ? 'adjective' : 'noun';
}

/** A phrase with what stands in brackets right after it: "the alliance (CSTO)". */
export function withBracket(words: readonly Tagged[], { from, to }: Span): Span {
  if (words[to]?.text !== '(') return { from, to };
  const close = words.findIndex(({ text }, at) => at > to && text === ')');
  return { from, to: close < 0 ? to : close + 1 };
}

/** A span without its leading article or hedging adverb. */
export function bare(words: readonly Tagged[], { from, to }: Span): Span {
  let start = from;
  while (start < to - 1 && (words[start]?.pos === 'ADV' || /^(?:the|an?)$/i.test(words[start]?.text ?? '')))
    start += 1;
  return { from: start, to };
}

/** The word that says what a phrase names: the last noun before "of" or another preposition. */
export function headOf(words: readonly Tagged[], { from, to }: Span): Tagged | undefined {
  let head: Tagged | undefined;
  for (const word of words.slice(from, to)) {
    if (word.pos === 'ADP' || word.pos === 'SCONJ' || (word.pos === 'VERB' && head !== undefined)) break;
    if (/^(?:NOUN|PROPN|NUM)$/.test(word.pos)) head = word;
  }
  return head;
}

/** The name that a phrase ends with: "Angela Merkel" in "the chancellor Angela Merkel"; undefined where it ends otherwise. */
export function nameAtEnd({ words }: Sentence, { from, to }: Span): Span | undefined {
  let start = to;
  while (start > from && isNamePart(words, start - 1)) start -= 1;
  while (start < to && words[start]?.pos !== 'PROPN') start += 1;
  return start < to ? { from: start, to } : undefined;
}

function isNamePart(words: readonly Tagged[], at: number): boolean {
  const word = words[at];
  if (word?.pos === 'PROPN') return true;
  return (
    (word?.text === '-' && isGlued(words, at)) ||
    /^(?:de|van|von|der|da|di|al|ibn|bin|la|du)$/.test(word?.text ?? '')
  );
}

/** Whether some words have a name among them; the capital at the beginning of a sentence is no sign of one. */
export function hasName(words: readonly Tagged[], { from, to }: Span): boolean {
  return words
    .slice(from, to)
    .some(
      ({ pos, text }, at) =>
        pos === 'PROPN' && (from + at > 0 || words[1]?.pos === 'PROPN' || /^\p{Lu}{2,}|-\p{Lu}/u.test(text)),
    );
}
