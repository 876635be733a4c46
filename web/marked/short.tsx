import type { ShortView } from '../../questions/kinds/short.ts';
import type { MarksOf } from '../marked.ts';
import { MarkedTyped } from '../markedTyped.tsx';

/** What was typed, and what is right. */
export const short: MarksOf<ShortView> = (marks) => {
  return <MarkedTyped {...marks} />;
};
