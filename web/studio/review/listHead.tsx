import type { Filter } from './listing.ts';
import type { Doing } from './questions.tsx';
import { Cap } from './reviewHead.tsx';

const FILTERS: readonly (readonly [filter: Filter, words: string])[] = [
  ['review', 'To review'],
  ['accepted', 'Accepted'],
  ['all', 'All'],
];

/** Which questions are listed, and in which order. */
export function ListHead({ doing }: { readonly doing: Doing }) {
  const { items, filter, order } = doing;
  const drafts = items.filter(({ isDraft }) => isDraft).length;
  const counts: Readonly<Record<Filter, number>> = {
    review: drafts,
    accepted: items.length - drafts,
    all: items.length,
  };
  return (
    <div class="review-list-head">
      <div role="group" aria-label="Which questions are listed">
        {FILTERS.map(([name, words]) => (
          <button
            key={name}
            type="button"
            class="quiet-link"
            aria-pressed={filter === name}
            onClick={() => doing.setFilter(name)}
          >
            {words} {counts[name]}
          </button>
        ))}
      </div>
      <button type="button" class="quiet-link" aria-pressed={order === 'document'} onClick={doing.turnOrder}>
        Document order <Cap of="D" />
      </button>
    </div>
  );
}
