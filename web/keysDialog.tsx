import { useEffect, useRef } from 'preact/hooks';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['Enter', 'Check the answer, then go on'],
  ['1 to 9', 'Choose an option'],
  ['h', 'Show a hint'],
  ['u', 'Undo the answer and be asked again'],
  ['Esc', 'Close this list'],
];

/** The keys of a session, shown while it is mounted. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-heading" onClose={onClose}>
      <h2 id="keys-heading">Keys</h2>
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
      <button type="button" class="plain" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
