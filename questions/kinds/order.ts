import * as v from 'valibot';
import { inNeutralOrder, isTexts, type Kind } from '../kind.ts';
import { shuffled } from '../seed.ts';
import { Common, Line, Prose } from '../text.ts';
import { judgeOrder } from '../typed/sequence.ts';

/** Items to put in their order; the author writes them in the right one. */
export const OrderSchema = v.strictObject({
  kind: v.literal('order'),
  prompt: Prose,
  answer: v.pipe(v.array(Line), v.minLength(3, 'has fewer than three items'), v.maxLength(8)),
  ...Common,
});
export type Order = v.InferOutput<typeof OrderSchema>;

export interface OrderView {
  readonly kind: 'order';
  readonly prompt: string;
  readonly items: readonly string[];
}

export const order: Kind<Order, OrderView, readonly string[]> = {
  view: ({ prompt, answer }) => ({ kind: 'order', prompt, items: scattered(answer) }),
  accepts: (view, answer): answer is readonly string[] =>
    isTexts(answer) && isPermutation(answer, view.items),
  complete: () => true,
  grade: ({ answer: key }, answer) => judgeOrder(answer, key),
  solution: ({ answer }) => answer,
};

/** An order that depends on the set of items alone; by size would be the key where the items are years. */
function scattered(items: readonly string[]): readonly string[] {
  const neutral = inNeutralOrder(items);
  return shuffled(neutral, neutral.join('\n'));
}

function isPermutation(answer: readonly string[], items: readonly string[]): boolean {
  return (
    answer.length === items.length &&
    new Set(answer).size === items.length &&
    answer.every((item) => items.includes(item))
  );
}
