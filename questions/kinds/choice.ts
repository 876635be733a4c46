import * as v from 'valibot';
import { inNeutralOrder, type Kind } from '../kind.ts';
import { Common, Distractor, Line, Prose } from '../text.ts';
import { judgeOption } from '../options.ts';

/** One right option among wrong ones. */
export const ChoiceSchema = v.strictObject({
  kind: v.literal('choice'),
  prompt: Prose,
  answer: Line,
  distractors: v.pipe(v.array(Distractor), v.minLength(1, 'has no distractor'), v.maxLength(8)),
  ...Common,
});
export type Choice = v.InferOutput<typeof ChoiceSchema>;

export interface ChoiceView {
  readonly kind: 'choice';
  readonly prompt: string;
  /** In neutral order; the screen shuffles them from its seed. */
  readonly options: readonly string[];
}

export const choice: Kind<Choice, ChoiceView, string> = {
  view: ({ prompt, answer, distractors }) => ({
    kind: 'choice',
    prompt,
    options: inNeutralOrder([answer, ...distractors.map(({ text }) => text)]),
  }),
  accepts: (view, answer): answer is string => typeof answer === 'string' && view.options.includes(answer),
  complete: (_view, answer) => answer !== '',
  grade: ({ answer: key, distractors }, answer) => judgeOption(answer, key, distractors),
  solution: ({ answer }) => [answer],
};
