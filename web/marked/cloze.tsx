import { Fragment } from 'preact';
import type { ClozeView } from '../../questions/kinds/cloze.ts';
import type { MarksOf, MarksProps } from '../marked.ts';
import { truthOf } from '../markedTyped.tsx';
import { MarkWord } from '../marks.tsx';

/** The sentence with its blanks filled. */
export const cloze: MarksOf<ClozeView> = (marks) => {
  const { view } = marks;
  return (
    <p class="cloze">
      {view.parts.map((part, at) => (
        <Fragment key={at}>
          {part}
          {at < view.shows.length && <FilledBlank marks={marks} at={at} />}
        </Fragment>
      ))}
    </p>
  );
};

/** What was given, struck out where it is not right, and what is right. */
function FilledBlank({ marks, at }: { marks: MarksProps<ClozeView>; at: number }) {
  const { given, verdict, told } = marks;
  const mine = Array.isArray(given) ? String(given[at] ?? '') : '';
  const truth = truthOf(verdict.items?.[at]?.outcome ?? verdict.outcome);
  const key = told.solution[at] ?? '';
  if (truth === 'right') return <Filled text={mine} truth="right" yours />;
  return (
    <>
      {mine !== '' && <Filled text={mine} truth={truth} yours />}{' '}
      <Filled text={key} truth="right" yours={false} />
    </>
  );
}

function Filled({
  text,
  truth,
  yours,
}: {
  text: string;
  truth: 'right' | 'close' | 'wrong';
  yours: boolean;
}) {
  return (
    <span class="filled" data-mark={truth}>
      {truth === 'right' ? <b>{text}</b> : <del>{text}</del>} <MarkWord truth={truth} yours={yours} />
    </span>
  );
}
