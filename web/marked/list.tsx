import type { ListView } from '../../questions/kinds/list.ts';
import type { ItemMark } from '../../questions/verdict.ts';
import type { MarksOf } from '../marked.ts';
import { truthOf } from '../markedTyped.tsx';
import { MarkedLines, type MarkedLine } from '../marks.tsx';

/** What was given, and what was left out. */
export const list: MarksOf<ListView> = ({ given, verdict, told, onShowPlace }) => {
  const items =
    verdict.items ?? told.solution.map((expected): ItemMark => ({ given: '', expected, outcome: 'wrong' }));
  const yours = Array.isArray(given) ? items.filter((item) => item.given !== '').map(yourLine) : [];
  const missed = items.filter((item) => item.given === '').map(missedLine);
  return <MarkedLines lines={[...yours, ...missed]} onShowPlace={onShowPlace} />;
};

function yourLine({ given, expected, outcome }: ItemMark): MarkedLine {
  if (outcome === 'again') return { text: given, truth: undefined, yours: true, word: 'said twice' };
  const word = outcome === 'close' && expected !== undefined ? `your answer, for ${expected}` : undefined;
  return { text: given, truth: truthOf(outcome), yours: true, word };
}

function missedLine({ expected = '' }: ItemMark): MarkedLine {
  return { text: expected, truth: 'right', yours: false, word: 'left out' };
}
