import { useLayoutEffect, useRef } from 'preact/hooks';
import { useObserved } from '../../observed.ts';
import { keysOff, turnKeys } from './keysOff.ts';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['J or ↓', 'The next question'],
  ['K or ↑', 'The one before'],
  ['A', 'Accept'],
  ['E', 'Edit'],
  ['R or X', 'Reject'],
  ['U', 'Undo the last change'],
  ['T', 'Try it as a learner will see it'],
  ['N', 'Make a fact of the text that you selected'],
  ['D', 'The document’s order, or the best first'],
  ['G', 'The glossary, and back'],
  ['Enter', 'In the editor: save'],
  ['Ctrl Enter', 'In the editor: save from a longer text'],
  ['Esc', 'In the editor: leave it'],
  ['?', 'This list'],
];

/** The keys of the review, and the way to turn the single letters off. */
export function Legend({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOff = useObserved(keysOff);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="review-keys" onClose={onClose}>
      <h2 id="review-keys">Keys</h2>
      <dl class="rows">
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="review-switch">
        <input
          type="checkbox"
          checked={!isOff}
          onChange={(event) => turnKeys(!event.currentTarget.checked)}
        />
        Single letters are keys
      </label>
      <button type="button" class="plain" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
