import type { JudgeView } from '../../questions/kinds/judge.ts';
import type { MarksOf } from '../marked.ts';
import { Claim } from '../kinds/judge.tsx';
import { MarkedOptions } from '../markedOptions.tsx';

/** The claim and who could vouch for it, marked. */
export const judge: MarksOf<JudgeView> = (marks) => {
  return (
    <>
      <Claim text={marks.view.claim} />
      <MarkedOptions marks={marks} options={marks.view.options} />
    </>
  );
};
