import type { ComponentChildren } from 'preact';
import type { Doing } from '../parts/doing.ts';

/** The fields with which somebody comes into a class, why it failed, and the button that does it. */
export function EntryForm(props: {
  readonly doing: Pick<Doing, 'isBusy' | 'problem'>;
  /** What the button does. */
  readonly words: string;
  readonly onDo: () => void;
  readonly children: ComponentChildren;
}) {
  const { isBusy, problem } = props.doing;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onDo();
      }}
    >
      {props.children}
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="actions">
        <button class="primary" aria-disabled={isBusy}>
          {isBusy ? 'One moment …' : props.words}
        </button>
        <a class="quiet-link" href="/classes">
          Your classes
        </a>
      </div>
    </form>
  );
}
