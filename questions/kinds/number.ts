import * as v from 'valibot';
import { isText, type Kind } from '../kind.ts';
import { Common, Line, Prose } from '../text.ts';
import { judgeNumber } from '../typed/number.ts';

/** A typed number, with its unit and how far off it may be (`tolerance`, absolute, in that unit). */
export const NumberSchema = v.strictObject({
  kind: v.literal('number'),
  prompt: Prose,
  answer: v.pipe(v.number(), v.finite()),
  unit: v.exactOptional(Line),
  unitRequired: v.exactOptional(v.boolean()),
  tolerance: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  ...Common,
});
export type NumberQuestion = v.InferOutput<typeof NumberSchema>;

export interface NumberView {
  readonly kind: 'number';
  readonly prompt: string;
  /** Shown beside the field. */
  readonly unit?: string;
}

export const number: Kind<NumberQuestion, NumberView, string> = {
  view: ({ prompt, unit, unitRequired }) => ({
    kind: 'number',
    prompt,
    ...(unit !== undefined && unitRequired !== true ? { unit } : {}),
  }),
  accepts: (_view, answer): answer is string => isText(answer),
  complete: (_view, answer) => answer.trim() !== '',
  grade: (question, answer) => judgeNumber(answer, question),
  solution: ({ answer, unit }) => [shown(answer, unit)],
};

/** The number as it is written in English, with its unit. */
function shown(value: number, unit: string | undefined): string {
  const text = Number.isInteger(value)
    ? String(value).replace(/\B(?=(\d{3})+$)/g, value < 10_000 ? '' : ',')
    : String(value);
  if (unit === undefined) return text;
  return unit === '%' ? `${text} %` : `${text} ${unit}`;
}
