import { useEffect, useRef, useState } from 'preact/hooks';
import { holdingsHere } from '../holdings.ts';
import { countWords } from '../keyWords.ts';
import { learnerKey, type LearnerKey } from '../learnerKey.ts';
import { keyFrom } from '../recoveryCode.ts';
import { TakenWords, useTaking } from './keyEntered.tsx';

/** A key that came with the address of the page: what it will do is said first, and one press does it. */
export function KeyLinked({ text, onClose }: { text: string; onClose: () => void }) {
  const own = useRef<HTMLElement>(null);
  useEffect(() => own.current?.focus(), []);
  const read = keyFrom(text);
  return (
    <section
      ref={own}
      class={`key-linked ${read.ok ? 'notice' : 'error'}`}
      tabIndex={-1}
      aria-labelledby="key-linked"
    >
      {read.ok ? (
        <Question linked={read.key} onTake={() => own.current?.focus()} onClose={onClose} />
      ) : (
        <Unreadable problem={read.problem} />
      )}
    </section>
  );
}

function Unreadable({ problem }: { problem: string }) {
  return (
    <>
      <h2 id="key-linked">The key in this link cannot be used</h2>
      <p>{problem} Please scan or copy the link once more, or type the key below.</p>
    </>
  );
}

interface QuestionProps {
  readonly linked: LearnerKey;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

function Question({ linked, onTake, onClose }: QuestionProps) {
  const { taken, take } = useTaking();
  const [here, setHere] = useState<{ readonly answers: number; readonly key: LearnerKey | null }>();
  useEffect(() => {
    void Promise.all([holdingsHere(), learnerKey()]).then(([{ answers }, key]) => setHere({ answers, key }));
  }, []);
  const press = () => {
    take(linked);
    onTake();
  };
  if (here?.key === linked && taken === 'no') {
    return (
      <>
        <h2 id="key-linked">This device uses this key already</h2>
        <p>There is nothing to do.</p>
        <Close onClose={onClose} />
      </>
    );
  }
  return (
    <>
      <h2 id="key-linked">{taken === 'no' ? 'Use this key on this device?' : 'A key from another device'}</h2>
      {taken === 'no' && (
        <>
          <p>
            What was saved under this key comes to this device. {addedWords(here?.answers ?? 0)} Nothing is
            overwritten.
          </p>
          <div class="actions">
            <button type="button" class="primary" onClick={press}>
              Use this key
            </button>
            <button type="button" class="quiet-link" onClick={onClose}>
              Leave it as it is
            </button>
          </div>
        </>
      )}
      <TakenWords taken={taken} />
      {taken !== 'no' && taken !== 'taking' && <Close onClose={onClose} />}
    </>
  );
}

function addedWords(answers: number): string {
  if (answers === 0) return 'There are no answers here yet.';
  if (answers === 1) return 'The one answer that is here is added to it.';
  return `The ${countWords(answers, 'answer')} that are here are added to it.`;
}

function Close({ onClose }: { onClose: () => void }) {
  return (
    <div class="actions">
      <button type="button" class="quiet-link" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
