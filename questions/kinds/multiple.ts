import * as v from 'valibot';
import { inNeutralOrder, isTexts, type Kind } from '../kind.ts';
import { judgeSelection } from '../options.ts';
import { Common, Distractor, Line, Prose } from '../text.ts';

/** Several right options among wrong ones. */
export const MultipleSchema = v.strictObject({
  kind: v.literal('multiple'),
  prompt: Prose,
  answer: v.pipe(v.array(Line), v.minLength(1, 'has no right option'), v.maxLength(8)),
  distractors: v.pipe(v.array(Distractor), v.minLength(1, 'has no distractor'), v.maxLength(8)),
  ...Common,
});
export type Multiple = v.InferOutput<typeof MultipleSchema>;

export interface MultipleView {
  readonly kind: 'multiple';
  readonly prompt: string;
  readonly options: readonly string[];
}

export const multiple: Kind<Multiple, MultipleView, readonly string[]> = {
  view: ({ prompt, answer, distractors }) => ({
    kind: 'multiple',
    prompt,
    options: inNeutralOrder([...answer, ...distractors.map(({ text }) => text)]),
  }),
  accepts: (view, answer): answer is readonly string[] =>
    isTexts(answer) &&
    new Set(answer).size === answer.length &&
    answer.every((option) => view.options.includes(option)),
  complete: (_view, answer) => answer.length > 0,
  grade: ({ answer: key }, answer) => judgeSelection(answer, key),
  solution: ({ answer }) => answer,
};
