import { again, right, wrong } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { isoDate, readDate } from './read-date.ts';
import type { DateParts } from './read-date.ts';

const PARTS = ['year', 'month', 'day'] as const;

/** Whether a text is a date key: 2013, 2022-01 or 2022-01-08, and a real day. */
export function isDateKey(text: string): boolean {
  return isoDate(text) !== undefined;
}

/**
 * Judges a date against a key at the precision asked (2013, 2022-01, 2022-01-08). More precise is right when it agrees;
 * less precise is `again` when it agrees. Day and month in figures that can be either are `again`, unless it does not matter.
 * The key may also be a date in words; one that is no date at all throws (the deck's parser refuses it).
 */
export function judgeDate(given: string, key: string): Verdict {
  const asked = keyDate(key);
  if (given.trim() === '') return again('not-given');
  const read = readDate(given);
  if ('problem' in read) return again(read.problem === 'short-year' ? 'date-ambiguous' : 'not-a-date');
  if ('date' in read) return compare(read.date, asked);
  const [first] = read.ambiguous;
  const isDecided = asked.month === undefined || (asked.year !== undefined && first.year !== asked.year);
  return isDecided ? compare(first, asked) : again('date-ambiguous');
}

function keyDate(key: string): DateParts {
  const iso = isoDate(key);
  if (iso !== undefined) return iso;
  const read = readDate(key);
  if ('date' in read) return read.date;
  throw new Error(`Inconsistent: the key of a date question is no date: ${key}`);
}

function compare(given: DateParts, asked: DateParts): Verdict {
  const wanted = PARTS.filter((part) => asked[part] !== undefined);
  if (wanted.some((part) => given[part] !== undefined && given[part] !== asked[part]))
    return wrong('different');
  return wanted.every((part) => given[part] !== undefined) ? right('exact') : again('too-imprecise');
}
