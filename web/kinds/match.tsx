import { useId, useMemo } from 'preact/hooks';
import type { Pair } from '../../questions/kind.ts';
import type { MatchView } from '../../questions/kinds/match.ts';
import type { KindScreen } from '../kind.ts';
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
};

/** The right side that is chosen for a left one; empty while none is. */
export function rightOf(pairs: readonly Pair[], left: string): string {
  return pairs.find(([one]) => one === left)?.[1] ?? '';
}
