import { dayNumber, dayStartMs, DAY_MS } from '../../../questions/day.ts';
import { shareWords } from '../../words.ts';

/** A count with its noun: "1 fact", "3 facts". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** About how long: "under a minute", "about 5 minutes". */
export function minutesWords(minutes: number): string {
  if (minutes < 0.75) return 'under a minute';
  return `about ${counted(Math.round(minutes), 'minute')}`;
}

/** How many learner days there are until a date (both in ms since 1970): "today", "tomorrow", "in 9 days". */
export function daysUntilWords(dateMs: number, nowMs: number, zone: number): string {
  const days = dayNumber(dateMs, zone) - dayNumber(nowMs, zone);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** A learner day, so many days from now: "today", "tomorrow", then "Thu, 26 Nov". */
export function dayName(daysFromNow: number, nowMs: number, zone: number): string {
  if (daysFromNow === 0) return 'Today';
  if (daysFromNow === 1) return 'Tomorrow';
  const noonMs = dayStartMs(dayNumber(nowMs, zone) + daysFromNow, zone) + DAY_MS / 3;
  return new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' }).format(
    noonMs,
  );
}

/** What the plan leads to, in sentences. */
export function outlookWords(plan: {
  readonly ifNothing: number;
  readonly ifFollowed: number;
  readonly isReachable: boolean;
  readonly target: number;
}): string {
  const { ifNothing, ifFollowed, isReachable, target } = plan;
  if (ifNothing >= target && ifFollowed - ifNothing < 0.01)
    return `You are there: without more practice you would recall ${shareWords(ifNothing)} on the day.`;
  const followed = `With this plan you would recall about ${shareWords(ifFollowed)} on the day, with no more practice ${shareWords(ifNothing)}.`;
  return isReachable
    ? followed
    : `${followed} The target of ${shareWords(target)} takes more than twenty minutes a day by now; the plan comes as near to it as it can.`;
}
