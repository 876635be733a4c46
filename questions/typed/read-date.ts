import { editDistance } from './distance.ts';
import { readQuantity } from './quantity.ts';

/** A date at the precision it was given; any part may be missing, but not all three. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

/** What a text says as a date. `ambiguous` holds both readings of a day and month in figures; both are real dates. */
export type DateReading =
  { date: DateParts } | { ambiguous: readonly [DateParts, DateParts] } | { problem: DateProblem };

/** `short-year`: a year of two figures, whose century is not said. */
export type DateProblem = 'not-a-date' | 'short-year';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const FILLERS = new Set(
  (
    'in on the year of it was is about around circa ca c ad ce since i think probably early late mid start end beginning a.d ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
);
const MOST_CHARACTERS = 100;

/** Reads a date: ISO, day and month in figures or words, in the usual orders; "in 2013", "twenty thirteen". */
export function readDate(text: string): DateReading {
  if (text.length > MOST_CHARACTERS) return { problem: 'not-a-date' };
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/['’,;:~()?!"“”]|(?<=\p{L})[-/]|[-/](?=\p{L})/gu, ' ')
    .replace(/\s?\/\s?/gu, '/')
    .trim()
    .replace(/\.$/u, '');
  const words = plain.split(/\s+/u).filter((word) => word !== '' && !FILLERS.has(word));
  const bare = words.join(' ');
  return inFigures(bare) ?? inWords(words) ?? yearInWords(bare) ?? { problem: 'not-a-date' };
}

/** The date that an ISO key names (2013, 2022-01, 2022-01-08); undefined when it is none. */
export function isoDate(text: string): DateParts | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text.trim());
  return parts === null ? undefined : realDate(parts[1], parts[2], parts[3]);
}

function inFigures(text: string): DateReading | undefined {
  const iso =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (iso) return dated(realDate(iso[1], iso[2], iso[3]));
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (monthYear) return dated(realDate(monthYear[2], monthYear[1]));
  if (/^\d{1,2}$/u.test(text) || /^\d{1,2}([-/.]) ?\d{1,2}\1 ?\d{2}$/u.test(text))
    return { problem: 'short-year' };
  const full = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})$/u.exec(text);
  return full === null ? undefined : dayAndMonth(full[1], full[3], full[4], full[2] === '.');
}

/** With full stops the day comes first; with slashes and hyphens either may, and both readings count. */
function dayAndMonth(one?: string, two?: string, year?: string, dayFirst = false): DateReading {
  const european = realDate(year, two, one);
  const american = realDate(year, one, two);
  if (european === undefined || american === undefined) return dated(european ?? american);
  return dayFirst || one === two || european.day === american.day
    ? { date: european }
    : { ambiguous: [european, american] };
}

/** Day, month name and year, in any order, each at most once, the month at least once. */
function inWords(words: readonly string[]): DateReading | undefined {
  const date: { year?: string; month?: string; day?: string } = {};
  for (const word of words) {
    const month = monthNamed(word);
    const day = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/u.exec(word)?.[1];
    const year = /^\d{4}$/u.test(word) ? word : undefined;
    const field =
      month !== undefined ? 'month' : day !== undefined ? 'day' : year !== undefined ? 'year' : undefined;
    const value = month?.toString() ?? day ?? year;
    if (field === undefined || value === undefined || date[field] !== undefined) return undefined;
    date[field] = value;
  }
  return date.month === undefined ? undefined : dated(realDate(date.year, date.month, date.day));
}

/** 1 to 12 for a month's name, its first three letters or more, or a name of five or more letters with one slip. */
function monthNamed(word: string): number | undefined {
  if (!/^\p{L}{3,}\.?$/u.test(word)) return undefined;
  const name = word.replace('.', '');
  const starts = MONTHS.findIndex((month) => month.startsWith(name));
  const slips = name.length < 5 ? -1 : MONTHS.findIndex((month) => editDistance(name, month, 1) <= 1);
  const index = starts !== -1 ? starts : slips;
  return index === -1 ? undefined : index + 1;
}

/** "two thousand thirteen", "twenty thirteen", "nineteen ninety-one". */
function yearInWords(text: string): DateReading | undefined {
  if (/\d/u.test(text)) return undefined;
  const whole = bareNumber(text);
  if (whole !== undefined && Number.isInteger(whole) && whole >= 1000 && whole < 3000)
    return { date: { year: whole } };
  const [century, ...rest] = text.split(/[ -]/u);
  const [high, low] = [bareNumber(century ?? ''), bareNumber(rest.join(' '))];
  if (high === undefined || low === undefined || high < 10 || high > 20 || low < 10 || low > 99)
    return undefined;
  return { date: { year: high * 100 + low } };
}

function bareNumber(text: string): number | undefined {
  const quantity = readQuantity(text)[0];
  return quantity?.unit === undefined ? quantity?.value : undefined;
}

function dated(date: DateParts | undefined): DateReading {
  return date === undefined ? { problem: 'not-a-date' } : { date };
}

/** The parts as numbers; undefined when there is no such day. Without a year, 29 February is allowed. */
function realDate(year?: string, month?: string, day?: string): DateParts | undefined {
  const date: DateParts = {};
  if (year !== undefined) date.year = Number(year);
  if (month !== undefined) date.month = Number(month);
  if (day !== undefined) date.day = Number(day);
  if (date.month !== undefined && (date.month < 1 || date.month > 12)) return undefined;
  if (date.day !== undefined && (date.day < 1 || date.day > daysIn(date.year ?? 2000, date.month ?? 1)))
    return undefined;
  return date;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
