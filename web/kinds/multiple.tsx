import { useMemo } from 'preact/hooks';
import type { MultipleView } from '../../questions/kinds/multiple.ts';
import type { KindScreen } from '../kind.ts';
import { Options } from '../options.tsx';
import { inShownOrder } from '../shuffle.ts';

/** Every option that fits. */
export const multiple: KindScreen<MultipleView, readonly string[]> = {
  missing: 'Choose at least one option first.',
  start: () => [],
  isComplete: (_view, draft) => draft.length > 0,
  Fields({ view, seed, draft, onDraft, headingId }) {
    const options = useMemo(() => inShownOrder(view.options, seed), [view, seed]);
    const toggle = (option: string) =>
      onDraft(draft.includes(option) ? draft.filter((one) => one !== option) : [...draft, option]);
    return (
      <Options type="checkbox" options={options} chosen={draft} onPress={toggle} headingId={headingId} />
    );
  },
};
