import { intervalDays } from '../../questions/memory.ts';
import { afterAnswer, rightOn, type PlanMemory } from '../../questions/classroom/recallOnDate.ts';
import { spreadOverDays } from '../../questions/classroom/retainDays.ts';
import { mostGained, type PlanDay } from '../../questions/classroom/retainForecast.ts';
import { RetainLearner } from './retainLearner.ts';

/** How long there is to the date, what there is to know, and for how many answers there is time. */
export interface RetainWorld {
  readonly days: number;
  readonly facts: number;
  /** In the mean over all days. An answer takes twenty seconds, its passage included. */
  readonly answersADay: number;
  /** Learners miss up to this part of the days, each its own; the minutes of such a day are lost. */
  readonly missedMost: number;
}

/** A way to practise. */
export interface Policy {
  /** How many answers there is time for on a day (from 0), when so many of all are left. */
  readonly answersOn: (world: RetainWorld, day: number, left: number) => number;
  /** The places of the facts in the order in which they are asked; more than there is time for. */
  readonly order: (memories: readonly PlanMemory[], on: PlanDay) => readonly number[];
}

/** Practice is in the evening, the date is the next morning at nine. */
const EVENING_TO_MORNING = 0.625;

const even: Policy['answersOn'] = ({ answersADay }) => answersADay;
const planned: Policy['answersOn'] = ({ days, facts }, day, left) =>
  spreadOverDays(left, days - day, facts)[0] ?? 0;

/** The plan of a retain assignment, its minutes given. */
export const PLAN: Policy = { answersOn: planned, order: mostGained };
/** The plan's choice of facts, with the same minutes on each day. */
export const PLAN_EVENLY: Policy = { answersOn: even, order: mostGained };
/** Reviews fall due at 0.9: what is due first, the most at risk first, then new facts, then what is due next. */
export const PLAIN: Policy = { answersOn: even, order: dueThenNew };
/** The same on the days of the plan. */
export const PLAIN_LATE: Policy = { answersOn: planned, order: dueThenNew };

/** All minutes on the last days, and the plan's choice of facts: better than theirs would be. */
export function massedOn(lastDays: number): Policy {
  return {
    answersOn: ({ days, answersADay }, day) =>
      day < days - lastDays ? 0 : Math.round((answersADay * days) / lastDays),
    order: mostGained,
  };
}

/** The true mean recall on the date of a learner who practised in this way. */
export function recallAfter(policy: Policy, world: RetainWorld, seed: string): number {
  const learner = new RetainLearner(seed, world.facts, world.missedMost);
  const dateDay = world.days - 1 + EVENING_TO_MORNING;
  const memories = Array.from({ length: world.facts }, (): PlanMemory => null);
  let left = world.answersADay * world.days;
  let over = 0;
  for (let day = 0; day < world.days; day += 1) {
    const time = Math.min(left, policy.answersOn(world, day, left));
    left -= time;
    if (learner.misses()) continue;
    const places = policy.order(memories, { day, lastDay: world.days - 1, dateDay, answersLater: left });
    over = Math.min(0, practise(learner, memories, places, day, time + over));
  }
  return learner.meanRecall(dateDay);
}

/** A day's session, a missed fact asked once more; what is left of its time, below 0 where the last fact took too long. */
function practise(
  learner: RetainLearner,
  memories: PlanMemory[],
  places: readonly number[],
  day: number,
  time: number,
): number {
  let left = time;
  for (const place of places) {
    if (left <= 0) break;
    const right = learner.answer(place, day);
    if (!right) learner.answer(place, day);
    left -= right ? 1 : 2;
    memories[place] = afterAnswer(memories[place] ?? null, day, right);
  }
  return left;
}

function dueThenNew(memories: readonly PlanMemory[], { day }: PlanDay): readonly number[] {
  const places = memories.map((memory, place) => ({ place, memory }));
  const met = places.flatMap(({ place, memory }) =>
    memory === null
      ? []
      : [{ place, due: memory.day + intervalDays(memory.stability), recall: rightOn(memory, day) }],
  );
  const due = met.filter((fact) => fact.due <= day).sort((a, b) => a.recall - b.recall);
  const fresh = places.filter(({ memory }) => memory === null);
  const next = met.filter((fact) => fact.due > day).sort((a, b) => a.due - b.due);
  return [...due, ...fresh, ...next].map(({ place }) => place);
}
