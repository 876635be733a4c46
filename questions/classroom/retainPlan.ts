import { DAY_MS, dayNumber } from '../day.ts';
import type { FactId } from '../ids.ts';
import type { FactSchedule, Schedule } from '../schedule.ts';
import type { Retain } from './assignment.ts';
import { answersOf, rightOn, type PlanMemory } from './recallOnDate.ts';
import { mostADay, spreadOverDays } from './retainDays.ts';
import { forecast, meanRecall, mostGained, within } from './retainForecast.ts';

/** What a student has to do to still know the facts on the date. */
export interface RetainPlan {
  /** What to practise today, what gains most first; facts that were answered today are not among them. */
  readonly today: readonly FactId[];
  readonly minutesToday: number;
  /** Minutes on each learner day from today up to the day before the date; on that day and after it none. */
  readonly minutesByDay: readonly number[];
  /** Minutes on a day on which there is something to do, as a mean; 0 where there is no such day. */
  readonly minutesADay: number;
  /** Mean predicted recall on the date, 0 to 1, if nothing more is done. */
  readonly ifNothing: number;
  /** The same if the plan is followed. */
  readonly ifFollowed: number;
  /** Whether the plan, with at most twenty minutes a day, reaches the target. */
  readonly isReachable: boolean;
}

/** What a plan is made from. */
export interface RetainRequest extends Pick<Retain, 'dateMs' | 'target'> {
  /** The facts in scope, in the deck's order. */
  readonly facts: readonly FactId[];
  readonly schedule: Schedule;
  readonly nowMs: number;
  /** Minutes east of UTC. */
  readonly zone: number;
}

const PACE_MS = 12_000;
/** Whoever takes longer was away. */
const PACE_MOST_MS = 120_000;
const PASSAGE_MS = 8_000;
const MINUTE_MS = 60_000;
/** A date that is farther away is planned for as if it were so near: nothing is to be done yet. */
const DAYS_MOST = 400;
/** The plan aims so far above the target, as a part of what is left: guesses pass for knowledge, and days are missed. */
const SPARE = 0.4;
/** How closely the number of answers is sought. */
const ANSWERS_NEAR = 3;

/**
 * A plan that reaches the target with few minutes, at most about twenty a day. A day's minutes go to the facts whose
 * recall on the date they raise most; the days near the date get more, because what was practised lately is less forgotten.
 * Made anew after each session, it makes up for days that were missed. The bench compares it with other ways to practise.
 */
export function planRetain({ facts, schedule, dateMs, target, nowMs, zone }: RetainRequest): RetainPlan {
  const today = dayNumber(nowMs, zone);
  const memories = facts.map((fact) => memoryOf(schedule.facts.get(fact), nowMs, today));
  const dateDay = Math.min(DAYS_MOST, Math.max(0, (dateMs - nowMs) / DAY_MS));
  const days = dateDay === 0 ? 0 : Math.min(DAYS_MOST, Math.max(1, dayNumber(dateMs, zone) - today));
  const reach = (answers: number): Reach => {
    const byDay = answersByDay(answers, days, memories);
    return { byDay, recall: forecast(memories, byDay, dateDay) };
  };
  const most = days * mostADay(facts.length);
  const aim = target + SPARE * (1 - target);
  const { byDay, recall } = fewest(reach, aim, most) ?? fewest(reach, target, most) ?? reach(most);
  const [answersToday = 0, ...later] = byDay;
  const on = { day: 0, lastDay: days - 1, dateDay, answersLater: sumOf(later) };
  const places = within(answersToday, mostGained(memories, on), memories, 0);
  const expected = sumOf(places.map((place) => answersOf(rightOn(memories[place] ?? null, 0))));
  const minutes = byDay.map((answers, day) => (day === 0 ? expected : answers) * minutesEach(schedule));
  return {
    today: places.flatMap((place) => facts[place] ?? []),
    minutesToday: minutes[0] ?? 0,
    minutesByDay: minutes,
    minutesADay: meanOf(minutes.filter((some) => some > 0)),
    ifNothing: meanRecall(memories, dateDay),
    ifFollowed: recall,
    isReachable: recall >= target,
  };
}

/** How the answers are spread over the days, and what recall they lead to. */
interface Reach {
  readonly byDay: readonly number[];
  readonly recall: number;
}

/** The fewest answers that lead to this recall, or null where no number does. */
function fewest(reach: (answers: number) => Reach, recall: number, answersMost: number): Reach | null {
  const nothing = reach(0);
  if (nothing.recall >= recall) return nothing;
  let least = 0;
  let most = ANSWERS_NEAR;
  let enough = reach(most);
  while (enough.recall < recall) {
    if (most >= answersMost) return null;
    least = most;
    most = Math.min(answersMost, 2 * most);
    enough = reach(most);
  }
  while (most - least > ANSWERS_NEAR) {
    const middle = Math.round((least + most) / 2);
    const reached = reach(middle);
    if (reached.recall < recall) least = middle;
    else {
      most = middle;
      enough = reached;
    }
  }
  return enough;
}

/** How so many answers are spread over the days, without those that were given today. */
function answersByDay(answers: number, days: number, memories: readonly PlanMemory[]): readonly number[] {
  const done = memories.filter((memory) => memory?.day === 0).length;
  const byDay = spreadOverDays(answers, days, memories.length);
  return byDay.map((onDay, day) => (day === 0 ? Math.max(0, onDay - done) : onDay));
}

/** Minutes that an answer takes: the student's own median, and the time to read the passage. */
function minutesEach({ medianTookMs }: Schedule): number {
  return (Math.min(medianTookMs ?? PACE_MS, PACE_MOST_MS) + PASSAGE_MS) / MINUTE_MS;
}

function memoryOf(fact: FactSchedule | undefined, nowMs: number, today: number): PlanMemory {
  if (fact === undefined) return null;
  const { stability, difficulty, lastDay, lastAtMs } = fact;
  return { stability, difficulty, day: lastDay - today, at: Math.min(0, lastAtMs - nowMs) / DAY_MS };
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / Math.max(1, values.length);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
