import type { Glossary } from './glossary.ts';
import type { Place } from './passage.ts';
import type { Standing } from './standing.ts';
import type { Verdict } from './verdict.ts';

/** A left side and the right side chosen for it. */
export type Pair = readonly [left: string, right: string];

/** What a learner gave, in the shape of its kind; null is "I do not know". */
export type Answer = string | readonly string[] | readonly Pair[] | null;

/** What a question may know of its surroundings when its view is made and when it is graded. */
export interface Asked {
  readonly factId: string;
  readonly statement: string;
  readonly standing: Standing;
  /** Prompts of the fact's questions that one sentence can answer, first first. */
  readonly prompts: readonly string[];
  readonly place: Place;
  /** The wrong options of all the fact's questions: what is as near to one of them as to the key is no typing error. */
  readonly rivals: readonly string[];
  readonly sealed: boolean;
  readonly document: string;
  readonly language: string;
  readonly glossary: Glossary;
}

/**
 * One kind of question. `Q` is the keyed question, `V` its public view (no key in it), `A` the answer's shape.
 * A view names its fields one by one; it never spreads a question.
 */
export interface Kind<Q, V, A extends Exclude<Answer, null>> {
  /** What may travel before the answer; undefined where the kind cannot be asked of this fact. */
  view(question: Q, asked: Asked): V | undefined;
  /** Whether an answer from outside has this kind's shape and chooses only what the view offers. */
  accepts(view: V, answer: unknown): answer is A;
  /** Whether nothing is left open (no key needed). */
  complete(view: V, answer: A): boolean;
  /** Whether the answer is right, and why. */
  grade(question: Q, answer: A, asked: Asked): Verdict;
  /** The right answer, one line an item, as shown after the answer. */
  solution(question: Q, asked: Asked): readonly string[];
}

const TEXT_MAX = 500;

/** Text from outside that is short enough to be judged: at most 500 characters. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= TEXT_MAX;
}

/** A list of texts from outside, at most 40 of them. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 40 && value.every(isText);
}

/** The same texts in an order that tells nothing of the key: numbers by size, the rest by their characters. */
export function inNeutralOrder(texts: readonly string[]): readonly string[] {
  const numbers = texts.map((text) =>
    Number(text.replace(/[\s,\u00a0\u202f]/g, '').match(/^[\d.]+/)?.[0] ?? Number.NaN),
  );
  const numeric = numbers.every((value) => !Number.isNaN(value));
  const order = texts.map((text, at) => ({ text, value: numbers[at] ?? 0 }));
  order.sort((a, b) =>
    numeric && a.value !== b.value ? a.value - b.value : a.text < b.text ? -1 : a.text > b.text ? 1 : 0,
  );
  return order.map(({ text }) => text);
}

/** Whether every option of the view is a number; such options are shown by size, never shuffled. */
export function areNumeric(texts: readonly string[]): boolean {
  return texts.every((text) => /^[\d.,\s\u00a0\u202f]*\d/.test(text));
}
