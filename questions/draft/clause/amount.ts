import { readQuantity } from '../../typed/quantity.ts';
import { scaleNamed } from '../../typed/number-words.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import { hedgeEnd } from './nounPhrase.ts';
import { isGlued, textOf, type Span } from './span.ts';
import { isYearAt } from './yearWord.ts';

/** A number in a sentence, with what it counts or measures. */
export interface Amount {
  /** The number by itself, as "4 thousand" or "$3.5 million". */
  readonly number: Span;
  /** With "about" before it and the unit after it: "about 4 thousand soldiers". */
  readonly whole: Span;
  /** "about", "more than" and the like, in lower case; empty where none stands. */
  readonly hedge: string;
  readonly value: number;
  readonly kind: 'count' | 'share' | 'money';
  /** As written, without adjectives: "soldiers", "square kilometres", "%", "dollars". */
  readonly unit: string;
  /** From the unit on, all that belongs to it: "member states", "kilometres long", "times a day". */
  readonly counted: string;
}

const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollars', '€': 'euros', '£': 'pounds' };
const EXTENTS = /^(?:long|high|wide|deep|tall|thick|old|ago|away|across|heavy|large|apart)$/;
const PERIODS = /^(?:second|minute|hour|day|week|month|year|decade|century)$/;
/** Nouns after which a number is a name: "chapter 3". */
const NAMING =
  /^(?:chapter|article|figure|table|section|page|no|number|version|part|volume|step|rule|phase|act|world)$/;

/** The numbers of a sentence that count, measure or divide something; years and dates are none. */
export function amountsOf(sentence: Sentence): readonly Amount[] {
  const { words } = sentence;
  const amounts: Amount[] = [];
  for (let at = 0; at < words.length;) {
    const amount = amountAt(sentence, at);
    if (amount !== undefined) amounts.push(amount);
    at = amount === undefined ? at + 1 : amount.whole.to;
  }
  return amounts;
}

function amountAt(sentence: Sentence, from: number): Amount | undefined {
  const { words } = sentence;
  const start = hedgeEnd(words, from);
  const hedge = textOf(sentence, { from, to: start }).toLowerCase();
  const money = CURRENCIES[words[start]?.text ?? ''];
  const part = money === undefined ? partEnd(words, start) : start;
  if (part > start) return shareOf(sentence, { from, to: part }, start, hedge);
  const isMinus =
    /^[−-]$/.test(words[start]?.text ?? '') && isGlued(words, start + 1) && !isGlued(words, start);
  const digits = money === undefined && !isMinus ? start : start + 1;
  const end = numberEnd(words, digits);
  if (end === digits || isNoAmount(words, digits, end, isMinus)) return undefined;
  const size = readQuantity(textOf(sentence, { from: digits, to: end }))[0]?.value;
  if (size === undefined) return undefined;
  const value = isMinus ? -size : size;
  const base = { number: { from: start, to: end }, hedge, value };
  if (money !== undefined) {
    return { ...base, whole: { from, to: end }, kind: 'money', unit: money, counted: money };
  }
  const percent = percentEnd(words, end);
  if (percent > end) return { ...base, whole: { from, to: percent }, kind: 'share', unit: '%', counted: '%' };
  const unit = unitAfter(words, end);
  if (unit === undefined || isCompound(words, from, unit.whole.to) || isFactor(words, unit.whole.to))
    return undefined;
  const whole = { from, to: unit.whole.to };
  const counted = textOf(sentence, unit.whole);
  return { ...base, whole, kind: 'count', unit: textOf(sentence, unit.name), counted };
}

/** The word after a number and its scales: "4 thousand", "two hundred". */
function numberEnd(words: readonly Tagged[], from: number): number {
  if (words[from]?.pos !== 'NUM' || !/^[\d\p{L}]/u.test(words[from]?.text ?? '')) return from;
  let at = from + 1;
  for (; at < words.length; at += 1) {
    const text = words[at]?.text.toLowerCase();
    if (scaleNamed(text, true) === undefined && text !== 'hundred' && text !== 'dozen') break;
  }
  return at;
}

