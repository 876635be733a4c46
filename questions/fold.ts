import { dayNumber } from './day.ts';
import type { FactId, QuestionId, ReviewId } from './ids.ts';
import { compareReviews, distinctReviews } from './log.ts';
import { firstDifficulty, firstStability, nextDifficulty, nextStability } from './memory.ts';
import type { Answered, Rating, Review } from './review.ts';
import { scheduleOf } from './schedule.ts';
import type { FactSchedule, FactTrace, Schedule } from './schedule.ts';

/** Facts that are no longer asked, each with the fact that takes its memory over, or null. */
export type Retired = ReadonlyMap<FactId, FactId | null>;

/** An answer that counts: neither undone nor before a reset. */
export interface CountedAnswer {
  readonly review: Answered;
  /** The fact whose memory it feeds: its own, or the one that replaced it. */
  readonly fact: FactId;
  /** Its rating, after claims. */
  readonly rating: Rating;
}

/** Facts that the document says in other words since a moment (ms since 1970): what was learnt before is asked once more. */
export type Reworded = ReadonlyMap<FactId, number>;

const NONE_RETIRED: Retired = new Map();
const NONE_REWORDED: Reworded = new Map();
const RECENT_QUESTIONS = 8;
const PACE_ANSWERS = 100;
const PACE_KNOWN = 5;

/**
 * The schedule that a set of reviews comes to. Total: any reviews, in any order, any number of times, give the same
 * schedule. To add a review, fold again: ten thousand take milliseconds.
 */
export function fold(
  reviews: Iterable<Review>,
  retired: Retired = NONE_RETIRED,
  reworded: Reworded = NONE_REWORDED,
): Schedule {
  const answers = countedAnswers(reviews, retired);
  const traces = new Map<FactId, FactTrace>();
  for (const answer of answers) {
    const trace = traces.get(answer.fact);
    if (trace === undefined) traces.set(answer.fact, firstTrace(answer));
    else addAnswer(trace, answer);
  }
  const facts = new Map<FactId, FactSchedule>();
  for (const [fact, trace] of traces) facts.set(fact, dueAgain(scheduleOf(trace), reworded.get(fact)));
  return { facts, medianTookMs: medianPace(answers) };
}

/** A fact that was reworded after its last answer is due from then on; the next answer ends that. */
function dueAgain(fact: FactSchedule, rewordedAtMs: number | undefined): FactSchedule {
  if (rewordedAtMs === undefined || fact.lastAtMs >= rewordedAtMs) return fact;
  return { ...fact, dueAtMs: Math.min(fact.dueAtMs, rewordedAtMs) };
}

/** The answers that count, in the order of `compareReviews`: each id once, without what is undone or before a reset. */
export function countedAnswers(reviews: Iterable<Review>, retired: Retired = NONE_RETIRED): CountedAnswer[] {
  const byId = distinctReviews(reviews);
  const undone = undoneIds(byId.values());
  const ordered = [...byId.values()].sort(compareReviews);
  const claims = claimedRatings(ordered, undone);
  const resets = new Set<FactId>();
  const counted: CountedAnswer[] = [];
  for (let i = ordered.length - 1; i >= 0; i -= 1) {
    const review = ordered[i];
    if (review === undefined || undone.has(review.id)) continue;
    if (review.type === 'reset') {
      if (review.fact === undefined) break;
      resets.add(review.fact);
    }
    if (review.type !== 'answer') continue;
    const fact = carriedTo(review.fact, retired, resets);
    if (fact !== null) counted.push({ review, fact, rating: claims.get(review.id) ?? review.rating });
  }
  return counted.reverse();
}

/** An undo may name another undo; that changes nothing, because nobody asks whether an undo is undone. */
function undoneIds(reviews: Iterable<Review>): Set<ReviewId> {
  const undone = new Set<ReviewId>();
  for (const review of reviews) if (review.type === 'undo') undone.add(review.undoes);
  return undone;
}

function claimedRatings(ordered: readonly Review[], undone: ReadonlySet<ReviewId>): Map<ReviewId, Rating> {
  const ratings = new Map<ReviewId, Rating>();
  for (const review of ordered) {
    if (review.type === 'claim' && !undone.has(review.id)) ratings.set(review.claims, review.rating);
  }
  return ratings;
}

/** A fact and those that replaced it, one after the other. In a circle, an author's mistake, it is itself the last. */
export function holdersOf(fact: FactId, retired: Retired): FactId[] {
  const holders = [fact];
  for (let next = retired.get(fact); next !== undefined && next !== null; next = retired.get(next)) {
    if (holders.includes(next)) return [...holders, fact];
    holders.push(next);
  }
  return holders;
}

/** The fact that now holds the memory of an answer; null when a later reset of this fact or of one that replaced it wipes it. */
function carriedTo(fact: FactId, retired: Retired, resets: ReadonlySet<FactId>): FactId | null {
  // Nearly every deck: no need of a list for each of ten thousand answers.
  if (retired.size === 0) return resets.has(fact) ? null : fact;
  const holders = holdersOf(fact, retired);
  return holders.some((holder) => resets.has(holder)) ? null : (holders.at(-1) ?? fact);
}

function firstTrace({ review, fact, rating }: CountedAnswer): FactTrace {
  const day = dayNumber(review.answeredAtMs, review.zone);
  return {
    fact,
    stability: firstStability(rating),
    difficulty: firstDifficulty(rating),
    firstDay: day,
    lastDay: day,
    lastAtMs: review.answeredAtMs,
    lastZone: review.zone,
    lastRating: rating,
    reps: 1,
    lapses: 0,
    lastQuestion: review.question,
    recentQuestions: [review.question],
  };
}

/** Elapsed days never fall below 0: flying west can put an answer on an earlier learner day than the one before it. */
function addAnswer(trace: FactTrace, { review, rating }: CountedAnswer): void {
  const day = dayNumber(review.answeredAtMs, review.zone);
  const elapsedDays = Math.max(0, day - trace.lastDay);
  trace.stability = nextStability(trace.stability, trace.difficulty, elapsedDays, rating);
  trace.difficulty = nextDifficulty(trace.difficulty, rating);
  if (rating === 1 && trace.lastRating > 1) trace.lapses += 1;
  trace.reps += 1;
  trace.lastDay = day;
  trace.lastAtMs = review.answeredAtMs;
  trace.lastZone = review.zone;
  trace.lastRating = rating;
  if (trace.lastQuestion === review.question) return;
  trace.lastQuestion = review.question;
  moveToFront(trace.recentQuestions, review.question);
}

function moveToFront(recent: QuestionId[], question: QuestionId): void {
  const place = recent.indexOf(question);
  if (place > 0) recent.splice(place, 1);
  recent.unshift(question);
  if (recent.length > RECENT_QUESTIONS) recent.pop();
}

function medianPace(answers: readonly CountedAnswer[]): number | null {
  if (answers.length < PACE_KNOWN) return null;
  const times = answers.slice(-PACE_ANSWERS).map((answer) => answer.review.tookMs);
  times.sort((a, b) => a - b);
  const middle = times.length >> 1;
  const upper = times[middle] ?? 0;
  return times.length % 2 === 1 ? upper : ((times[middle - 1] ?? upper) + upper) / 2;
}
