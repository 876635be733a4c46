import { useRef, useState } from 'preact/hooks';
import { learnerKey, type LearnerKey } from '../learnerKey.ts';
import { takeKey } from '../moving.ts';
import { readCode, type GroupState } from '../recoveryCode.ts';
import type { Step } from '../studySession.ts';
import { warn } from '../warn.ts';

/** What became of a press on "Use this key". */
type Taken = 'no' | 'taking' | 'first' | 'taken' | 'same' | 'failed';

const TAKEN_WORDS: Readonly<Record<Exclude<Taken, 'no'>, string>> = {
  taking: 'One moment …',
  first: 'This device uses that key now. What was saved under it comes here, and what is here goes there.',
  taken:
    'This device uses that key now. What was saved under it comes here, and what is here goes there. Other devices with the former key do not follow by themselves.',
  same: 'This device uses that key already.',
  failed: 'The key could not be kept on this device. Nothing has changed.',
};

const STEPS: Readonly<Record<GroupState, Step>> = { open: 'open', fits: 'right', wrong: 'wrong' };

/** Takes a key, and tells how it went. */
export function useTaking(): {
  readonly taken: Taken;
  readonly take: (key: LearnerKey) => void;
  readonly forget: () => void;
} {
  const [taken, setTaken] = useState<Taken>('no');
  const take = async (key: LearnerKey) => {
    setTaken('taking');
    const before = await learnerKey();
    if (before === key) return setTaken('same');
    await takeKey(key);
    setTaken(before === null ? 'first' : 'taken');
  };
  return {
    taken,
    forget: () => setTaken('no'),
    take: (key) =>
      void take(key).catch((error: unknown) => {
        warn('The key could not be taken.', error);
        setTaken('failed');
      }),
  };
}

/** What became of it, in words. */
export function TakenWords({ taken }: { taken: Taken }) {
  return (
    <p class={taken === 'no' ? undefined : 'notice'} role="status">
      {taken !== 'no' && TAKEN_WORDS[taken]}
    </p>
  );
}

/** A field for a key from another device, checked group by group while it is typed. */
export function KeyEntered() {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { taken, take, forget } = useTaking();
  const { groups, key, problem, isUnfinished } = readCode(text);
  const isWrong = problem !== null && text !== '' && (isAsked || !isUnfinished);
  const submit = () => {
    setAsked(true);
    if (key === null) return field.current?.focus();
    setText('');
    setAsked(false);
    take(key);
  };
  return (
    <section class="key-part" aria-labelledby="key-entered">
      <h2 id="key-entered">Use a key from another device</h2>
      <p class="quiet" id="key-means">
        What was saved under it comes to this device, and what is here is added to it. Nothing is overwritten.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div class="field">
          <label for="key-text">The key, or a link with it</label>
          <textarea
            ref={field}
            id="key-text"
            class="text code"
            rows={2}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby="key-means key-problem"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              forget();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault();
              submit();
            }}
          />
          <Reading groups={groups} words={wordsOf(text, key, problem, isAsked)} isWrong={isWrong} />
        </div>
        <div class="actions">
          <button class="plain">Use this key</button>
        </div>
      </form>
      <TakenWords taken={taken} />
    </section>
  );
}

function wordsOf(text: string, key: LearnerKey | null, problem: string | null, isAsked: boolean): string {
  if (text.trim() === '') return isAsked ? 'Please type or paste the key first.' : '';
  return key === null ? (problem ?? '') : 'All 8 groups fit.';
}

function Reading(props: { groups: readonly GroupState[]; words: string; isWrong: boolean }) {
  return (
    <div class="key-reading">
      <ol class="steps" aria-hidden="true">
        {props.groups.map((state, at) => (
          <li key={at} class="step" data-state={STEPS[state]} />
        ))}
      </ol>
      <span id="key-problem" class="quiet" role="status" data-wrong={props.isWrong ? '' : undefined}>
        {props.words}
      </span>
    </div>
  );
}
