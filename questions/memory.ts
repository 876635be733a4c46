/**
 * FSRS-6, the memory model of open-spaced-repetition, in plain numbers: no Date, no allocation. The formulas and the
 * rounding to 8 decimals are those of ts-fsrs 5.4.2 (`FSRSAlgorithm.next_state`, short term on, fuzz off), which the
 * tests use as the oracle. The rounding also keeps results equal where engines differ in the last bit of `Math.pow`.
 * Why not ts-fsrs itself: it adds enumerable methods to `Date.prototype` of every page that loads it.
 * Formulas: github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, section FSRS-6.
 */
import type { Rating } from './review.ts';

/** Default weights w0 to w20 of FSRS-6 (ts-fsrs 5.4.2, `default_w`). */
const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
] as const;

const SHORTEST_DAYS = 0.001;
const LONGEST_DAYS = 36_500;
const EASIEST = 1;
const HARDEST = 10;

const DECAY = -W[20];
/** Makes retrievability 0.9 when as many days have passed as the memory is stable. */
const FACTOR = round8(Math.exp(Math.log(0.9) / DECAY) - 1);
const RECALL_GAIN = Math.exp(W[8]);
const EASY_START = W[4] - Math.exp(3 * W[5]) + 1;
const LAPSE_DIVISOR = Math.exp(W[17] * W[18]);
const SAME_DAY_GAIN = [1, 2, 3, 4].map((rating) => Math.exp(W[17] * (rating - 3 + W[18])));

/** The probability of recall (0 to 1) after this many days (may be a fraction) at this stability (days). */
export function retrievability(stability: number, elapsedDays: number): number {
  return round8((1 + (FACTOR * elapsedDays) / stability) ** DECAY);
}

/** Whole days (1 to 36,500) until the probability of recall falls to `retention` (above 0, below 1). */
export function intervalDays(stability: number, retention = 0.9): number {
  const days = (stability * (retention ** (1 / DECAY) - 1)) / FACTOR;
  return clamp(Math.round(days), 1, LONGEST_DAYS);
}

/** Stability in days (the days until recall falls to 0.9) after the first answer to a fact. */
export function firstStability(rating: Rating): number {
  return W[(rating - 1) as 0 | 1 | 2 | 3];
}

/** Difficulty (1 easiest to 10 hardest) after the first answer to a fact. */
export function firstDifficulty(rating: Rating): number {
  return clamp(round8(W[4] - Math.exp((rating - 1) * W[5]) + 1), EASIEST, HARDEST);
}

/** Stability after an answer, from the values before it; `elapsedDays` are whole learner days, 0 on the same day. */
export function nextStability(
  stability: number,
  difficulty: number,
  elapsedDays: number,
  rating: Rating,
): number {
  if (elapsedDays === 0) return afterSameDay(stability, rating);
  const recall = retrievability(stability, elapsedDays);
  if (rating === 1) return afterLapse(stability, difficulty, recall);
  return afterRecall(stability, difficulty, recall, rating);
}

/** Difficulty after an answer, from the difficulty before it. */
export function nextDifficulty(difficulty: number, rating: Rating): number {
  const damped = round8((-W[6] * (rating - 3) * (HARDEST - difficulty)) / 9);
  const reverted = round8(W[7] * round8(EASY_START) + (1 - W[7]) * (difficulty + damped));
  return clamp(reverted, EASIEST, HARDEST);
}

function afterSameDay(stability: number, rating: Rating): number {
  const gain = stability ** -W[19] * (SAME_DAY_GAIN[rating - 1] ?? 1);
  return stable(stability * (rating >= 2 ? Math.max(gain, 1) : gain));
}

function afterRecall(stability: number, difficulty: number, recall: number, rating: Rating): number {
  const bonus = rating === 2 ? W[15] : rating === 4 ? W[16] : 1;
  const surprise = Math.exp((1 - recall) * W[10]) - 1;
  return stable(stability * (1 + RECALL_GAIN * (11 - difficulty) * stability ** -W[9] * surprise * bonus));
}

function afterLapse(stability: number, difficulty: number, recall: number): number {
  const base = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1);
  const forgotten = stable(base * Math.exp((1 - recall) * W[14]));
  return clamp(round8(stability / LAPSE_DIVISOR), SHORTEST_DAYS, forgotten);
}

function stable(days: number): number {
  return round8(clamp(days, SHORTEST_DAYS, LONGEST_DAYS));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function round8(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
