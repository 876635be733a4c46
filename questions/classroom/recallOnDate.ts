/** What one answer to a fact does for recall on a date, by the memory model; days are counted from today (0). */
import { firstDifficulty, firstStability, nextDifficulty, nextStability, retrievability } from '../memory.ts';
import type { Rating } from '../review.ts';

/** A fact's memory as a plan counts it; null was never answered. */
export type PlanMemory = {
  /** Days until recall falls to 0.9. */
  readonly stability: number;
  readonly difficulty: number;
  /** The day of the last answer: 0 today, −3 three days ago. */
  readonly day: number;
  /** From the moment of the last answer to the same time of day today; learner days may be more or less by one. */
  readonly at: number;
} | null;

/** The part of first answers that are taken to be right: a student has read the document, or guesses. */
const FIRST_RIGHT = 0.5;

/** The predicted recall (0 to 1) of a fact on the date, `dateDay` (a fraction) days from now, when nothing more is done. */
export function recallOnDate(memory: PlanMemory, dateDay: number): number {
  return memory === null ? 0 : retrievability(memory.stability, Math.max(0, dateDay - memory.at));
}

/** The probability that an answer on this day is right. */
export function rightOn(memory: PlanMemory, day: number): number {
  return memory === null ? FIRST_RIGHT : retrievability(memory.stability, Math.max(0, day - memory.at));
}

/** The memory after an answer on this day; a wrong one is asked again in the same session and then right. */
export function afterAnswer(memory: PlanMemory, day: number, right: boolean): NonNullable<PlanMemory> {
  const once = rated(memory, day, right ? 3 : 1);
  return right ? once : rated(once, day, 3);
}

/**
 * What asking a fact on this day adds to its recall on the date, for each answer that it takes to ask it. `again` is a later
 * day on which it will be asked anyway, or null.
 */
export function gainOf(memory: PlanMemory, day: number, dateDay: number, again: number | null): number {
  const onDate = (after: PlanMemory) => recallOnDate(after, dateDay);
  const inTheEnd = again === null ? onDate : (after: PlanMemory) => meanAfter(after, again, onDate);
  return (meanAfter(memory, day, inTheEnd) - inTheEnd(memory)) / answersOf(rightOn(memory, day));
}

/** How many answers a fact takes on average: a missed one returns. */
export function answersOf(right: number): number {
  return 2 - right;
}

/** The mean of what comes after an answer on this day, over its being right or wrong. */
function meanAfter(memory: PlanMemory, day: number, valueOf: (after: PlanMemory) => number): number {
  const right = rightOn(memory, day);
  const known = valueOf(afterAnswer(memory, day, true));
  return right * known + (1 - right) * valueOf(afterAnswer(memory, day, false));
}

function rated(memory: PlanMemory, day: number, rating: Rating): NonNullable<PlanMemory> {
  if (memory === null)
    return { stability: firstStability(rating), difficulty: firstDifficulty(rating), day, at: day };
  const { stability, difficulty } = memory;
  return {
    stability: nextStability(stability, difficulty, Math.max(0, day - memory.day), rating),
    difficulty: nextDifficulty(difficulty, rating),
    day,
    at: day,
  };
}
