import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { keptIn } from './journal.ts';
import { useObserved } from './observed.ts';
import { arrive, place } from './router.ts';
import { deckPath, KEY_PATH } from './routes.ts';
import type { Step } from './studySession.ts';
import { flushLeftOvers, saveState } from './sync.ts';
import { savedWords } from './words.ts';

/** What every screen gives its page. */
export interface PageProps {
  /** The page's name, once its content is there. */
  readonly name?: string;
  /** The deck it is about. */
  readonly deck?: { readonly id: string; readonly title: string };
  /** A session's steps. */
  readonly steps?: readonly Step[];
  /** The content is still on its way. */
  readonly loading?: boolean;
  /** The screen goes to its own place of the page. */
  readonly keepScroll?: boolean;
  readonly children?: ComponentChildren;
}

/** The frame of every screen: the top bar, and below it the screen's main part. */
export function Page({ name, deck, steps, loading, keepScroll, children }: PageProps) {
  useEffect(() => {
    if (name !== undefined) arrive(name === 'Steppe' ? name : `${name} · Steppe`, keepScroll);
  }, [name]);
  return (
    <div class="page">
      <header class="topbar">
        {deck === undefined ? (
          <a class="deck-title" href="/">
            Steppe
          </a>
        ) : (
          <a class="deck-title" href={deckPath(deck.id)}>
            {deck.title}
          </a>
        )}
        {steps !== undefined && <Steps steps={steps} />}
        {deck === undefined && <KeyLink />}
        <Saved />
      </header>
      {loading === true ? (
        <main class="main">
          <p class="loading" role="status">
            One moment …
          </p>
        </main>
      ) : (
        children
      )}
    </div>
  );
}

function KeyLink() {
  const isHere = useObserved(place).route.screen === 'key';
  return (
    <a class="quiet-link key-link" href={KEY_PATH} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      Your key
    </a>
  );
}

const STEP_WORDS: Readonly<Record<Step, string>> = {
  right: 'right',
  close: 'nearly right',
  partial: 'partly right',
  wrong: 'not right',
  now: 'this question',
  open: 'to come',
};

function Steps({ steps }: { steps: readonly Step[] }) {
  const done = steps.filter((step) => step !== 'open').length;
  return (
    <>
      <ol class="steps" aria-label="Questions of this session">
        {steps.map((step, at) => (
          <li key={at} class="step" data-state={step}>
            <span class="sr-only">{STEP_WORDS[step]}</span>
          </li>
        ))}
      </ol>
      <span class="count">
        {done} of {steps.length}
      </span>
    </>
  );
}

function Saved() {
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
