import type { VNode } from 'preact';
import type { KindName } from '../questions/deck.ts';
import type { Told } from '../questions/feedback.ts';
import type { Answer } from '../questions/kind.ts';
import type { View } from '../questions/kinds.ts';
import type { Place } from '../questions/passage.ts';
import type { Verdict } from '../questions/verdict.ts';
import { choice } from './marked/choice.tsx';
import { cloze } from './marked/cloze.tsx';
import { evidence } from './marked/evidence.tsx';
import { judge } from './marked/judge.tsx';
import { list } from './marked/list.tsx';
import { match } from './marked/match.tsx';
import { multiple } from './marked/multiple.tsx';
import { number } from './marked/number.tsx';
import { order } from './marked/order.tsx';
import { short } from './marked/short.tsx';

/** What is known once the answer is in. */
export interface Marked {
  readonly given: Answer;
  readonly verdict: Verdict;
  readonly told: Told;
  /** Shows another place of the document: why an option is wrong. */
  readonly onShowPlace?: ((place: Place) => void) | undefined;
}

/** What a question gets once it is marked. */
export interface MarksProps<V extends View> extends Marked {
  readonly view: V;
  readonly seed: string;
}

/** A question of one kind once it is marked. (A method, so that a kind's own fits the table of all kinds.) */
export type MarksOf<V extends View> = { marks(this: void, props: MarksProps<V>): VNode }['marks'];

type Table = { readonly [K in KindName]: MarksOf<Extract<View, { kind: K }>> };

/** Every kind of question; a forgotten one does not compile. */
const MARKS: Table = { choice, multiple, cloze, short, number, list, order, match, judge, evidence };

/** The marks of a view's kind. As in kinds.ts a view goes to the kind that it names. */
export function marksOf(view: View): MarksOf<View> {
  return MARKS[view.kind];
}