/** A year, a day, a name's number, "one", or a member of a row of numbers. */
function isNoAmount(words: readonly Tagged[], from: number, to: number, isMinus: boolean): boolean {
  const [before, word] = [words[from - 1], words[from]];
  if (word === undefined || isYearAt(words, from)) return true;
  if (scaleNamed(word.text.toLowerCase(), true) !== undefined && !/\d/.test(word.text)) return true;
  if (/^(?:one|zero)$/i.test(word.text) || /[:/]/.test(word.text)) return true;
  if (/^(?:few|several)$/i.test(before?.text ?? '') || isRanged(words, from, to)) return true;
  if (!isMinus && /^(?:-|–|−|\/|\.|#)$/.test(before?.text ?? '') && before?.end === word.start) return true;
  if (/^(?:-|–)$/.test(words[to]?.text ?? '') && words[to]?.start === words[to - 1]?.end) return true;
  return (
    before !== undefined &&
    (NAMING.test(before.lemma) ||
      (before.pos === 'PROPN' && before.end < word.start && words[to]?.pos !== 'NOUN'))
  );
}

/** Whether a number is one end of a range: "10 to 15", "between 10 and 15". */
function isRanged(words: readonly Tagged[], from: number, to: number): boolean {
  const isJoint = (at: number) => /^(?:to|–|-|or|and|by|×)$/.test(words[at]?.text ?? '');
  const isAfter = isJoint(from - 1) && words[from - 2]?.pos === 'NUM';
  return isAfter || (isJoint(to) && words[to + 1]?.pos === 'NUM');
}

/** "12 hours and 25 minutes": neither of the two is the amount. */
function isCompound(words: readonly Tagged[], from: number, to: number): boolean {
  const isPeriod = PERIODS.test(words[to - 1]?.lemma ?? '');
  const isFirst =
    words[to]?.lemma === 'and' && words[to + 1]?.pos === 'NUM' && PERIODS.test(words[to + 2]?.lemma ?? '');
  const isSecond = words[from - 1]?.lemma === 'and' && PERIODS.test(words[from - 2]?.lemma ?? '');
  return isPeriod && (isFirst || isSecond);
}

/** "180 times as strong as": a comparison. */
function isFactor(words: readonly Tagged[], to: number): boolean {
  return (
    words[to - 1]?.lemma === 'time' &&
    /^(?:as|the|more|larger|higher|bigger|longer|greater|faster|heavier)$/i.test(words[to]?.text ?? '')
  );
}

/** The word after a part that is written in words: "a fifth", "half", "two thirds", "one in five". */
function partEnd(words: readonly Tagged[], from: number): number {
  const [one, two] = [words[from]?.text.toLowerCase() ?? '', words[from + 1]?.text.toLowerCase() ?? ''];
  if (words[from]?.pos === 'PUNCT') return from;
  const hyphened = words[from + 1]?.text === '-' ? 3 : 2;
  const last = hyphened === 3 ? (words[from + 2]?.text.toLowerCase() ?? '') : two;
  const isPart = /^(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)$/;
  const end =
    one === 'half'
      ? from + 1
      : isPart.test(last) && /^(?:an?|one|two|three|four|five|six|seven|eight|nine)$/.test(one)
        ? from + hyphened
        : from;
  const isNth = words[from - 1]?.pos === 'ADJ' || words[from - 1]?.lemma === 'the';
  return end > from && words[end]?.lemma === 'of' && !isNth ? end : from;
}

function shareOf(sentence: Sentence, whole: Span, start: number, hedge: string): Amount | undefined {
  const number = { from: start, to: whole.to };
  const quantity = readQuantity(textOf(sentence, number)).find(({ part }) => part);
  if (quantity === undefined) return undefined;
  const value = Math.round(quantity.value * 10_000) / 100;
  return { number, whole, hedge, value, kind: 'share', unit: '%', counted: '%' };
}

function percentEnd(words: readonly Tagged[], at: number): number {
  if (words[at]?.text === '%' || /^percent$/i.test(words[at]?.text ?? '')) return at + 1;
  return /^per$/i.test(words[at]?.text ?? '') && /^cent$/i.test(words[at + 1]?.text ?? '') ? at + 2 : at;
}

/** What is counted: adjectives and nouns, "long" or "a day" after a measure. */
function unitAfter(
  words: readonly Tagged[],
  from: number,
): { readonly name: Span; readonly whole: Span } | undefined {
  const degrees = words[from]?.text === '°' && /^[CFK]$/.test(words[from + 1]?.text ?? '') ? from + 2 : from;
  if (degrees > from) return { name: { from, to: degrees }, whole: { from, to: degrees } };
  let at = from;
  while (/^(?:ADJ|PROPN)$/.test(words[at]?.pos ?? '') && at - from < 3) at += 1;
  const name = at;
  while (words[at]?.pos === 'NOUN' && at - name < 3) at += 1;
  if (at === name) return undefined;
  const isArea =
    /^(?:square|cubic)$/i.test(words[name - 1]?.text ?? '') || words[name - 1]?.lemma === 'light';
  let end = at;
  if (/^(?:ADJ|ADV|ADP)$/.test(words[end]?.pos ?? '') && EXTENTS.test(words[end]?.text ?? '')) end += 1;
  else if (/^(?:an?|per|each)$/i.test(words[end]?.text ?? '') && PERIODS.test(words[end + 1]?.lemma ?? ''))
    end += 2;
  return { name: { from: isArea ? name - 1 : name, to: at }, whole: { from, to: end } };
}
