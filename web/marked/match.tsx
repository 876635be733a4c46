import type { Pair } from '../../questions/kind.ts';
import type { MatchView } from '../../questions/kinds/match.ts';
import type { MarksOf } from '../marked.ts';
import { rightOf } from '../kinds/match.tsx';
import { MarkWord } from '../marks.tsx';

/** Each left side with what belongs to it. */
export const match: MarksOf<MatchView> = ({ view, given, told }) => {
  const chosen = isPairs(given) ? given : [];
  return (
    <ul class="pairs marked">
      {view.lefts.map((left) => (
        <MarkedPair
          key={left}
          left={left}
          mine={rightOf(chosen, left)}
          solution={told.solution}
          rights={view.rights}
        />
      ))}
    </ul>
  );
};

/** One left side with what was chosen for it, and what belongs to it where that is something else. */
function MarkedPair(props: {
  left: string;
  mine: string;
  solution: readonly string[];
  rights: readonly string[];
}) {
  const { left, mine, solution, rights } = props;
  const key = rights.find((right) => solution.includes(`${left} – ${right}`)) ?? '';
  return (
    <li class="pair">
      <span class="pair-left">{left}</span>
      <span class="pair-rights">
        {mine !== '' && (
          <span class="pair-right" data-mark={mine === key ? 'right' : 'wrong'}>
            <span>{mine}</span> <MarkWord truth={mine === key ? 'right' : 'wrong'} yours />
          </span>
        )}
        {mine !== key && (
          <span class="pair-right" data-mark="right">
            <span>{key}</span> <MarkWord truth="right" yours={false} />
          </span>
        )}
      </span>
    </li>
  );
}

function isPairs(answer: unknown): answer is readonly Pair[] {
  return Array.isArray(answer) && answer.every((pair) => Array.isArray(pair) && pair.length === 2);
}
