import type { NumberView } from '../../questions/kinds/number.ts';
import type { MarksOf } from '../marked.ts';
import { MarkedTyped } from '../markedTyped.tsx';

/** The number that was typed, and what is right. */
export const number: MarksOf<NumberView> = (marks) => {
  return <MarkedTyped {...marks} unit={marks.view.unit} />;
};
