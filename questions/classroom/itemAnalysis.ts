/** How each question of a test worked, from the attempts that count and have ended. */
import type { Answer } from '../kind.ts';
import type { View } from '../kinds.ts';
import { fold } from '../typed/fold.ts';
import { endedAttempts } from './endedAttempts.ts';
import type { Column, Gradebook, Mark, MarkedAttempt } from './gradebook.ts';
import type { QuestionRef } from './ids.ts';

/** From so many students on a correlation means something, and from so many an option that nobody takes. */
export const DISCRIMINATION_FROM = 5;
export const DISTRACTORS_FROM = 20;
/** A wrong option that fewer than this share choose does not work (Haladyna & Downing 1993). */
const WORKING_SHARE = 0.05;
/** A typed question lists so many answers. */
const TYPED_MAX = 8;

/** One answer that was given, or one option that may have been. */
export interface GivenAnswers {
  /** An option as it is read, or what was typed, folded: answers that differ in case or punctuation alone are one. */
  readonly text: string;
  readonly count: number;
  /** How many of the best and of the weakest third gave it. */
  readonly upper: number;
  readonly lower: number;
  /** What it counts, 0 to 1; null where nobody gave it, the question was dropped, or it is one of several that are chosen. */
  readonly share: number | null;
  /** A wrong option that hardly anybody takes; told from 20 students up. */
  readonly idle: boolean;
}

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

/** A question in one student's attempt, and what the student got of the others, 0 to 1. */
interface Seen {
  readonly mark: Mark;
  readonly rest: number;
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
    given: view === undefined ? [] : givenTo(view, seen, wrongOptions(column, view, seen)),
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

/** Best first by the others; of equals in the order in which they stand. A third each, at least one from three students up. */
function thirds(seen: readonly Seen[]): {
  readonly upper: ReadonlySet<Seen>;
  readonly lower: ReadonlySet<Seen>;
} {
  const sorted = [...seen].sort((a, b) => b.rest - a.rest);
  const size = thirdOf(seen);
  return { upper: new Set(sorted.slice(0, size)), lower: new Set(sorted.slice(sorted.length - size)) };
}

/**
 * Options that are known to be wrong: an answer that counts in full leaves them out. None of a question that was repaired,
 * and no sentence of a text: several may prove a claim.
 */
function wrongOptions({ repair }: Column, view: View, seen: readonly Seen[]): ReadonlySet<string> {
  const full = seen.filter(({ mark }) => mark.share === 1);
  if (repair !== null || full.length === 0 || view.kind === 'evidence') return new Set();
  const options = optionsIn(view) ?? [];
  return new Set(options.filter((text) => !full.some(({ mark }) => gave(mark.answer, text, view))));
}

function thirdOf({ length }: readonly Seen[]): number {
  return Math.floor(length / 3);
}

function givenTo(view: View, seen: readonly Seen[], wrong: ReadonlySet<string>): readonly GivenAnswers[] {
  const { upper, lower } = thirds(seen);
  const options = optionsIn(view);
  const texts = options ?? typedTexts(seen, view);
  return texts.map((text): GivenAnswers => {
    const own = seen.filter(({ mark }) => gave(mark.answer, text, view));
    const isRare = seen.length >= DISTRACTORS_FROM && own.length < WORKING_SHARE * seen.length;
    return {
      text,
      count: own.length,
      upper: own.filter((one) => upper.has(one)).length,
      lower: own.filter((one) => lower.has(one)).length,
      share: sharedBy(own, view),
      idle: isRare && wrong.has(text),
    };
  });
}

/** What an answer counts; an option among several says nothing by itself. */
function sharedBy(own: readonly Seen[], { kind }: View): number | null {
  return kind === 'multiple' ? null : (own[0]?.mark.share ?? null);
}

/** What is chosen from; undefined where the answer is typed, ordered or joined. */
function optionsIn(view: View): readonly string[] | undefined {
  if (view.kind === 'choice' || view.kind === 'multiple' || view.kind === 'judge') return view.options;
  return view.kind === 'evidence' ? view.sentences : undefined;
}

function typedTexts(seen: readonly Seen[], view: View): readonly string[] {
  const counts = new Map<string, number>();
  for (const { mark } of seen) {
    if (mark.answer === undefined || mark.answer === null) continue;
    const text = textOf(mark.answer, view);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts.entries()]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, TYPED_MAX)
    .map(([text]) => text);
}

function gave(answer: Answer | undefined, text: string, view: View): boolean {
  if (answer === undefined || answer === null) return false;
  if (optionsIn(view) === undefined) return textOf(answer, view) === text;
  return typeof answer === 'string' ? answer === text : answer.some((item) => item === text);
}

/** An answer as it is counted; folding would take a number's sign. */
function textOf(answer: Exclude<Answer, null>, { kind }: View): string {
  const plain = (text: string) => (kind === 'number' ? text.trim() : fold(text));
  if (typeof answer === 'string') return plain(answer);
  return answer
    .map((item) => (typeof item === 'string' ? plain(item) : item.map(plain).join(' – ')))
    .join('; ');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
