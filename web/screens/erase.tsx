import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classesHeld, classesLostWords, type HeldClasses } from '../classroom/own/heldClasses.ts';
import { eraseEverything, onServer } from '../erasing.ts';
import { holdingsHere, segmentsOnServer, type Holdings } from '../holdings.ts';
import { erasedHereWords, erasedThereWords, eraseWords } from '../keyWords.ts';
import { useObserved } from '../observed.ts';
import { warn } from '../warn.ts';

/** How far an erasure has come. */
type Erase =
  | { readonly state: 'rest' | 'nothing' | 'erasing' | 'erased' | 'failed' }
  | {
      readonly state: 'asked';
      readonly here: Holdings;
      readonly segments: number | null | undefined;
      readonly classes: HeldClasses | null | undefined;
    };

/** Erases everything: what will be removed is shown first, and a second press does it. */
export function ErasePart() {
  const [at, setAt] = useState<Erase>({ state: 'rest' });
  const opener = useRef<HTMLButtonElement>(null);
  const ask = async () => {
    const here = await holdingsHere();
    if (here.answers + here.keys + here.projects === 0) return setAt({ state: 'nothing' });
    setAt({ state: 'asked', here, segments: undefined, classes: undefined });
    const told = (part: Partial<Erase & { state: 'asked' }>) =>
      setAt((now) => (now.state === 'asked' ? { ...now, ...part } : now));
    await Promise.all([
      segmentsOnServer().then((segments) => told({ segments })),
      classesHeld().then((classes) => told({ classes })),
    ]);
  };
  const erase = async () => {
    setAt({ state: 'erasing' });
    await eraseEverything();
    setAt({ state: 'erased' });
  };
  const orFail = (work: Promise<void>) =>
    void work.catch((error: unknown) => {
      warn('Not everything could be erased.', error);
      setAt({ state: 'failed' });
    });
  const cancel = () => {
    setAt({ state: 'rest' });
    opener.current?.focus();
  };
  return (
    <section class="key-part" aria-labelledby="key-erase">
      <h2 id="key-erase">Erase everything</h2>
      <p class="quiet">On this device and on the server. What will be removed is shown first.</p>
      <div class="actions">
        <button
          ref={opener}
          type="button"
          class="quiet-link danger"
          aria-expanded={at.state === 'asked'}
          onClick={() => (at.state === 'asked' ? cancel() : orFail(ask()))}
        >
          Erase everything …
        </button>
      </div>
      {at.state === 'asked' && <Question {...at} onErase={() => orFail(erase())} onCancel={cancel} />}
      <Told state={at.state} />
    </section>
  );
}

interface QuestionProps {
  readonly here: Holdings;
  readonly segments: number | null | undefined;
  readonly classes: HeldClasses | null | undefined;
  readonly onErase: () => void;
  readonly onCancel: () => void;
}

/** Has the focus itself, so that a key still held down presses nothing. */
function Question({ here, segments, classes, onErase, onCancel }: QuestionProps) {
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => own.current?.focus(), []);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onCancel]);
  return (
    <div ref={own} class="error key-question" role="group" aria-labelledby="erase-heading" tabIndex={-1}>
      <h3 id="erase-heading">What will be removed</h3>
      <dl class="key-facts">
        <div>
          <dt>On this device</dt>
          <dd>{erasedHereWords(here)}</dd>
        </div>
        <div>
          <dt>On the server</dt>
          <dd>{erasedThereWords(here, segments)}</dd>
        </div>
        <div>
          <dt>Your classes</dt>
          <dd>{classesLostWords(classes)}</dd>
        </div>
        <div>
          <dt>What stays</dt>
          <dd>
            Other devices keep their own copy and would go on under the old key. Exported files stay where
            they are. Decks that you have published stay too, and nobody can change them without the key: take
            them back in the studio first.
          </dd>
        </div>
      </dl>
      <p>Nobody can bring it back.</p>
      <div class="actions">
        <button type="button" class="plain danger" onClick={onErase}>
          {eraseWords(here)}
        </button>
        <button type="button" class="quiet-link" onClick={onCancel}>
          Leave it as it is
        </button>
      </div>
    </div>
  );
}

const SERVER_WORDS = {
  nothing: null,
  waiting: 'Will be removed on the server as soon as it can be reached.',
  checking: 'Removed on the server. In a minute or two we look once more, to be sure.',
  done: 'Removed on the server.',
} as const;

/** Stands there before there is anything to say, as a status must to be heard. Also of an erasure that an earlier page began. */
function Told({ state }: { state: Erase['state'] }) {
  const own = useRef<HTMLDivElement>(null);
  const there = SERVER_WORDS[useObserved(onServer)];
  useLayoutEffect(() => {
    if (state === 'erased') own.current?.focus();
  }, [state]);
  const words = wordsOf(state);
  const isSaid = words !== null || there !== null;
  return (
    <div ref={own} class={isSaid ? 'notice' : undefined} role="status" tabIndex={-1}>
      {words !== null && <p>{words}</p>}
      {there !== null && <p>{there}</p>}
    </div>
  );
}

function wordsOf(state: Erase['state']): string | null {
  switch (state) {
    case 'erasing':
      return 'One moment …';
    case 'erased':
      return 'Erased on this device. New answers will have a new key.';
    case 'failed':
      return 'Not everything could be erased on this device. Please try again.';
    case 'nothing':
      return 'There is nothing to erase.';
    case 'rest':
    case 'asked':
      return null;
  }
}
