import type { MultipleView } from '../../questions/kinds/multiple.ts';
import type { MarksOf } from '../marked.ts';
import { MarkedOptions } from '../markedOptions.tsx';
import { inShownOrder } from '../shuffle.ts';

/** The options, those that fit and the chosen ones marked. */
export const multiple: MarksOf<MultipleView> = (marks) => {
  return <MarkedOptions marks={marks} options={inShownOrder(marks.view.options, marks.seed)} />;
};
