import { countedAnswers, fold, type CountedAnswer, type Retired } from '../fold.ts';
import type { FactId } from '../ids.ts';
import type { Review } from '../review.ts';
import { strengthAt } from '../strength.ts';
import type { FactStanding, StandingReport } from './recall.ts';

/** The most facts of a report; of a longer scope the first are told. */
const FACTS_MAX = 100;
/** The most minutes a day that a report can say. */
const MINUTES_MAX = 600;

/** What a standing is made from. */
interface StandingRequest {
  /** The facts in scope, in the deck's order. */
  readonly facts: readonly FactId[];
  readonly reviews: readonly Review[];
  readonly retired: Retired;
  /** The moment (ms since 1970) on which the facts have to be known. */
  readonly dateMs: number;
  /** What the plan asks, in minutes. */
  readonly minutesADay: number;
}

/** A student's standing in a retain assignment: the memory of each fact that was answered, and the checks since the date. */
export function standingReport(request: StandingRequest): StandingReport {
  const { facts, reviews, retired, dateMs, minutesADay } = request;
  const schedule = fold(reviews, retired);
  const checks = checksSince(dateMs, countedAnswers(reviews, retired));
  const standings = facts.flatMap((fact): readonly FactStanding[] => {
    const memory = schedule.facts.get(fact);
    if (memory === undefined) return [];
    const check = checks.get(fact);
    const { stability, lastAtMs } = memory;
    return [{ fact, stability, lastAtMs, ...(check === undefined ? {} : { check }) }];
  });
  return { facts: standings.slice(0, FACTS_MAX), minutesADay: Math.min(MINUTES_MAX, minutesADay) };
}

/**
 * The first answer to each fact on or after the date: what the memory before the date predicts for that moment, 0 for a fact
 * that was never answered before, and whether it was right, claims included.
 */
function checksSince(
  dateMs: number,
  answers: readonly CountedAnswer[],
): ReadonlyMap<FactId, NonNullable<FactStanding['check']>> {
  const isBefore = ({ review }: CountedAnswer) => review.answeredAtMs < dateMs;
  const before = fold(
    answers.filter(isBefore).map(({ review, fact, rating }) => ({ ...review, fact, rating })),
  );
  const checks = new Map<FactId, NonNullable<FactStanding['check']>>();
  for (const { review, fact, rating } of answers.filter((answer) => !isBefore(answer))) {
    if (checks.has(fact)) continue;
    const memory = before.facts.get(fact);
    const predicted = memory === undefined ? 0 : strengthAt(memory, review.answeredAtMs);
    checks.set(fact, { predicted, right: rating > 1 });
  }
  return checks;
}
