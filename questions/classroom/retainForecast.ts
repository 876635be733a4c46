import { randomFrom } from '../seed.ts';
import { afterAnswer, answersOf, gainOf, recallOnDate, rightOn, type PlanMemory } from './recallOnDate.ts';

/** A forecast is the mean of so many ways in which the answers may fall out, the same ways each time. */
const WAYS = 6;

/**
 * The places of the facts that a day's answers do most for, the greatest gain in recall on the date first; as many as those
 * answers are expected to suffice for. A fact that was answered on this day is not among them.
 */
export function chosenOn(
  memories: readonly PlanMemory[],
  day: number,
  dateDay: number,
  answers: number,
): readonly number[] {
  const open = memories
    .map((memory, place) => ({ memory, place, gain: gainOf(memory, day, dateDay) }))
    .filter(({ memory, gain }) => gain > 0 && (memory === null || memory.day < day))
    .sort((a, b) => b.gain - a.gain);
  let spent = 0;
  const chosen = open.filter(({ memory }) => {
    const before = spent;
    spent += answersOf(rightOn(memory, day));
    return before < answers;
  });
  return chosen.map(({ place }) => place);
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
  for (const [day, answers] of answersByDay.entries()) {
    if (answers === 0) continue;
    for (const place of chosenOn(after, day, dateDay, answers)) {
      const memory = after[place] ?? null;
      after[place] = afterAnswer(memory, day, random() < rightOn(memory, day));
    }
  }
  return after;
}
