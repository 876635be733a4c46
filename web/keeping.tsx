import { keptIn } from './journal.ts';
import { useObserved } from './observed.ts';
import { flushLeftOvers, saveState } from './sync.ts';
import { savedWords } from './words.ts';

/** Whether the learner's answers have reached the server, in a word. */
export function Saved() {
  const { waiting, refused } = useObserved(saveState);
  const kept = useObserved(keptIn);
  if (kept === 'page')
    return <span class="saved">not kept{waiting !== null && waiting > 0 && ` (${waiting})`}</span>;
  if (waiting === null) return <span class="saved" />;
  if (refused !== null) return <span class="saved">not accepted ({waiting})</span>;
  const means =
    waiting === 0 ? 'Everything is on the server.' : 'Kept on this device, not yet on the server.';
  return (
    <span class="saved" title={means}>
      {savedWords(waiting)}
    </span>
  );
}

/** What the learner should know about the keeping of answers; nothing where all is well. */
export function KeepingNotice() {
  const { waiting: counted, refused, failing } = useObserved(saveState);
  const waiting = counted ?? 0;
  const kept = useObserved(keptIn);
  if (kept === 'page') {
    return (
      <Notice text="This browser does not let us keep anything: what you do here is gone when you close this page." />
    );
  }
  if (refused !== null) {
    return (
      <Notice text={`The server did not accept some answers: ${refused} They stay on this device.`} retry />
    );
  }
  if (waiting > 0 && kept === 'page-until-sent') {
    return (
      <Notice
        text="This device has no room left. Please make some, and do not close this page before your answers are saved."
        retry
      />
    );
  }
  if (waiting > 0 && failing) {
    return (
      <Notice
        text={`${answers(waiting)} kept on this device, and will be sent as soon as the server can be reached.`}
        retry
      />
    );
  }
  return null;
}

function answers(count: number): string {
  return count === 1 ? 'One answer is' : `${count} answers are`;
}

function Notice({ text, retry }: { text: string; retry?: boolean }) {
  return (
    <p class="notice" role="status">
      {text}{' '}
      {retry === true && (
        <button type="button" class="quiet-link" onClick={() => void flushLeftOvers()}>
          Send now
        </button>
      )}
    </p>
  );
}
