import type { Note } from '../questions/deck.ts';
import type { Standing } from '../questions/standing.ts';
import type { Outcome, Reason, Verdict } from '../questions/verdict.ts';

/** The verdict in a word or two. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  right: 'Right.',
  close: 'Nearly right.',
  partial: 'Partly right.',
  wrong: 'Not right.',
  again: 'Once more.',
};

/** Why a verdict is what it is, in a sentence that follows the verdict. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  exact: 'That is what the document says.',
  accepted: 'That is another way to say it.',
  spelling: 'Only the spelling is off.',
  'within-tolerance': 'That is near enough to the exact figure.',
  'some-items': 'Some of it is missing or does not fit.',
  'extra-items': 'Some of what you gave does not belong.',
  'some-in-order': 'Part of the order is as it should be.',
  'known-confusion': 'These are easily confused.',
  'other-entry': 'That is something else.',
  different: 'The document says something else.',
  'not-given': 'You will meet it again soon.',
  'unit-missing': 'Please add the unit.',
  'unit-wrong': 'The unit does not fit. Please look at it again.',
  'date-ambiguous': 'That date can be read in two ways. Please write the month as a word.',
  'too-imprecise': 'Please be more exact.',
  'not-a-number': 'Please write a number.',
  'not-a-date': 'Please write a date, such as 2013 or 8 January 2022.',
};

/** The verdict's first words: an answer that was not given is not a mistake. */
export function outcomeWords({ outcome, reason }: Verdict): string {
  return reason === 'not-given' ? 'Not known yet.' : OUTCOME_WORDS[outcome];
}

/**
 * Why: the author's words where there are some, how many where they can be counted (`of` right items), else the
 * reason's sentence.
 */
export function reasonWords(verdict: Verdict, of: number): string {
  if (verdict.because !== undefined) return verdict.because;
  const met = verdict.items?.filter(({ outcome }) => outcome === 'right' || outcome === 'close').length;
  if (verdict.reason === 'some-items' && met !== undefined && of > 1) return `You have ${met} of ${of}.`;
  if (verdict.outcome === 'wrong' && met !== undefined && met > 0)
    return 'What does not fit cancels what does.';
  return REASON_WORDS[verdict.reason];
}

/** A place in an order, from 1 to 8: "3rd". */
export function placeWords(place: number): string {
  return `${place}${['st', 'nd', 'rd'][place - 1] ?? 'th'}`;
}

/** What each standing means, in words beside it. */
export const STANDING_MEANS: Readonly<Record<Standing, string>> = {
  stated: 'the text itself says that it is so',
  reported: 'the text passes on what somebody says',
  opinion: 'somebody’s view or judgement',
  prediction: 'what somebody expects to come',
};

/** A standing and whose claim it is: "reported by the author", "opinion of analysts". */
export function standingWords(standing: Standing, by: string | undefined): string {
  if (by === undefined || standing === 'stated') return standing;
  return `${standing} ${standing === 'opinion' ? 'of' : 'by'} ${by}`;
}

/** A note's label and its text. */
export function noteWords(note: Note): { readonly label: string; readonly text: string } {
  if (typeof note === 'string') return { label: 'Note.', text: note };
  if ('since' in note) return { label: 'Since then.', text: note.since };
  if ('disputed' in note) return { label: 'Other sources.', text: note.disputed };
  if ('translation' in note) return { label: 'In translation.', text: note.translation };
  return { label: 'About the text.', text: note.source };
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** How far off a moment is (both in ms since 1970): "now", "in about 10 minutes", "in 4 days", "in about 3 months". */
export function dueWords(dueAtMs: number, nowMs: number): string {
  const minutes = (dueAtMs - nowMs) / MINUTE_MS;
  if (minutes < 0.5) return 'now';
  if (minutes < 55)
    return `in about ${counted(minutes < 10 ? minutes : Math.round(minutes / 5) * 5, 'minute')}`;
  if (minutes < 0.9 * DAY_MINUTES) return `in about ${counted(minutes / HOUR_MINUTES, 'hour')}`;
  const days = minutes / DAY_MINUTES;
  if (days < 45) return `in ${counted(days, 'day')}`;
  return days < 700
    ? `in about ${counted(days / 30.4, 'month')}`
    : `in about ${counted(days / 365.25, 'year')}`;
}

function counted(count: number, unit: string): string {
  const whole = Math.max(1, Math.round(count));
  if (whole > 1) return `${whole} ${unit}s`;
  return unit === 'hour' ? 'an hour' : `a ${unit}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A day of the form 2022-01-08 (or 2022-01, or 2022) in words: "8 January 2022". By hand: the browser's own formatter
 * takes a slow phone a third of a second the first time.
 */
export function dayWords(day: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(day) ?? [];
  if (year === undefined) return day;
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return day;
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** A moment (ms since 1970) as a day in the reader's zone: "8 January 2022". */
export function momentWords(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(ms);
}

/** Whether every review has reached the server: "saved ✓", or how many wait. */
export function savedWords(waiting: number): string {
  return waiting === 0 ? 'saved ✓' : `waiting (${waiting})`;
}

/** A share from 0 to 1 as "84 %". */
export function shareWords(share: number): string {
  return `${Math.round(share * 100)} %`;
}
