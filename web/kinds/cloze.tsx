import { Fragment } from 'preact';
import type { ClozeView } from '../../questions/kinds/cloze.ts';
import type { KindScreen, MarksProps } from '../kind.ts';
import { MarkWord } from '../marks.tsx';
import { TYPED, truthOf } from '../typed.tsx';

/** The least width of a blank in characters; what it shows may make it wider, its answer never. */
const BLANK_WIDTH = 9;

/** A sentence with blanks to fill in. */
export const cloze: KindScreen<ClozeView, readonly string[]> = {
  missing: 'Fill in every blank first.',
  start: (view) => view.shows.map(() => ''),
  isComplete: (_view, draft) => draft.every((text) => text.trim() !== ''),
  Fields({ view, draft, onDraft, problemId }) {
    const { shows } = view;
    return (
      <p class="cloze">
        {view.parts.map((part, at) => (
          <Fragment key={at}>
            {part}
            {at < shows.length && (
              <input
                {...TYPED}
                class="text blank"
                size={Math.max(BLANK_WIDTH, (shows[at] ?? '').length)}
                placeholder={shows[at] ?? ''}
                aria-label={`blank ${at + 1} of ${shows.length}, ${shows[at] ?? ''}`}
                aria-invalid={problemId !== undefined}
                {...(problemId === undefined ? {} : { 'aria-describedby': problemId })}
                value={draft[at] ?? ''}
                onInput={(event) =>
                  onDraft(shows.map((_, i) => (i === at ? event.currentTarget.value : (draft[i] ?? ''))))
                }
              />
            )}
          </Fragment>
        ))}
      </p>
    );
  },
  Marks(marks) {
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
  },
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
