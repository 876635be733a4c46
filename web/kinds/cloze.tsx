import { Fragment } from 'preact';
import type { ClozeView } from '../../questions/kinds/cloze.ts';
import type { KindScreen } from '../kind.ts';
import { TYPED } from '../typed.tsx';

/** The least width of a blank in characters; what it shows may make it wider, its answer never. */
const BLANK_WIDTH = 9;

/** A sentence with blanks to fill in. */
export const cloze: KindScreen<ClozeView, readonly string[]> = {
  missing: 'Fill in every blank first.',
  start: (view) => view.shows.map(() => ''),
  isComplete: (_view, draft) => draft.every((text) => text.trim() !== ''),
  Fields({ view, draft, onDraft, problemId }) {
    const { shows } = view;
    return (
      <p class="cloze">
        {view.parts.map((part, at) => (
          <Fragment key={at}>
            {part}
            {at < shows.length && (
              <input
                {...TYPED}
                class="text blank"
                size={Math.max(BLANK_WIDTH, (shows[at] ?? '').length)}
                placeholder={shows[at] ?? ''}
                aria-label={`blank ${at + 1} of ${shows.length}, ${shows[at] ?? ''}`}
                aria-invalid={problemId !== undefined}
                {...(problemId === undefined ? {} : { 'aria-describedby': problemId })}
                value={draft[at] ?? ''}
                onInput={(event) =>
                  onDraft(shows.map((_, i) => (i === at ? event.currentTarget.value : (draft[i] ?? ''))))
                }
              />
            )}
          </Fragment>
        ))}
      </p>
    );
  },
};
