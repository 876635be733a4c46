import { countedAnswers, holdersOf } from './fold.ts';
import type { Retired } from './fold.ts';
import type { FactId, QuestionId, ReviewId } from './ids.ts';
import { compareReviews, distinctReviews } from './log.ts';
import type { Answer, Outcome, Rating, Reset, Review } from './review.ts';
import type { FactSchedule, Schedule } from './schedule.ts';
import { strengthAt } from './strength.ts';

/** From this strength on, and not just failed, a fact counts as known. */
const KNOWN = 0.9;

/** Where one fact stands at a moment. */
export interface FactProgress {
  readonly fact: FactId;
  /** new: never answered; learning: the last answer was wrong; known: strength at least 0.9; fading: below. */
  readonly stage: 'new' | 'learning' | 'known' | 'fading';
  /** The probability, 0 to 1, that the learner recalls it now; 0 for a new fact. */
  readonly strength: number;
  /** It is time to ask it; never true for a new fact. */
  readonly due: boolean;
  /** When it is or was due, in ms since 1970; null for a new fact. */
  readonly dueAtMs: number | null;
  /** How many answers count. */
  readonly reps: number;
  /** How often it was forgotten. */
  readonly lapses: number;
}

/** Where a whole deck stands at a moment: how many facts are new, learning, due, known. A due fact may be at any stage but new. */
export interface DeckProgress {
  readonly facts: readonly FactProgress[];
  readonly new: number;
  readonly learning: number;
  readonly due: number;
  readonly known: number;
  /** The share of the deck, 0 to 1, that the learner would recall now: the mean strength, new facts at 0. 0 without facts. */
  readonly meanRecall: number;
}

/** One counted answer, as a learner reads it. */
export interface HistoryEntry {
  readonly id: ReviewId;
  readonly atMs: number;
  readonly question: QuestionId;
  readonly answer: Answer;
  readonly outcome: Outcome;
  /** After claims. */
  readonly rating: Rating;
}

/** A reset that holds: it is not taken back, and no later one covers what it does. */
export interface HeldReset {
  readonly id: ReviewId;
  readonly atMs: number;
  /** The fact that began afresh, or the one that replaced it; null for the whole deck. */
  readonly fact: FactId | null;
}

/** The progress of these facts (a deck's, in its order; others in the schedule are ignored) at this moment. */
export function progressOf(facts: readonly FactId[], schedule: Schedule, nowMs: number): DeckProgress {
  const each = facts.map((fact) => factProgress(fact, schedule.facts.get(fact), nowMs));
  const count = (matches: (fact: FactProgress) => boolean): number => each.filter(matches).length;
  return {
    facts: each,
    new: count((fact) => fact.stage === 'new'),
    learning: count((fact) => fact.stage === 'learning'),
    due: count((fact) => fact.due),
    known: count((fact) => fact.stage === 'known'),
    meanRecall: each.reduce((sum, fact) => sum + fact.strength, 0) / Math.max(1, each.length),
  };
}

/** Every fact's counted answers, the earliest first. */
export function historyOf(reviews: Iterable<Review>, retired?: Retired): Map<FactId, HistoryEntry[]> {
  const histories = new Map<FactId, HistoryEntry[]>();
  for (const { review, fact, rating } of countedAnswers(reviews, retired)) {
    const { id, answeredAtMs: atMs, question, answer, outcome } = review;
    const entry = { id, atMs, question, answer, outcome, rating };
    const entries = histories.get(fact);
    if (entries === undefined) histories.set(fact, [entry]);
    else entries.push(entry);
  }
  return histories;
}

/**
 * The resets that hold, the earliest first. Without all others the log folds to the same schedule; without one of these
 * the answers before it may count again.
 */
export function resetsOf(reviews: Iterable<Review>, retired: Retired = new Map()): HeldReset[] {
  const held: HeldReset[] = [];
  const later = new Set<FactId>();
  for (const { id, answeredAtMs: atMs, fact } of keptResets(reviews).reverse()) {
    if (fact === undefined) return [{ id, atMs, fact: null }, ...held.reverse()];
    const holders = holdersOf(fact, retired);
    if (!holders.some((holder) => later.has(holder))) held.push({ id, atMs, fact: holders.at(-1) ?? fact });
    later.add(fact);
  }
  return held.reverse();
}

/** The resets that are not taken back, in the order of `compareReviews`, each once. */
function keptResets(reviews: Iterable<Review>): Reset[] {
  const resets: Reset[] = [];
  const undone = new Set<ReviewId>();
  for (const review of distinctReviews(reviews).values()) {
    if (review.type === 'reset') resets.push(review);
    if (review.type === 'undo') undone.add(review.undoes);
  }
  return resets.filter(({ id }) => !undone.has(id)).sort(compareReviews);
}

function factProgress(fact: FactId, schedule: FactSchedule | undefined, nowMs: number): FactProgress {
  if (schedule === undefined) {
    return { fact, stage: 'new', strength: 0, due: false, dueAtMs: null, reps: 0, lapses: 0 };
  }
  const { dueAtMs, reps, lapses } = schedule;
  const strength = strengthAt(schedule, nowMs);
  const learned = strength >= KNOWN ? 'known' : 'fading';
  const stage = schedule.lastRating === 1 ? 'learning' : learned;
  return { fact, stage, strength, due: dueAtMs <= nowMs, dueAtMs, reps, lapses };
}
