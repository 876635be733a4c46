import { randomFrom } from '../seed.ts';
import { ANSWERS_A_FACT } from './retainDays.ts';
import { afterAnswer, answersOf, gainOf, recallOnDate, rightOn, type PlanMemory } from './recallOnDate.ts';

/** A forecast is the mean of so many ways in which the answers may fall out, the same ways each time. */
const WAYS = 6;

/** A day of a plan, and what is known of the days after it. All days are counted from the day on which the plan is made. */
export interface PlanDay {
  readonly day: number;
  readonly lastDay: number;
  /** The date, a fraction of a day included. */
  readonly dateDay: number;
  /** Answers on the days after this one. */
  readonly answersLater: number;
}

/**
 * The places of the facts that answers do most for on this day, the greatest gain in recall on the date first. Where there is
 * time later to ask each fact once more, what counts is the gain on top of that. A fact that was answered on the day is not
 * among them.
 */
export function mostGained(
  memories: readonly PlanMemory[],
  { day, lastDay, dateDay, answersLater }: PlanDay,
): readonly number[] {
  const again = answersLater >= memories.length * ANSWERS_A_FACT ? lastDay : null;
  return memories
    .map((memory, place) => ({ memory, place, gain: gainOf(memory, day, dateDay, again) }))
    .filter(({ memory, gain }) => gain > 0 && (memory === null || memory.day < day))
    .sort((a, b) => b.gain - a.gain)
    .map(({ place }) => place);
}

/** The first of these places, as many as so many answers are expected to suffice for. */
export function within(
  answers: number,
  places: readonly number[],
  memories: readonly PlanMemory[],
  day: number,
): readonly number[] {
  let spent = 0;
  return places.filter((place) => {
    const before = spent;
    spent += answersOf(rightOn(memories[place] ?? null, day));
    return before < answers;
  });
}

/** Mean predicted recall on the date, `dateDay` days from now, when so many answers are given on each day from today on. */
export function forecast(
  memories: readonly PlanMemory[],
  answersByDay: readonly number[],
  dateDay: number,
): number {
  const ways = Array.from({ length: WAYS }, (_, way) => {
    const random = randomFrom(way);
    return meanRecall(practised(memories, answersByDay, dateDay, random), dateDay);
  });
  return ways.reduce((sum, recall) => sum + recall, 0) / WAYS;
}

/** Mean predicted recall on the date when nothing more is done; facts that were never answered count 0. */
export function meanRecall(memories: readonly PlanMemory[], dateDay: number): number {
  const sum = memories.reduce((recall, memory) => recall + recallOnDate(memory, dateDay), 0);
  return sum / Math.max(1, memories.length);
}

function practised(
  memories: readonly PlanMemory[],
  answersByDay: readonly number[],
  dateDay: number,
  random: () => number,
): readonly PlanMemory[] {
  const after = [...memories];
  const lastDay = answersByDay.length - 1;
  let answersLater = answersByDay.reduce((sum, answers) => sum + answers, 0);
  for (const [day, answers] of answersByDay.entries()) {
    if (answers === 0) continue;
    answersLater -= answers;
    const places = mostGained(after, { day, lastDay, dateDay, answersLater });
    for (const place of within(answers, places, after, day)) {
      const memory = after[place] ?? null;
      after[place] = afterAnswer(memory, day, random() < rightOn(memory, day));
    }
  }
  return after;
}
