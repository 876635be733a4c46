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

/** Where a class stands: how many have begun, what they recall on the date on average, and how many reach the target (0 to 1). */
export function classRecallWords(stands: {
  readonly students: number;
  /** Of each who has begun, from 0 to 1. */
  readonly recalls: readonly number[];
  readonly target: number;
  readonly isOver: boolean;
}): string {
  const { students, recalls, target, isOver } = stands;
  if (students === 0) return 'There are no students in this class yet.';
  const begun = `${recalls.length} of ${counted(students, 'student')} ${recalls.length === 1 ? 'has' : 'have'} begun.`;
  if (recalls.length === 0) return begun;
  const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  const reached = recalls.filter((recall) => recall >= target).length;
  const predicted = isOver ? 'They were predicted to recall' : 'Without more practice they would recall';
  const verb = isOver ? 'reached' : reached > 1 ? 'reach' : 'reaches';
  const who = reached === 0 ? 'nobody' : `${reached} of them`;
  return `${begun} ${predicted} ${shareWords(mean)} on the date; ${who} ${verb} the target of ${shareWords(target)}.`;
}

/** How right a prediction was, in sentences; shares from 0 to 1. */
export function predictionWords(check: {
  readonly n: number;
  readonly predicted: number;
  readonly right: number;
}): string {
  const { n, predicted, right } = check;
  const points = Math.round(right * 100) - Math.round(predicted * 100);
  const off =
    Math.abs(points) < 1
      ? 'That is as predicted.'
      : `That is ${counted(Math.abs(points), 'point')} ${points > 0 ? 'more' : 'less'} than predicted.`;
  return `${counted(n, 'answer')} since the date: ${shareWords(predicted)} were predicted to be right, ${shareWords(right)} were. ${off}`;
}
