import { useMemo } from 'preact/hooks';
import type { ChoiceView } from '../../questions/kinds/choice.ts';
import type { KindScreen } from '../kind.ts';
import { Options } from '../options.tsx';
import { inShownOrder } from '../shuffle.ts';

/** One option of several. */
export const choice: KindScreen<ChoiceView, string> = {
  missing: 'Choose one option first.',
  start: () => '',
  isComplete: (_view, draft) => draft !== '',
  Fields({ view, seed, draft, onDraft, headingId }) {
    const options = useMemo(() => inShownOrder(view.options, seed), [view, seed]);
    return (
      <Options type="radio" options={options} chosen={[draft]} onPress={onDraft} headingId={headingId} />
    );
  },
};
