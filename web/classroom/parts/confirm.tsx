import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface ConfirmProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ComponentChildren;
  /** The button that does it. */
  readonly words: string;
  readonly isBusy: boolean;
  readonly problem: string;
  /** It cannot be taken back. */
  readonly isGrave?: boolean;
  readonly onDo: () => void;
  readonly onCancel: () => void;
}

/** Says what will happen, and does it on a second press. Has the focus itself, so that a key still held down presses nothing. */
export function Confirm(props: ConfirmProps) {
  const { title, children, words, isBusy, problem, isGrave = false, onDo, onCancel } = props;
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => own.current?.focus(), []);
  return (
    <div
      ref={own}
      class={`class-confirm ${isGrave ? 'error' : 'notice'}`}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <h3 id={id}>{title}</h3>
      {children}
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="actions">
        <button
          type="button"
          class={`plain ${isGrave ? 'danger' : ''}`}
          aria-disabled={isBusy}
          onClick={onDo}
        >
          {isBusy ? 'One moment …' : words}
        </button>
        <button type="button" class="quiet-link" onClick={onCancel}>
          Leave it as it is
        </button>
      </div>
    </div>
  );
}
