import type { EvidenceView } from '../../questions/kinds/evidence.ts';
import type { KindScreen } from '../kind.ts';
import { Options } from '../options.tsx';
import { Claim } from './judge.tsx';

/** "Show me where it says so": the sentences stand in the document's order, in its face. */
export const evidence: KindScreen<EvidenceView, string> = {
  missing: 'Choose one sentence first.',
  start: () => '',
  isComplete: (_view, draft) => draft !== '',
  Fields({ view, draft, onDraft, headingId }) {
    const chosen = [draft];
    return (
      <>
        <Claim text={view.claim} />
        <Options
          type="radio"
          options={view.sentences}
          chosen={chosen}
          onPress={onDraft}
          headingId={headingId}
          serif
        />
      </>
    );
  },
};
