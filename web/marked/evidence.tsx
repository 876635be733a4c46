import type { EvidenceView } from '../../questions/kinds/evidence.ts';
import type { MarksOf } from '../marked.ts';
import { Claim } from '../kinds/judge.tsx';
import { MarkedOptions } from '../markedOptions.tsx';

/** The sentences, the one that says so marked. */
export const evidence: MarksOf<EvidenceView> = (marks) => {
  return (
    <>
      <Claim text={marks.view.claim} />
      <MarkedOptions marks={marks} options={marks.view.sentences} serif />
    </>
  );
};
