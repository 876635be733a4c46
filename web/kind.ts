import type { VNode } from 'preact';
import type { Answer } from '../questions/kind.ts';
import type { View } from '../questions/kinds.ts';

/** An answer as far as it goes. */
export type Draft = Exclude<Answer, null>;

/** What the open fields of a kind get. */
export interface FieldsProps<V extends View, D extends Draft> {
  readonly view: V;
  readonly seed: string;
  readonly draft: D;
  /** The id of the heading, which names the fields. */
  readonly headingId: string;
  /** The id of the words that say what is wrong with the draft, while there are any. */
  readonly problemId: string | undefined;
  onDraft(this: void, draft: D): void;
}

/** One kind of question on the screen, before it is answered. (Methods, so that a kind's own draft fits the table of all kinds.) */
export interface KindScreen<V extends View, D extends Draft> {
  /** What to do first, in words, while the answer is not complete. */
  readonly missing: string;
  /** What the fields hold at first. */
  start(this: void, view: V, seed: string): D;
  /** Whether nothing is left open. Says the same as `checkAnswer`, which lies beside the grading and loads with it. */
  isComplete(this: void, view: V, draft: D): boolean;
  /** The answer that a draft gives, where it is not the draft itself. */
  answerOf?(this: void, draft: D): D;
  Fields(this: void, props: FieldsProps<V, D>): VNode;
}
