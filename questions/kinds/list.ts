import * as v from 'valibot';
import { isTexts, type Kind } from '../kind.ts';
import { Accept, Common, Line, Prose } from '../text.ts';
import { judgeList } from '../typed/list.ts';

const Item = v.union([
  v.pipe(
    Line,
    v.transform((text) => ({ text, accept: [] as string[] })),
  ),
  v.strictObject({ text: Line, accept: Accept }),
]);

/** Several typed answers in any order; part of them earns part of the credit. */
export const ListSchema = v.strictObject({
  kind: v.literal('list'),
  prompt: Prose,
  answer: v.pipe(v.array(Item), v.minLength(2, 'has fewer than two items'), v.maxLength(20)),
  ...Common,
});
export type List = v.InferOutput<typeof ListSchema>;

export interface ListView {
  readonly kind: 'list';
  readonly prompt: string;
  /** How many items are asked for. */
  readonly count: number;
}

export const list: Kind<List, ListView, readonly string[]> = {
  view: ({ prompt, answer }) => ({ kind: 'list', prompt, count: answer.length }),
  accepts: ({ count }, answer): answer is readonly string[] => isTexts(answer) && answer.length <= 2 * count,
  complete: (_view, answer) => answer.some((item) => item.trim() !== ''),
  grade: ({ answer: key }, answer, asked) => judgeList(answer, key, asked),
  solution: ({ answer }) => answer.map(({ text }) => text),
};
