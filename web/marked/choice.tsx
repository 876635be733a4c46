import type { ChoiceView } from '../../questions/kinds/choice.ts';
import type { MarksOf } from '../marked.ts';
import { MarkedOptions } from '../markedOptions.tsx';
import { inShownOrder } from '../shuffle.ts';

/** The options, the right one and the chosen one marked. */
export const choice: MarksOf<ChoiceView> = (marks) => {
  return <MarkedOptions marks={marks} options={inShownOrder(marks.view.options, marks.seed)} />;
};
