/** Which answers were given to a question, by how many, and by whom of the best and the weakest. */
import type { Answer } from '../kind.ts';
import type { View } from '../kinds.ts';
import { fold } from '../typed/fold.ts';
import type { Column, Mark } from './gradebook.ts';

/** From so many students on it means something that nobody takes an option. */
export const DISTRACTORS_FROM = 20;
/** A wrong option that fewer than this share choose does not work (Haladyna & Downing 1993). */
const WORKING_SHARE = 0.05;
/** A typed question lists so many answers. */
const TYPED_MAX = 8;

/** One answer that was given, or one option that may have been. */
export interface GivenAnswers {
  /** An option as it is read, or what was typed, folded: answers that differ in case or punctuation alone are one. A number is as typed. */
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

/** A question in one student's attempt, and what the student got of the others, 0 to 1. */
export interface Seen {
  readonly mark: Mark;
  readonly rest: number;
}

/** What was given: every option of what is chosen from, or the most frequent answers that were typed. */
export function givenTo(column: Column, view: View, seen: readonly Seen[]): readonly GivenAnswers[] {
  const { upper, lower } = thirds(seen);
  const wrong = wrongOptions(column, view, seen);
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

/** How many students are in the upper third, and in the lower. */
export function thirdOf({ length }: readonly Seen[]): number {
  return Math.floor(length / 3);
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
