import { isGlued, type Span } from './span.ts';
import type { Tagged } from '../tagger.ts';

const POSSESSIVES = new Set(['its', 'his', 'her', 'their', 'our', 'my', 'your', 'whose']);
const ALONE = new Set(['it', 'he', 'she', 'they', 'we', 'i', 'you', 'this', 'these', 'those', 'who']);
const HEADS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'SYM']);
const MARKS_WITHIN = new Set(['“', '”', '"', '‘']);

/** Where the noun phrase that begins at a word ends, `of` phrases and the like left out; `from` itself where none begins. */
export function nounPhraseEnd(words: readonly Tagged[], from: number): number {
  const first = words[from];
  if (first?.pos === 'PRON' && ALONE.has(first.lemma)) return from + 1;
  const start = hedgeEnd(words, from);
  let end = from;
  for (let at = start; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || !isWithinPhrase(words, at, start)) break;
    if (HEADS.has(word.pos) || (word.pos === 'ADJ' && words[at - 1]?.pos === 'DET')) end = at + 1;
  }
  return end;
}

const HEDGES = new Set([
  'about',
  'around',
  'approximately',
  'roughly',
  'nearly',
  'almost',
  'over',
  'some',
  'only',
  'exactly',
]);
const COMPARED = new Set(['more', 'less', 'fewer']);

/** The number of the word after "about", "more than", "at least" and the like, where a number or share follows; `at` where none stands. */
export function hedgeEnd(words: readonly Tagged[], at: number): number {
  const [one, two] = [words[at]?.text.toLowerCase() ?? '', words[at + 1]?.text.toLowerCase() ?? ''];
  const isPair =
    (COMPARED.has(one) && two === 'than') ||
    (one === 'at' && (two === 'least' || two === 'most')) ||
    (one === 'up' && two === 'to');
  const isEstimated = /^an?$/.test(one) && two === 'estimated';
  const end = isPair || isEstimated ? at + 2 : HEDGES.has(one) ? at + 1 : at;
  return end > at && isAmount(words, end) ? end : at;
}

function isAmount(words: readonly Tagged[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (
    word?.pos === 'NUM' ||
    word?.pos === 'SYM' ||
    word?.text === '−' ||
    word?.lemma === 'half' ||
    word?.lemma === 'twice'
  )
    return true;
  return word?.pos === 'DET' && (next?.pos === 'ADJ' || next?.pos === 'NUM' || next?.pos === 'NOUN');
}

function isWithinPhrase(words: readonly Tagged[], at: number, from: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return false;
  if (/^(?:NOUN|PROPN|ADJ|NUM|SYM)$/.test(word.pos)) return true;
  if (word.pos === 'DET') return at === from || /^(?:DET|ADV)$/.test(words[at - 1]?.pos ?? '');
  if (word.pos === 'PRON') return at === from && POSSESSIVES.has(word.lemma);
  if (word.pos === 'PART') return at > from && /^['’]s?$/.test(word.text);
  if (word.pos === 'ADV') return next !== undefined && /^(?:ADJ|NUM|ADV)$/.test(next.pos);
  if (word.pos === 'VERB') return isBetweenArticleAndNoun(words, at, from);
  return word.pos === 'PUNCT' && isInnerMark(words, at, from);
}

/** "the attempted revolution", "Russian-speaking majority". */
function isBetweenArticleAndNoun(words: readonly Tagged[], at: number, from: number): boolean {
  const before = words[at - 1];
  const next = words[at + 1];
  if (before === undefined || next === undefined || at === from) return false;
  if (isGlued(words, at) && before.text === '-') return true;
  const opens =
    before.pos === 'DET' || before.pos === 'ADJ' || (before.pos === 'PRON' && POSSESSIVES.has(before.lemma));
  return (
    opens && /(?:ed|en|ing)$/.test(words[at]?.text ?? '') && (next.pos === 'NOUN' || next.pos === 'PROPN')
  );
}

function isInnerMark(words: readonly Tagged[], at: number, from: number): boolean {
  const mark = words[at]?.text ?? '';
  if (mark === '-' || mark === '‑' || mark === '/')
    return at > from && isGlued(words, at) && isGlued(words, at + 1);
  if (mark === '–') return words[at - 1]?.pos === 'NUM' && words[at + 1]?.pos === 'NUM';
  return MARKS_WITHIN.has(mark);
}

/** As `nounPhraseEnd`, with the phrases joined to it by "and", commas and prepositions: "the price of fuel and bread". */
export function longPhraseEnd(words: readonly Tagged[], from: number): number {
  let end = coordinatedEnd(words, from);
  while (end > from && words[end]?.pos === 'ADP') {
    const next = coordinatedEnd(words, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** The end of "A", "A and B" or "A, B and C". */
export function coordinatedEnd(words: readonly Tagged[], from: number): number {
  const items = itemsFrom(words, from);
  return items.at(-1)?.to ?? from;
}

/** A longer row is no row that a person reads as one. */
const ITEMS_MAX = 24;

/** The members of a row of noun phrases that begins at a word: one, or several with "and" or "or" before the last. */
export function itemsFrom(words: readonly Tagged[], from: number): readonly Span[] {
  const items: Span[] = [];
  let at = from;
  while (items.length < ITEMS_MAX) {
    const end = memberEnd(words, at);
    if (end === at) break;
    items.push({ from: at, to: end });
    const joint = jointAt(words, end);
    if (joint === undefined) break;
    at = joint.next;
    if (joint.isLast) {
      const last = memberEnd(words, at);
      if (last > at) return [...items, { from: at, to: last }];
      break;
    }
  }
  return items.slice(0, 1);
}

/** A member of a row is a noun phrase, or an adjective alone: "red, yellow and blue". */
function memberEnd(words: readonly Tagged[], at: number): number {
  const end = nounPhraseEnd(words, at);
  return end === at && words[at]?.pos === 'ADJ' && !/^(?:NOUN|ADP)$/.test(words[at + 1]?.pos ?? '')
    ? at + 1
    : end;
}

/** What joins two members: a comma, or "and" or "or", with a comma before it or not. */
export function jointAt(
  words: readonly Tagged[],
  at: number,
): { readonly next: number; readonly isLast: boolean } | undefined {
  const isComma = words[at]?.text === ',';
  const word = isComma ? at + 1 : at;
  const isAnd = words[word]?.pos === 'CCONJ' && /^(?:and|or|as)$/i.test(words[word]?.text ?? '');
  if (isAnd) return { next: word + 1, isLast: true };
  return isComma ? { next: word, isLast: false } : undefined;
}
