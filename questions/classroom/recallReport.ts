import { DAY_MS } from '../day.ts';
import type { FactId } from '../ids.ts';
import { retrievability } from '../memory.ts';
import type { MemberId } from './ids.ts';
import type { FactStanding, KeptStanding } from './recall.ts';
import type { Student } from './state.ts';

/** What a class is predicted to recall on the date. */
export interface ClassRecall {
  /** In the order of the facts asked for: the mean over the students, and how many of them have answered the fact. */
  readonly facts: readonly { readonly fact: FactId; readonly recall: number; readonly answered: number }[];
  readonly students: readonly { readonly member: MemberId; readonly recall: number }[];
}

/** The prediction against the first answers on or after the date. */
export interface PredictionCheck {
  /** How many answers there are to compare with. */
  readonly n: number;
  /** Mean predicted recall, and the part that was right. */
  readonly predicted: number;
  readonly right: number;
  /** Mean squared difference between prediction and answer: 0 is perfect, 0.25 is what always saying one half gets. */
  readonly brier: number;
  /** Answers by what was predicted; `from` is included, `to` is not, except 1. Bins without an answer are left out. */
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly n: number;
    readonly predicted: number;
    readonly right: number;
  }[];
}

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 1] as const;

/** The latest report of each student of a class, under the student's own name in it; who is gone has none. */
export function standingsOf(
  students: readonly Student[],
  standings: readonly KeptStanding[],
): readonly KeptStanding[] {
  return students
    .filter(({ gone }) => !gone)
    .flatMap(({ member, members }): readonly KeptStanding[] => {
      const own = standings.filter((standing) => members.includes(standing.member));
      const latest = own.sort((a, b) => b.sentAtMs - a.sentAtMs)[0];
      return latest === undefined ? [] : [{ ...latest, member }];
    });
}

/** What the students of these reports are predicted to recall on the date. A fact that was not answered before it counts 0. */
export function recallByFact(
  standings: readonly KeptStanding[],
  facts: readonly FactId[],
  dateMs: number,
): ClassRecall {
  const students = standings.map(({ member, report }) => {
    const recalls = new Map(report.facts.map((standing) => [standing.fact, recallOn(standing, dateMs)]));
    return { member, recalls };
  });
  return {
    facts: facts.map((fact) => ({
      fact,
      recall: meanOf(students.map(({ recalls }) => recalls.get(fact) ?? 0)),
      answered: students.filter(({ recalls }) => recalls.has(fact)).length,
    })),
    students: students.map(({ member, recalls }) => ({
      member,
      recall: meanOf(facts.map((fact) => recalls.get(fact) ?? 0)),
    })),
  };
}

/** How right the prediction was, over all students and facts; null while nobody was asked since the date. */
export function predictionCheck(standings: readonly KeptStanding[]): PredictionCheck | null {
  const checks = standings.flatMap(({ report }) =>
    report.facts.flatMap(({ check }) =>
      check === undefined ? [] : { predicted: check.predicted, right: check.right ? 1 : 0 },
    ),
  );
  if (checks.length === 0) return null;
  const bins = EDGES.slice(1).flatMap((to, place) => {
    const from = EDGES[place] ?? 0;
    const own = checks.filter(({ predicted }) => predicted >= from && (predicted < to || to === 1));
    return own.length === 0 ? [] : [{ from, to, ...comparison(own) }];
  });
  const brier = meanOf(checks.map(({ predicted, right }) => (predicted - right) ** 2));
  return { ...comparison(checks), brier, bins };
}

function comparison(checks: readonly { readonly predicted: number; readonly right: number }[]) {
  return {
    n: checks.length,
    predicted: meanOf(checks.map(({ predicted }) => predicted)),
    right: meanOf(checks.map(({ right }) => right)),
  };
}

function recallOn({ stability, lastAtMs }: FactStanding, dateMs: number): number {
  return lastAtMs >= dateMs ? 0 : retrievability(stability, (dateMs - lastAtMs) / DAY_MS);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
