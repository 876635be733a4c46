import { useId } from 'preact/hooks';
import type { Anchored } from '../../../questions/reanchor/reanchor.ts';
import { changedWords, type Stretch } from './changedWords.ts';
import type { Decided } from './changing.ts';

interface SideBySideProps {
  readonly statement: string;
  /** The passage as it was. */
  readonly before: string;
  /** The new document. */
  readonly document: string;
  readonly anchored: Anchored;
  readonly decided: Decided | undefined;
  readonly onDecide: (decided: Decided) => void;
  /** Takes what is selected in the new document. */
  readonly onChoose: () => void;
}

const KICKERS: Readonly<Record<Anchored['as'], string>> = {
  same: 'The same',
  moved: 'Moved: learners keep what they know',
  reworded: 'Reworded: learners are asked once more',
  gone: 'Not found',
};

/** A passage as it was and as it is, to be confirmed, corrected or given up. */
export function SideBySide(props: SideBySideProps) {
  const { statement, before, document, anchored, decided, onDecide, onChoose } = props;
  const id = useId();
  const place =
    decided?.as === 'chosen' ? decided.place : anchored.as === 'gone' ? undefined : anchored.place;
  const after = place === undefined ? '' : document.slice(place.start, place.end);
  const [old, now] = changedWords(before, after);
  return (
    <article class="change-passage" aria-labelledby={id} data-decided={decided?.as}>
      <p class="kicker">{KICKERS[anchored.as]}</p>
      <h3 id={id}>{statement}</h3>
      <div class="change-sides">
        <figure>
          <figcaption>As it was</figcaption>
          <blockquote>
            <Changed stretches={old} as="del" />
          </blockquote>
        </figure>
        <figure>
          <figcaption>As it is</figcaption>
          <blockquote>
            {after === '' ? <span class="quiet">nothing like it</span> : <Changed stretches={now} as="ins" />}
          </blockquote>
        </figure>
      </div>
      <div class="actions">
        {anchored.as !== 'gone' && (
          <Choice
            words="That is it"
            isOn={decided?.as === 'found'}
            onChoose={() => onDecide({ as: 'found' })}
          />
        )}
        <Choice
          words={anchored.as === 'gone' ? 'It is gone' : 'No, it is gone'}
          isOn={decided?.as === 'gone'}
          onChoose={() => onDecide({ as: 'gone' })}
        />
        <Choice words="It is what I have selected" isOn={decided?.as === 'chosen'} onChoose={onChoose} />
      </div>
    </article>
  );
}

function Choice({ words, isOn, onChoose }: { words: string; isOn: boolean; onChoose: () => void }) {
  return (
    <button type="button" class="plain" aria-pressed={isOn} onClick={onChoose}>
      {words}
    </button>
  );
}

function Changed({ stretches, as: Tag }: { stretches: readonly Stretch[]; as: 'del' | 'ins' }) {
  return <>{stretches.map(({ text, isChanged }, at) => (isChanged ? <Tag key={at}>{text}</Tag> : text))}</>;
}
