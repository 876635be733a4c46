import { useRef, useState } from 'preact/hooks';
import { learnerKeyForUse, type LearnerKey } from '../learnerKey.ts';
import { takeKey } from '../moving.ts';
import { codeOf, readCode } from '../recoveryCode.ts';
import { KEY_PATH } from '../routes.ts';
import { warn } from '../warn.ts';
import type { FrameLog } from './frameLog.ts';
import type { Place } from './framePlace.ts';

interface KeyPanelProps {
  readonly place: Place;
  readonly log: FrameLog;
}

/** The learner's key in a frame: seen on wish, replaced by the learner's own, or forgotten. */
export function KeyPanel({ place, log }: KeyPanelProps) {
  const [key, setKey] = useState<LearnerKey | null>(null);
  const [said, say] = useState('');
  const isHost = place.kind === 'host';
  const attempt = (work: () => Promise<void>) =>
    void log
      .start()
      .then(work)
      .catch((error: unknown) => {
        warn('The key could not be had or kept.', error);
        say('That did not work. Nothing has changed.');
      });
  const show = () => {
    if (key !== null) setKey(null);
    else attempt(async () => setKey(await learnerKeyForUse()));
  };
  const use = (own: LearnerKey) =>
    attempt(async () => {
      setKey(null);
      await (isHost ? takeKey(own, async () => undefined) : takeKey(own));
      say('Your key is used here now. What was saved under it comes here, and what is here goes there.');
    });
  return (
    <section id="key-panel" class="frame-key" aria-label="Your key">
      <p class="quiet">
        Your key is what your progress is kept under, and brings it to other devices.{' '}
        {isHost && 'It is kept by the page around this quiz, which can read it.'}
      </p>
      <div class="actions">
        <button type="button" class="plain" aria-expanded={key !== null} onClick={show}>
          {key === null ? 'Show my key' : 'Hide my key'}
        </button>
        {place.kind === 'host' ? (
          <Forget onForget={() => place.host.say({ type: 'forget' })} />
        ) : (
          <a class="quiet-link" href={KEY_PATH} rel="noopener">
            More about it <span aria-hidden="true">↗</span>
          </a>
        )}
      </div>
      {key !== null && <output class="code">{codeOf(key)}</output>}
      <OwnKey isHost={isHost} onUse={use} />
      <p class="quiet" role="status">
        {said}
      </p>
    </section>
  );
}

/** Asks once more before it forgets. */
function Forget({ onForget }: { onForget: () => void }) {
  const [isAsked, ask] = useState(false);
  return (
    <button type="button" class="quiet-link danger" onClick={isAsked ? onForget : () => ask(true)}>
      {isAsked ? 'Forget it: without a copy of the key the progress is lost' : 'Forget my key here'}
    </button>
  );
}

function OwnKey({ isHost, onUse }: { isHost: boolean; onUse: (key: LearnerKey) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { key, problem } = readCode(text);
  const submit = () => {
    setAsked(key === null);
    if (key === null) return field.current?.focus();
    setText('');
    onUse(key);
  };
  return (
    <>
      <div class="field">
        <label for="own-key">Use a key from another device</label>
        <textarea
          ref={field}
          id="own-key"
          class="text code"
          rows={2}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={isAsked}
          aria-describedby="own-key-means"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id="own-key-means" class="quiet" role="status">
          {isAsked ? problem : isHost && 'Only in a page that you trust: whoever made it can read the key.'}
        </p>
      </div>
      <div class="actions">
        <button type="button" class="plain" onClick={submit}>
          Use this key
        </button>
      </div>
    </>
  );
}
