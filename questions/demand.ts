import type { KindName } from './deck.ts';
import type { Demand } from './form.ts';

/** How much of the answer each kind leaves to the learner. Apart from the kinds, so that choosing a question needs no grading. */
const DEMANDS: Readonly<Record<KindName, Demand>> = {
  choice: 0,
  multiple: 1,
  match: 1,
  judge: 1,
  evidence: 1,
  cloze: 2,
  order: 2,
  short: 3,
  number: 3,
  list: 3,
};

/** What a kind demands of memory. */
export function demandOf(kind: KindName): Demand {
  return DEMANDS[kind];
}
