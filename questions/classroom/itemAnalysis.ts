/** How each question of a test worked, from the attempts that count and have ended. */
import type { View } from '../kinds.ts';
import { endedAttempts } from './endedAttempts.ts';
import { givenTo, thirdOf, type GivenAnswers, type Seen } from './givenAnswers.ts';
import type { Column, Gradebook, MarkedAttempt } from './gradebook.ts';
import type { QuestionRef } from './ids.ts';

/** From so many students on a correlation means something. */
export const DISCRIMINATION_FROM = 5;

/** One question's analysis. */
export interface ItemAnalysis {
  readonly question: QuestionRef;
  /** How many were asked it in the attempt that counts. */
  readonly n: number;
  /** The mean of what was got of it, 0 to 1; null where nobody was asked or it was dropped. */
  readonly shareRight: number | null;
  /** The correlation (−1 to 1) of what was got of it with the part got of all the others; null under 5 students or without a difference. */
  readonly discrimination: number | null;
  /** Of those who answered; null where nobody did. */
  readonly medianSeconds: number | null;
  readonly notAnswered: number;
  readonly dontKnow: number;
  /** How many students are in the upper third, and in the lower. */
  readonly third: number;
  /** Options in the view's order, typed answers the most frequent first. */
  readonly given: readonly GivenAnswers[];
}

/** The analysis of every column; `viewOf` gives what students saw of a question. */
export function analyse(
  gradebook: Gradebook,
  viewOf: (question: QuestionRef) => View | undefined,
): readonly ItemAnalysis[] {
  const ended = endedAttempts(gradebook);
  return gradebook.columns.map((column) => analysisOf(column, ended, viewOf(column.question)));
}

function analysisOf(
  column: Column,
  attempts: readonly MarkedAttempt[],
  view: View | undefined,
): ItemAnalysis {
  const { question } = column;
  const seen = attempts.flatMap((attempt) => seenIn(attempt, question));
  const answered = seen.filter(({ mark }) => mark.answer !== undefined);
  const shares = seen.flatMap(({ mark }) => (mark.share === null ? [] : [mark.share]));
  return {
    question,
    n: seen.length,
    shareRight: shares.length === 0 ? null : mean(shares),
    discrimination: seen.length < DISCRIMINATION_FROM ? null : correlation(seen),
    medianSeconds: median(answered.map(({ mark }) => mark.seconds)),
    notAnswered: seen.length - answered.length,
    dontKnow: answered.filter(({ mark }) => mark.answer === null).length,
    third: thirdOf(seen),
    given: view === undefined ? [] : givenTo(column, view, seen),
  };
}

function seenIn({ marks }: MarkedAttempt, question: QuestionRef): readonly Seen[] {
  const mark = marks.find((one) => one.question === question);
  if (mark === undefined) return [];
  const others = marks.filter((one) => one !== mark);
  const outOf = others.reduce((sum, one) => sum + one.outOf, 0);
  const points = others.reduce((sum, one) => sum + one.points, 0);
  return [{ mark, rest: outOf === 0 ? 0 : points / outOf }];
}

/** Pearson's, of a share and the rest: for right or wrong alone it is the corrected point-biserial correlation. */
function correlation(seen: readonly Seen[]): number | null {
  const pairs = seen.flatMap(({ mark, rest }) => (mark.share === null ? [] : [[mark.share, rest] as const]));
  if (pairs.length < DISCRIMINATION_FROM) return null;
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const sum = (of: (dx: number, dy: number) => number) =>
    pairs.reduce((total, [a, b]) => total + of(a - x, b - y), 0);
  const spread = Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy));
  return spread < 1e-12 ? null : sum((dx, dy) => dx * dy) / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
