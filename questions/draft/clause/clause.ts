import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import { itemsFrom, jointAt, longPhraseEnd, nounPhraseEnd } from './nounPhrase.ts';
import type { Span } from './span.ts';
import { subjectAt, type Subject } from './subject.ts';
import { verbGroupAt, type VerbGroup } from './verbGroup.ts';
import { isMonth, isYearAt } from './yearWord.ts';

/** A clause that can be turned into a question. */
export interface Clause {
  /** What stands before the subject, as "In 1969"; empty where nothing does. */
  readonly lead: Span;
  readonly subject: Span;
  readonly verb: VerbGroup;
  /** What follows the verb, to the next comma or clause. */
  readonly rest: Span;
  /** The conjunction that makes it hang on another clause, as "because". */
  readonly marker?: string;
}

const remembered = new WeakMap<Sentence, readonly Clause[]>();

/** The clauses of a sentence that have a subject and a finite verb, in order. */
export function clausesOf(sentence: Sentence): readonly Clause[] {
  const known = remembered.get(sentence);
  if (known !== undefined) return known;
  const made = readClauses(sentence.words.map(asVerb));
  remembered.set(sentence, made);
  return made;
}

/** A verb that was taken for a noun, between a name and an article: "Russia and China share one of the …". */
function asVerb(word: Tagged, at: number, words: readonly Tagged[]): Tagged {
  const [before, next] = [words[at - 1], words[at + 1]];
  if (word.pos !== 'NOUN' || before?.pos !== 'PROPN' || !/^\p{Ll}/u.test(word.text)) return word;
  const isObject =
    next?.pos === 'DET' || next?.pos === 'SYM' || (next?.lemma === 'one' && words[at + 2]?.lemma === 'of');
  return isObject ? { ...word, pos: 'VERB' } : word;
}

function readClauses(words: readonly Tagged[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < words.length) {
    const found = nextSubject(words, at);
    if (found === undefined) break;
    const { start, subject, verb } = found;
    let clause = clauseOf(words, leadBefore(words, at, start), subject, verb);
    clauses.push(clause);
    for (let next = sharedVerb(words, clause.rest.to); next; next = sharedVerb(words, clause.rest.to)) {
      clause = clauseOf(words, { from: subject.from, to: subject.from }, subject, next);
      clauses.push(clause);
    }
    at = Math.max(at + 1, clause.rest.to);
  }
  return clauses;
}

function clauseOf(words: readonly Tagged[], lead: Span, subject: Span, verb: VerbGroup): Clause {
  const marker = words[subject.from - 1];
  return {
    lead,
    subject,
    verb,
    rest: { from: verb.to, to: restEnd(words, verb.to) },
    ...(marker?.pos === 'SCONJ' && marker.lemma !== 'that' ? { marker: marker.lemma } : {}),
  };
}

/** The first subject with a verb that begins at a word, or after a mark or conjunction that may open a clause. */
function nextSubject(
  words: readonly Tagged[],
  from: number,
): (Subject & { readonly start: number }) | undefined {
  for (let start = from; start < words.length; start += 1) {
    if (start > from && !opensClause(words[start - 1]) && !isAfterLead(words, from, start)) continue;
    const found = subjectAt(words, start);
    if (found === undefined || isSpliced(words, from, start, found.verb)) continue;
    return { ...found, start };
  }
  return undefined;
}

/** "On 20 July 1969 | Neil Armstrong became", "In this recipe | it is": no comma sets the beginning off. */
function isAfterLead(words: readonly Tagged[], from: number, start: number): boolean {
  let first = from;
  while (first < start && /^(?:PUNCT|CCONJ)$/.test(words[first]?.pos ?? '')) first += 1;
  if (words[first]?.pos !== 'ADP' && words[first]?.lemma !== 'since') return false;
  const lead = words.slice(first + 1, start);
  const isTime =
    lead.length > 0 &&
    lead.length <= 4 &&
    lead.every((word) => word.pos === 'NUM' || isMonth(word) || word.text === ',');
  if (isTime) return isYearAt(words, start - 1);
  const next = words[start];
  const isSubject = next?.pos === 'DET' || /^(?:it|he|she|they|we|you)$/i.test(next?.text ?? '');
  return isSubject && longPhraseEnd(words, first + 1) === start;
}

/** After a mere comma, a participle is no verb of its own: "…, the revolutions in Kyrgyzstan linked to …". */
function isSpliced(words: readonly Tagged[], from: number, start: number, { first, to }: VerbGroup): boolean {
  const verb = words[first];
  const isBare =
    verb?.pos === 'VERB' &&
    /(?:ed|en)$/.test(verb.text) &&
    /^(?:to|by|in|with|from)$/.test(words[to]?.text ?? '');
  if (words[start - 1]?.text !== ',' || !isBare || words[from]?.pos === 'SCONJ') return false;
  return from > 0 || words.slice(from, start).some(({ pos }) => pos === 'AUX' || pos === 'VERB');
}

