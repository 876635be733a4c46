import type { KindName } from '../questions/deck.ts';
import type { View } from '../questions/kinds.ts';
import type { Draft, KindScreen } from './kind.ts';
import { choice } from './kinds/choice.tsx';
import { cloze } from './kinds/cloze.tsx';
import { evidence } from './kinds/evidence.tsx';
import { judge } from './kinds/judge.tsx';
import { list } from './kinds/list.tsx';
import { match } from './kinds/match.tsx';
import { multiple } from './kinds/multiple.tsx';
import { number } from './kinds/number.tsx';
import { order } from './kinds/order.tsx';
import { short } from './kinds/short.tsx';

type Table = { readonly [K in KindName]: KindScreen<Extract<View, { kind: K }>, Draft> };

/** Every kind of question; a forgotten one does not compile. */
const SCREENS: Table = { choice, multiple, cloze, short, number, list, order, match, judge, evidence };

/** The screen of a view's kind. Here one loss of type happens: a view and its draft go to the kind that they name. */
export function screenOf(view: View): KindScreen<View, Draft> {
  return SCREENS[view.kind];
}
