import { dayStartMs } from './day.ts';
import type { FactId, QuestionId } from './ids.ts';
import { LAST_MOMENT_MS } from './log.ts';
import { intervalDays } from './memory.ts';
import type { Rating } from './review.ts';

/** What one fact's answers come to: the learner's memory of it, and when it is due. */
export interface FactSchedule {
  readonly fact: FactId;
  /** Days until the probability of recall falls to 0.9. */
  readonly stability: number;
  /** 1 (easiest) to 10 (hardest). */
  readonly difficulty: number;
  /** The learner's day number of the first answer. */
  readonly firstDay: number;
  /** The learner's day number of the last answer. */
  readonly lastDay: number;
  /** The last answer, in ms since 1970. */
  readonly lastAtMs: number;
  /** The last answer's rating, after claims. */
  readonly lastRating: Rating;
  /** From this moment (ms since 1970) on the fact is due. */
  readonly dueAtMs: number;
  /** Whole learner days from the last answer to the day it is due; 0 after `again`. */
  readonly intervalDays: number;
  /** How many answers count. */
  readonly reps: number;
  /** How often it was forgotten: `again` after a better rating. */
  readonly lapses: number;
  /** The form asked last: never the next one, where there is another. */
  readonly lastQuestion: QuestionId;
  /** The forms asked lately, each once, the latest first, at most eight. */
  readonly recentQuestions: readonly QuestionId[];
}

/** When each fact is due, and the learner's own pace. */
export interface Schedule {
  readonly facts: ReadonlyMap<FactId, FactSchedule>;
  /** The median time to an answer in ms over the last 100 answers; null with fewer than five. */
  readonly medianTookMs: number | null;
}

/** What the fold keeps of a fact: everything in its schedule that does not follow from the rest. */
export interface FactTrace {
  fact: FactId;
  stability: number;
  difficulty: number;
  firstDay: number;
  lastDay: number;
  lastAtMs: number;
  lastZone: number;
  lastRating: Rating;
  reps: number;
  lapses: number;
  lastQuestion: QuestionId;
  recentQuestions: QuestionId[];
}

/** After `again` a fact is due in ten minutes: in the same session when it lasts, else when the learner returns. */
const AGAIN_MS = 10 * 60_000;

/** A fact's schedule: `again` is due in ten minutes, all else when a whole number of learner days has passed (at 04:00). */
export function scheduleOf(trace: FactTrace): FactSchedule {
  const { lastZone, ...kept } = trace;
  const days = trace.lastRating === 1 ? 0 : intervalDays(trace.stability);
  const dueAtMs = days === 0 ? trace.lastAtMs + AGAIN_MS : dayStartMs(trace.lastDay + days, lastZone);
  return { ...kept, dueAtMs: Math.min(dueAtMs, LAST_MOMENT_MS), intervalDays: days };
}

/** The schedule as JSON, byte for byte the same for the same schedule: facts by id, keys by name. */
export function serialiseSchedule(schedule: Schedule): string {
  const facts = [...schedule.facts.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1)).map(withSortedKeys);
  return JSON.stringify({ facts, medianTookMs: schedule.medianTookMs });
}

function withSortedKeys(fact: FactSchedule): object {
  return Object.fromEntries(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));
}
