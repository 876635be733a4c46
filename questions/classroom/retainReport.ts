import { countedAnswers, fold, type CountedAnswer, type Retired } from '../fold.ts';
import type { FactId } from '../ids.ts';
import type { Review } from '../review.ts';
import { strengthAt } from '../strength.ts';
import { FACTS_REPORTED_MAX, type FactStanding, type StandingReport } from './recall.ts';

/** What a report is made from. */
export interface ReportRequest {
  /** The facts in scope, in the deck's order. */
  readonly facts: readonly FactId[];
  /** The student's log of the deck, in any order. */
  readonly reviews: readonly Review[];
  readonly retired?: Retired;
  readonly dateMs: number;
  /** What the plan asks a day. */
  readonly minutesADay: number;
}

/**
 * Where the student stands: the memory of each fact as it was on the date, or as it is before it; and what the first answer
 * on or after the date showed. A fact that was never answered is left out, as are those beyond the most of a report.
 */
export function standingReport({
  facts,
  reviews,
  retired,
  dateMs,
  minutesADay,
}: ReportRequest): StandingReport {
  const onDate = fold(untilDate(reviews, dateMs), retired).facts;
  const now = fold(reviews, retired).facts;
  const checks = firstAnswers(countedAnswers(reviews, retired), dateMs);
  const standings = facts.flatMap((fact): readonly FactStanding[] => {
    const memory = onDate.get(fact) ?? now.get(fact);
    if (memory === undefined) return [];
    const before = onDate.get(fact);
    const check = checks.get(fact);
    const predicted = before === undefined ? 0 : strengthAt(before, check?.review.answeredAtMs ?? dateMs);
    return [
      {
        fact,
        stability: memory.stability,
        lastAtMs: memory.lastAtMs,
        ...(check === undefined ? {} : { check: { predicted, right: check.rating > 1 } }),
      },
    ];
  });
  return { facts: standings.slice(0, FACTS_REPORTED_MAX), minutesADay };
}

/** The facts that have not been answered since the date. */
export function uncheckedFacts({
  facts,
  reviews,
  retired,
  dateMs,
}: Omit<ReportRequest, 'minutesADay'>): readonly FactId[] {
  const checks = firstAnswers(countedAnswers(reviews, retired), dateMs);
  return facts.filter((fact) => !checks.has(fact));
}

/** The log without what was answered from the date on. What was taken back or claimed later still is. */
function untilDate(reviews: readonly Review[], dateMs: number): readonly Review[] {
  return reviews.filter(
    ({ type, answeredAtMs }) => answeredAtMs < dateMs || type === 'undo' || type === 'claim',
  );
}

function firstAnswers(answers: readonly CountedAnswer[], fromMs: number): ReadonlyMap<FactId, CountedAnswer> {
  const since = answers.filter(({ review }) => review.answeredAtMs >= fromMs);
  // The last to be set is the first that was answered.
  return new Map(since.reverse().map((answer) => [answer.fact, answer]));
}
