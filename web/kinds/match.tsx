import { useId, useMemo } from 'preact/hooks';
import type { Pair } from '../../questions/kind.ts';
import type { MatchView } from '../../questions/kinds/match.ts';
import type { KindScreen } from '../kind.ts';
import { MarkWord } from '../marks.tsx';
import { inShownOrder } from '../shuffle.ts';

/** A right side for every left side, each chosen from a list. */
export const match: KindScreen<MatchView, readonly Pair[]> = {
  missing: 'Choose one for every line first.',
  start: () => [],
  isComplete: ({ lefts }, draft) => draft.length === lefts.length,
  Fields({ view, seed, draft, onDraft, headingId }) {
    const id = useId();
    const rights = useMemo(() => inShownOrder(view.rights, seed), [view, seed]);
    const choose = (left: string, right: string) => {
      const chosen = new Map([...draft, [left, right] as const]);
      onDraft(view.lefts.flatMap((one): Pair[] => (chosen.get(one) ? [[one, chosen.get(one) ?? '']] : [])));
    };
    return (
      <fieldset class="pairs" aria-labelledby={headingId}>
        {view.lefts.map((left, at) => (
          <div key={left} class="pair">
            <label for={`${id}-${at}`}>{left}</label>
            <select
              id={`${id}-${at}`}
              class="text"
              value={rightOf(draft, left)}
              onChange={(event) => choose(left, event.currentTarget.value)}
            >
              <option value="">Choose …</option>
              {rights.map((right) => (
                <option key={right} value={right}>
                  {right}
                </option>
              ))}
            </select>
          </div>
        ))}
      </fieldset>
    );
  },
  Marks({ view, given, told }) {
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
  },
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

function rightOf(pairs: readonly Pair[], left: string): string {
  return pairs.find(([one]) => one === left)?.[1] ?? '';
}

function isPairs(answer: unknown): answer is readonly Pair[] {
  return Array.isArray(answer) && answer.every((pair) => Array.isArray(pair) && pair.length === 2);
}
