import { useState } from 'preact/hooks';
import { KeepingNotice, Saved } from '../keeping.tsx';
import type { FrameLog } from './frameLog.ts';
import type { Place } from './framePlace.ts';
import { KeyPanel } from './keyPanel.tsx';

/** Whether answers are kept, in a word, and the way to the learner's key. */
export function Keeping({ place, log }: { place: Place; log: FrameLog }) {
  const [isOpen, setOpen] = useState(false);
  if (place.kind === 'nowhere') return <span class="saved">Not kept here, but in its own tab:</span>;
  return (
    <>
      <Saved />
      <button
        type="button"
        class="quiet-link"
        aria-expanded={isOpen}
        aria-controls="key-panel"
        onClick={() => setOpen(!isOpen)}
      >
        Your key
      </button>
      {isOpen && <KeyPanel place={place} log={log} />}
    </>
  );
}

/** What the learner should know about the keeping of answers, where they are kept at all. */
export function FrameNotice({ place }: { place: Place }) {
  return place.kind === 'nowhere' ? null : <KeepingNotice />;
}
