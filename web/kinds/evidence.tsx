import type { EvidenceView } from '../../questions/kinds/evidence.ts';
import type { KindScreen } from '../kind.ts';
import { MarkedOptions, Options } from '../options.tsx';
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
  Marks(marks) {
    return (
      <>
        <Claim text={marks.view.claim} />
        <MarkedOptions marks={marks} options={marks.view.sentences} serif />
      </>
    );
  },
};
