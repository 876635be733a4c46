import * as v from 'valibot';
import { isText, type Kind } from '../kind.ts';
import { Accept, Common, Line, Prose } from '../text.ts';
import { judgeDate } from '../typed/date.ts';
import { judgePhrase } from '../typed/phrase.ts';

/** A typed answer: a name, a term, or a date at the precision of the key (2013, 2022-01 or 2022-01-08). */
export const ShortSchema = v.strictObject({
  kind: v.literal('short'),
  prompt: Prose,
  expects: v.optional(v.picklist(['text', 'date']), 'text'),
  answer: Line,
  accept: Accept,
  reject: v.optional(v.array(v.strictObject({ text: Line, because: Prose })), []),
  ...Common,
});
export type Short = v.InferOutput<typeof ShortSchema>;

export interface ShortView {
  readonly kind: 'short';
  readonly prompt: string;
  readonly expects: 'text' | 'date';
}

export const short: Kind<Short, ShortView, string> = {
  view: ({ prompt, expects }) => ({ kind: 'short', prompt, expects }),
  accepts: (_view, answer): answer is string => isText(answer),
  complete: (_view, answer) => answer.trim() !== '',
  grade: (question, answer, asked) => {
    const byWords = judgePhrase(answer, question, asked);
    if (question.expects === 'text' || byWords.outcome === 'right' || byWords.reason === 'known-confusion')
      return byWords;
    return judgeDate(answer, question.answer);
  },
  solution: ({ answer }) => [answer],
};
