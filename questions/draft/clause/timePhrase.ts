import { isoDate } from '../../typed/read-date.ts';
import { readDate } from '../../typed/read-date.ts';
import type { Sentence } from '../sentence.ts';
import type { Tagged } from '../tagger.ts';
import { textOf, type Span } from './span.ts';
import { isMonth, isYearAt } from './yearWord.ts';

/** A time in a sentence. */
export interface TimePhrase {
  readonly precision: 'day' | 'month' | 'year' | 'decade' | 'century';
  /** As it stands: "12 October 1492", "1990s". */
  readonly span: Span;
  /** A day, month or year as an ISO date. */
  readonly iso?: string;
  /** With its preposition and article before it: "in the 1990s". */
  readonly whole: Span;
  /** The preposition in lower case; empty where none stands. */
  readonly preposition: string;
}

const PREPOSITION =
  /^(?:in|on|since|until|till|by|before|after|around|about|during|from|to|of|between|through)$/i;
const FILLERS = /^(?:the|year|early|late|mid|around|about|of)$/i;

/** The times of a sentence in order: dates, years, decades and centuries. */
export function timesOf(sentence: Sentence): readonly TimePhrase[] {
  const { words } = sentence;
  const times: TimePhrase[] = [];
  for (let at = 0; at < words.length;) {
    const time = dateAt(sentence, at) ?? ageAt(sentence, at);
    if (time !== undefined) times.push(time);
    at = time === undefined ? at + 1 : time.span.to;
  }
  return times;
}

/** The longest date that begins at a word: a day, a month with its year, or a year. */
function dateAt(sentence: Sentence, from: number): TimePhrase | undefined {
  const { words } = sentence;
  if (/^\d{4}-\d\d-\d\d$/.test(words[from]?.text ?? '')) return timeOf(sentence, 'day', from, from + 1);
  const month = [from, from + 1].find((at) => isMonth(words[at]));
  if (month !== undefined && (month === from || isDay(words[from]))) {
    for (const to of [month + 4, month + 3, month + 2]) {
      const year = words[to - 1];
      if (year === undefined || !/^(?:1\d|20)\d\d$/.test(year.text)) continue;
      const time = timeOf(
        sentence,
        /\d/.test(textOf(sentence, { from, to: to - 1 })) ? 'day' : 'month',
        from,
        to,
      );
      if (time !== undefined) return time;
    }
  }
  return isYearAt(words, from) ? timeOf(sentence, 'year', from, from + 1) : undefined;
}

function isDay(word: Tagged | undefined): boolean {
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(word?.text ?? '');
}

/** "1990s", "17th century", "nineteenth century". */
function ageAt(sentence: Sentence, from: number): TimePhrase | undefined {
  const { words } = sentence;
  if (/^(?:1\d|20)\d0['’]?s$/.test(words[from]?.text ?? ''))
    return placed(sentence, 'decade', { from, to: from + 1 });
  const isCentury =
    words[from + 1]?.lemma === 'century' &&
    /(?:st|nd|rd|th|first|second|third)$/.test(words[from]?.text ?? '');
  return isCentury ? placed(sentence, 'century', { from, to: from + 2 }) : undefined;
}

function timeOf(
  sentence: Sentence,
  precision: 'day' | 'month' | 'year',
  from: number,
  to: number,
): TimePhrase | undefined {
  const read = readDate(textOf(sentence, { from, to }));
  if (!('date' in read)) return undefined;
  const { year, month, day } = read.date;
  const parts = [year, ...(precision === 'year' ? [] : [month]), ...(precision === 'day' ? [day] : [])];
  if (parts.some((part) => part === undefined)) return undefined;
  const iso = parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
  return isoDate(iso) === undefined ? undefined : placed(sentence, precision, { from, to }, iso);
}

function placed(
  { words }: Sentence,
  precision: TimePhrase['precision'],
  span: Span,
  iso?: string,
): TimePhrase {
  let from = span.from;
  while (FILLERS.test(words[from - 1]?.text ?? '')) from -= 1;
  const before = words[from - 1];
  const isAfter = before !== undefined && PREPOSITION.test(before.text);
  const own = !isAfter && from < span.from && PREPOSITION.test(words[from]?.text ?? '');
  const start = isAfter ? from - 1 : from;
  return {
    precision,
    span,
    ...(iso === undefined ? {} : { iso }),
    whole: { from: start, to: span.to },
    preposition: isAfter || own ? (words[start]?.text.toLowerCase() ?? '') : '',
  };
}
