import type { Stand } from './worked.ts';

/** One question in the list of all. */
export interface Listed {
  readonly stand: Stand;
  readonly flagged: boolean;
}

const WORDS: Readonly<Record<Stand, string>> = {
  open: 'not answered',
  begun: 'not complete',
  answered: 'answered',
};

/** All questions by number: which are answered, which are marked to come back to, and the way to each. */
export function QuestionList(props: {
  readonly all: readonly Listed[];
  readonly place: number;
  readonly onGo: (place: number) => void;
}) {
  const { all, place, onGo } = props;
  const answered = all.filter(({ stand }) => stand === 'answered').length;
  return (
    <nav class="test-list" aria-label="All questions">
      <p class="quiet">
        {answered} of {all.length} answered
      </p>
      <ol>
        {all.map(({ stand, flagged }, at) => (
          <li key={at}>
            <button
              type="button"
              class="test-number"
              data-stand={stand}
              data-flagged={flagged ? '' : undefined}
              {...(at === place ? { 'aria-current': 'step' as const } : {})}
              onClick={() => onGo(at)}
            >
              <span class="sr-only">Question </span>
              {at + 1}
              <span class="sr-only">
                , {WORDS[stand]}
                {flagged && ', to come back to'}
              </span>
              <span class="test-sign" aria-hidden="true">
                {stand === 'answered' ? '✓' : stand === 'begun' ? '…' : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p class="quiet test-legend" aria-hidden="true">
        ✓ answered · … not complete · a corner marks what you will come back to
      </p>
    </nav>
  );
}
