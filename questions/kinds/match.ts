import * as v from 'valibot';
import { inNeutralOrder, isText, type Kind, type Pair } from '../kind.ts';
import { Common, Distractor, Line, Prose } from '../text.ts';
import { judgePairs } from '../options.ts';

/** Left sides to join with their right sides; `distractors` are right sides that fit none. */
export const MatchSchema = v.strictObject({
  kind: v.literal('match'),
  prompt: Prose,
  answer: v.pipe(
    v.array(v.strictObject({ left: Line, right: Line })),
    v.minLength(2, 'has fewer than two pairs'),
    v.maxLength(8),
  ),
  distractors: v.optional(v.array(Distractor), []),
  ...Common,
});
export type Match = v.InferOutput<typeof MatchSchema>;

export interface MatchView {
  readonly kind: 'match';
  readonly prompt: string;
  readonly lefts: readonly string[];
  readonly rights: readonly string[];
}

export const match: Kind<Match, MatchView, readonly Pair[]> = {
  view: ({ prompt, answer, distractors }) => ({
    kind: 'match',
    prompt,
    lefts: inNeutralOrder(answer.map(({ left }) => left)),
    rights: inNeutralOrder([...answer.map(({ right }) => right), ...distractors.map(({ text }) => text)]),
  }),
  accepts: (view, answer): answer is readonly Pair[] =>
    isPairs(answer) && answer.every(fits(view)) && eachLeftOnce(answer),
  complete: (view, answer) => answer.length === view.lefts.length,
  grade: ({ answer: key }, answer) => judgePairs(answer, key),
  solution: ({ answer }) => answer.map(({ left, right }) => `${left} – ${right}`),
};

function isPairs(answer: unknown): answer is readonly Pair[] {
  return (
    Array.isArray(answer) &&
    answer.length <= 40 &&
    answer.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText))
  );
}

function fits(view: MatchView): (pair: Pair) => boolean {
  return ([left, right]) => view.lefts.includes(left) && view.rights.includes(right);
}

function eachLeftOnce(pairs: readonly Pair[]): boolean {
  return new Set(pairs.map(([left]) => left)).size === pairs.length;
}
