import * as v from 'valibot';
import { isTexts, type Kind } from '../kind.ts';
import { blanksOf, judgeBlanks, type Blank } from '../blank.ts';
import { Common, Line, Prose } from '../text.ts';

/** A sentence with one or more blanks, each written `{{answer|what kind of answer}}`. */
export const ClozeSchema = v.strictObject({
  kind: v.literal('cloze'),
  text: v.pipe(
    Prose,
    v.check((text) => blanksOf(text).blanks.length > 0, 'has no blank such as {{2013|year}}'),
    v.check(
      (text) => blanksOf(text).blanks.every(isWhole),
      'has a blank that does not say what kind of answer it wants: {{answer|kind}}',
    ),
  ),
  /** Other right forms of a blank, under the answer that stands in the text. */
  accept: v.optional(v.record(Line, v.array(Line)), {}),
  ...Common,
});
export type Cloze = v.InferOutput<typeof ClozeSchema>;

export interface ClozeView {
  readonly kind: 'cloze';
  readonly prompt: string;
  /** The text around the blanks: one more than there are blanks. */
  readonly parts: readonly string[];
  /** What kind of answer each blank wants, as "year". */
  readonly shows: readonly string[];
}

export const cloze: Kind<Cloze, ClozeView, readonly string[]> = {
  view: ({ text }) => {
    const { parts, blanks } = blanksOf(text);
    return {
      kind: 'cloze',
      prompt: blanks.length === 1 ? 'Fill in the blank.' : 'Fill in the blanks.',
      parts,
      shows: blanks.map(({ shows }) => shows),
    };
  },
  accepts: (view, answer): answer is readonly string[] =>
    isTexts(answer) && answer.length === view.shows.length,
  complete: (_view, answer) => answer.every((text) => text.trim() !== ''),
  grade: ({ text, accept }, answer, asked) => judgeBlanks(answer, blanksOf(text).blanks, accept, asked),
  solution: ({ text }) => blanksOf(text).blanks.map(({ answer }) => answer),
};

function isWhole({ answer, shows }: Blank): boolean {
  return answer !== '' && shows !== '';
}
