import type { OrderView } from '../../questions/kinds/order.ts';
import type { MarksOf } from '../marked.ts';
import { MarkedLines, type MarkedLine } from '../marks.tsx';
import { placeWords } from '../words.ts';

/** The right order, and where the learner had each item. */
export const order: MarksOf<OrderView> = ({ given, verdict, told, onShowPlace }) => {
  const mine = Array.isArray(given) ? given.map(String) : [];
  const lines = told.solution.map((text): MarkedLine => {
    const place = mine.indexOf(text);
    if (place < 0) return { text, truth: undefined, yours: false };
    const inRun =
      verdict.items?.some((item) => item.given === text && item.outcome === 'right') ??
      verdict.outcome === 'right';
    return {
      text,
      truth: inRun ? 'right' : 'wrong',
      yours: true,
      word: inRun ? 'in order' : `you had it ${placeWords(place + 1)}`,
    };
  });
  return <MarkedLines lines={lines} ordered onShowPlace={onShowPlace} />;
};