function opensClause(word: Tagged | undefined): boolean {
  if (word === undefined) return false;
  return /^[,;:–—(“"]$/.test(word.text) || /^(?:SCONJ|CCONJ)$/.test(word.pos) || word.lemma === 'that';
}

/** What stands between the last clause and a subject, if a comma sets it off: "In 1969,". */
function leadBefore(words: readonly Tagged[], from: number, subject: number): Span {
  const isComma = words[subject - 1]?.text === ',';
  if (!isComma && !isAfterLead(words, from, subject)) return { from: subject, to: subject };
  const end = isComma ? subject - 1 : subject;
  let start = from;
  for (let at = from; at < end; at += 1) {
    const word = words[at];
    if (word?.text !== ',' && word?.pos !== 'CCONJ' && opensClause(word))
      start = word?.pos === 'SCONJ' ? at : at + 1;
  }
  while (start < subject && /^(?:PUNCT|CCONJ)$/.test(words[start]?.pos ?? '')) start += 1;
  return { from: start, to: Math.max(start, end) };
}

/** A verb that "and" joins to the clause before it, with the same subject. */
function sharedVerb(words: readonly Tagged[], at: number): VerbGroup | undefined {
  const from = words[at]?.text === ',' ? at + 1 : at;
  return words[from]?.pos === 'CCONJ' ? verbGroupAt(words, from + 1) : undefined;
}

/** What opens a clause even right after a verb: "it came when …", "it rises because …". */
const OPENS_AT_ONCE = /^(?:because|when|where|while|since|if|although|though|whenever)$/;

function restEnd(words: readonly Tagged[], from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const close = bracketEnd(words, at);
    if (close > at) {
      at = close;
      continue;
    }
    if (/^[.;:–—()!?…]$/.test(word.text) && !isRange(words, at)) return at;
    if (word.text === ',' && !isListComma(words, at, from) && !isDateComma(words, at)) return at;
    if (word.pos === 'SCONJ' && (at > from || OPENS_AT_ONCE.test(word.lemma))) return at;
    if (isRestrictive(words, at)) continue;
    if ((word.pos === 'CCONJ' || word.lemma === 'that') && startsClause(words, at + 1)) return at;
  }
  return words.length;
}

/** So many words may stand in brackets within a clause: "the alliance (CSTO) sent soldiers". */
const BRACKETED_MAX = 6;

/** The number of the bracket that closes one here, where the clause goes on after it; `at` where none does. */
function bracketEnd(words: readonly Tagged[], at: number): number {
  if (words[at]?.text !== '(') return at;
  const close = words.findIndex(({ text }, number) => number > at && text === ')');
  const goesOn =
    /^(?:ADP|PART|NOUN|PROPN|ADV|VERB|CCONJ)$/.test(words[close + 1]?.pos ?? '') ||
    /^[“"]$/.test(words[close + 1]?.text ?? '');
  return close > at && close - at <= BRACKETED_MAX && goesOn ? close : at;
}

/** "January 1, 1999". */
function isDateComma(words: readonly Tagged[], at: number): boolean {
  return words[at - 1]?.pos === 'NUM' && isMonth(words[at - 2]) && words[at + 1]?.pos === 'NUM';
}

function isRange(words: readonly Tagged[], at: number): boolean {
  return words[at]?.text === '–' && words[at - 1]?.pos === 'NUM' && words[at + 1]?.pos === 'NUM';
}

/** "the first machine that predicted tides": it says which one. */
function isRestrictive(words: readonly Tagged[], at: number): boolean {
  const isThat = words[at]?.lemma === 'that' && /^(?:NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '');
  return isThat && verbGroupAt(words, at + 1) !== undefined;
}

function startsClause(words: readonly Tagged[], at: number): boolean {
  if (words[at]?.pos === 'SCONJ' || words[at]?.lemma === 'that') return true;
  return verbGroupAt(words, at) !== undefined || subjectAt(words, at) !== undefined;
}

/** Whether a comma parts the members of a list, "A, B and C", rather than two clauses. */
function isListComma(words: readonly Tagged[], at: number, from: number): boolean {
  for (let start = at - 1; start >= from; start -= 1) {
    const items = itemsFrom(words, start);
    if (items.length >= 3 && (items.at(-1)?.to ?? 0) > at) return true;
    if (jointAt(words, start) !== undefined && nounPhraseEnd(words, start + 1) < at) break;
  }
  return false;
}
