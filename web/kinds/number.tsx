import type { NumberView } from '../../questions/kinds/number.ts';
import type { KindScreen } from '../kind.ts';
import { TypedField } from '../typed.tsx';

/** A typed number, its unit beside it. */
export const number: KindScreen<NumberView, string> = {
  missing: 'Write a number first.',
  start: () => '',
  isComplete: (_view, draft) => draft.trim() !== '',
  Fields({ view, draft, onDraft, headingId, problemId }) {
    return (
      <TypedField
        label="Your answer, a number"
        value={draft}
        onValue={onDraft}
        headingId={headingId}
        problemId={problemId}
        unit={view.unit}
        decimal
      />
    );
  },
};
