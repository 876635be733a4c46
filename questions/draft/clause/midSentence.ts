import type { Sentence } from '../sentence.ts';
import { NO_SWAPS, textOf, type Span, type Swaps } from './span.ts';

/** Words as they read in the middle of a sentence: a capital that only the beginning asked for goes. */
export function midSentence(
  sentence: Sentence,
  span: Span,
  document: string,
  swaps: Swaps = NO_SWAPS,
): string {
  const text = textOf(sentence, span, swaps);
  const first = sentence.words[span.from];
  if (first === undefined || swaps.has(span.from) || !isSentenceStart(sentence, span.from)) return text;
  if (!/^\p{Lu}\p{Ll}*$/u.test(first.text) || first.text === 'I') return text;
  const isName =
    first.pos === 'PROPN' && !hasInLowerCase(document, first.text) && !isPluralNoun(sentence, span);
  return isName ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The text with a capital at its beginning. */
export function capitalised(text: string): string {
  return text.replace(
    /^(\P{L}*)(\p{Ll})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
}

function isSentenceStart({ words }: Sentence, at: number): boolean {
  return words.slice(0, at).every(({ pos }) => pos === 'PUNCT');
}

/** "Plants need …": a plural with a plural verb is seldom a name. */
function isPluralNoun({ words }: Sentence, { from }: Span): boolean {
  const [word, next] = [words[from], words[from + 1]];
  if (word === undefined || next === undefined || !/[^s]s$/.test(word.text)) return false;
  return /^(?:are|were|have|such)$/.test(next.text) || (next.pos === 'VERB' && next.text === next.lemma);
}

const lowerCaseWords = new Map<string, ReadonlySet<string>>();

function hasInLowerCase(document: string, word: string): boolean {
  let known = lowerCaseWords.get(document);
  if (known === undefined) {
    known = new Set(document.match(/(?<!\p{L})\p{Ll}+/gu) ?? []);
    lowerCaseWords.clear();
    lowerCaseWords.set(document, known);
  }
  const lower = word.toLowerCase();
  return known.has(lower) || known.has(lower.replace(/s$/, '')) || known.has(`${lower}s`);
}
