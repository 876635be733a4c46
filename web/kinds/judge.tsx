import type { JudgeView } from '../../questions/kinds/judge.ts';
import type { KindScreen } from '../kind.ts';
import { Options } from '../options.tsx';
import { STANDING_MEANS } from '../standingWords.ts';

/** Who vouches for a claim; the options keep their order. */
export const judge: KindScreen<JudgeView, string> = {
  missing: 'Choose one option first.',
  start: () => '',
  isComplete: (_view, draft) => draft !== '',
  Fields({ view, draft, onDraft, headingId }) {
    return (
      <>
        <Claim text={view.claim} />
        <Options
          type="radio"
          options={view.options}
          chosen={[draft]}
          onPress={onDraft}
          headingId={headingId}
          label={(option) => <Label view={view} option={option} />}
        />
      </>
    );
  },
};

/** The claim that a question is about. */
export function Claim({ text }: { text: string }) {
  return (
    <blockquote class="claim">
      <p>{text}</p>
    </blockquote>
  );
}

function Label({ view, option }: { view: JudgeView; option: string }) {
  const standing = view.options.find((one) => one === option);
  return (
    <>
      {option} {standing && <span class="option-means">{STANDING_MEANS[standing]}</span>}
    </>
  );
}
