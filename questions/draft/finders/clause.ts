import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import { joinedWords } from './joinedWords.ts';
import { nounPhraseAt, nounPhraseWithOf, type Span } from './nounPhrase.ts';
import { segmentsOf, type Segment } from './segment.ts';
import { verbGroupIn, type VerbGroup } from './verbGroup.ts';

/** Who does what, as far as the order of the words tells. */
export interface Clause {
  /** The words that the numbers count. */
  readonly words: readonly Tagged[];
  /** How it is joined to the rest: "because", "which", "that"; empty for a main clause. */
  readonly opener: string;
  /** The whole clause, its opener left out. */
  readonly span: Span;
  /** A phrase before the subject: "in 1999". */
  readonly lead?: Span;
  readonly subject: Span;
  /** Whether the subject stands in an earlier clause: "Rome fell and never rose again". */
  readonly isShared: boolean;
  readonly verb: VerbGroup;
  /** What follows the verb. */
  readonly rest: Span;
  /** Whether the sentence goes on after a comma with more of the same, as in an enumeration. */
  readonly isCut: boolean;
}

const remembered = new WeakMap<Sentence, readonly Clause[]>();

/** The clauses of a sentence in order, those whose subject and verb can be told. */
export function clausesOf(sentence: Sentence): readonly Clause[] {
  const known = remembered.get(sentence);
  if (known !== undefined) return known;
  const words = withoutBrackets(joinedWords(sentence));
  const segments = segmentsOf(words);
  const clauses: Clause[] = [];
  for (const at of segments.keys()) {
    const clause = clauseAt(words, segments, at, clauses);
    if (clause !== undefined) clauses.push(clause);
  }
  remembered.set(sentence, clauses);
  return clauses;
}

/** What stands in brackets is read by those who look for it. */
function withoutBrackets(words: readonly Tagged[]): readonly Tagged[] {
  let depth = 0;
  return words.filter(({ text }) => {
    if (/^[([]$/.test(text)) depth += 1;
    const isOutside = depth === 0;
    if (/^[)\]]$/.test(text)) depth = Math.max(0, depth - 1);
    return isOutside;
  });
}

function clauseAt(
  words: readonly Tagged[],
  segments: readonly Segment[],
  at: number,
  earlier: readonly Clause[],
): Clause | undefined {
  const segment = segments[at];
  if (segment === undefined) return undefined;
  const verb = verbGroupIn(words, segment.from, segment.to);
  if (verb === undefined) return undefined;
  const start = afterOpening(words, segment.from, verb.from);
  const own = ownSubject(words, start, verb.from);
  const shared =
    own === undefined && start >= verb.from ? sharedSubject(words, segments, at, earlier) : undefined;
  const subject = own?.subject ?? shared;
  if (subject === undefined) return undefined;
  return {
    words,
    opener: segment.opener,
    span: { from: segment.from, to: segment.to },
    ...(own?.lead === undefined ? {} : { lead: own.lead }),
    subject,
    isShared: shared !== undefined,
    verb,
    rest: { from: verb.to, to: segment.to },
    isCut: goesOn(words, segments[at + 1]),
  };
}

/** Past "and", "however", "for example" at the beginning. */
function afterOpening(words: readonly Tagged[], from: number, to: number): number {
  let at = from;
  while (at < to && ['CCONJ', 'ADV', 'PUNCT', 'SCONJ'].includes(words[at]?.pos ?? '')) at += 1;
  return at;
}

const STOPS = new Set(['PUNCT', 'VERB', 'AUX']);

function ownSubject(
  words: readonly Tagged[],
  from: number,
  to: number,
): { readonly subject: Span; readonly lead?: Span } | undefined {
  const first = words[from];
  if (first === undefined || from >= to) return undefined;
  if (first.pos === 'PRON' && from + 1 + countAdverbs(words, from + 1, to) === to)
    return /^there$/i.test(first.text) ? undefined : { subject: { from, to: from + 1 } };
  if (first.pos === 'ADP') {
    const phrase = nounPhraseWithOf(words, from + 1, to);
    if (phrase === undefined || phrase.to >= to) return undefined;
    const own = ownSubject(words, afterOpening(words, phrase.to, to), to);
    return own === undefined ? undefined : { ...own, lead: { from, to: phrase.to } };
  }
  const phrase = nounPhraseWithOf(words, from, to);
  if (phrase === undefined) return undefined;
  const end = to - trailingAdverbs(words, phrase.to, to);
  const between = words.slice(phrase.to, end);
  const isWhole = between.length === 0 || ['ADP', 'CCONJ', 'VERB'].includes(between[0]?.pos ?? '');
  const isClean = between.every(
    ({ pos }, at) => !STOPS.has(pos) || (pos === 'VERB' && at < between.length - 1),
  );
  return isWhole && isClean ? { subject: { from, to: end } } : undefined;
}

function countAdverbs(words: readonly Tagged[], from: number, to: number): number {
  let at = from;
  while (at < to && words[at]?.pos === 'ADV') at += 1;
  return at - from;
}

function trailingAdverbs(words: readonly Tagged[], from: number, to: number): number {
  let at = to;
  while (at > from && words[at - 1]?.pos === 'ADV') at -= 1;
  return to - at;
}

/** "X, a river, flows"; "X, which flows"; "X rises and flows". */
function sharedSubject(
  words: readonly Tagged[],
  segments: readonly Segment[],
  at: number,
  earlier: readonly Clause[],
): Span | undefined {
  const segment = segments[at];
  if (segment === undefined) return undefined;
  if (/^(?:which|who|that)$/.test(segment.opener)) return phraseEndingAt(words, segments, at);
  const last = earlier[earlier.length - 1];
  if (/^(?:and|but|or)$/.test(segment.joint)) return last?.subject;
  if (segment.opener !== '' || !/^[,–—]$/.test(segment.joint)) return undefined;
  const before = segments[at - 2];
  if (before === undefined || before.opener !== '') return undefined;
  const start = afterOpening(words, before.from, before.to);
  const phrase = nounPhraseWithOf(words, start, before.to);
  return phrase?.to === before.to ? phrase : undefined;
}

/** The noun phrase right before a relative clause; of a long one the part that is sure. */
function phraseEndingAt(
  words: readonly Tagged[],
  segments: readonly Segment[],
  at: number,
): Span | undefined {
  const before = segments[at - 1];
  if (before === undefined) return undefined;
  for (let from = Math.max(before.from, before.to - 9); from < before.to; from += 1) {
    const phrase = nounPhraseAt(words, from, before.to);
    if (phrase?.to === before.to && words[from - 1]?.text !== 'of') return phrase;
  }
  return undefined;
}

function goesOn(words: readonly Tagged[], next: Segment | undefined): boolean {
  if (next === undefined || next.opener !== '' || next.joint !== ',') return false;
  const phrase = nounPhraseAt(words, next.from, next.to) ?? nounPhraseAt(words, next.from + 1, next.to);
  return phrase !== undefined && verbGroupIn(words, next.from, next.to) === undefined;
}
