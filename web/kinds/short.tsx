import type { ShortView } from '../../questions/kinds/short.ts';
import type { KindScreen } from '../kind.ts';
import { TypedField } from '../typed.tsx';

/** A typed name, term or date. */
export const short: KindScreen<ShortView, string> = {
  missing: 'Write an answer first.',
  start: () => '',
  isComplete: (_view, draft) => draft.trim() !== '',
  Fields({ view, draft, onDraft, headingId, problemId }) {
    const label = view.expects === 'date' ? 'Your answer, a date' : 'Your answer';
    return (
      <TypedField label={label} value={draft} onValue={onDraft} headingId={headingId} problemId={problemId} />
    );
  },
};
