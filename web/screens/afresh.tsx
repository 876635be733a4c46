import { useLayoutEffect, useId, useRef } from 'preact/hooks';
import type { HeldReset } from '../../questions/progress.ts';
import { momentText } from '../clock.ts';
import type { Starting, Subject } from '../starting.ts';
import { beforeStartWords, heldWords, startedWords, startWords, takenBackWords } from '../startingWords.ts';

/** What starts afresh, and how. */
export interface AfreshProps {
  readonly about: Subject;
  /** How many of its answers count; without any there is nothing to start afresh. */
  readonly answers: number;
  readonly starting: Starting;
  /** The id of the element that names the fact. */
  readonly namedBy?: string;
}

/** The way to start a fact or the deck afresh: what will happen is said first, in place, and afterwards what has. */
export function Afresh({ about, answers, starting, namedBy }: AfreshProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const isAsked = starting.step.at === 'asked' && starting.step.about === about && answers > 0;
  const cancel = () => {
    starting.cancel();
    opener.current?.focus();
  };
  return (
    <div class="afresh">
      {answers > 0 && (
        <button
          ref={opener}
          type="button"
          class="quiet-link"
          aria-expanded={isAsked}
          aria-describedby={namedBy}
          onClick={() => (isAsked ? cancel() : starting.ask(about))}
        >
          {startWords(about)}
        </button>
      )}
      {isAsked && (
        <Question
          text={beforeStartWords(about, answers)}
          onStart={() => starting.start(about)}
          onCancel={cancel}
        />
      )}
      <Done about={about} starting={starting} />
    </div>
  );
}

/** Has the focus itself, and before the next key can come, so that one still held down presses nothing. */
function Question(props: { text: string; onStart: () => void; onCancel: () => void }) {
  const own = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => own.current?.focus(), []);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) props.onCancel();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [props.onCancel]);
  return (
    <div ref={own} class="notice" role="group" aria-labelledby={id} tabIndex={-1}>
      <p id={id}>{props.text}</p>
      <div class="actions">
        <button type="button" class="plain" onClick={props.onStart}>
          Start afresh
        </button>
        <button type="button" class="quiet-link" onClick={props.onCancel}>
          Leave it as it is
        </button>
      </div>
    </div>
  );
}

/** Stands there before there is anything to say, as a status must to be heard. */
function Done({ about, starting: { step, takeBack } }: Pick<AfreshProps, 'about' | 'starting'>) {
  const own = useRef<HTMLDivElement>(null);
  const isMine = (step.at === 'started' || step.at === 'taken-back') && step.about === about;
  useLayoutEffect(() => {
    if (isMine) own.current?.focus();
  }, [step]);
  return (
    <div ref={own} class={isMine ? 'notice' : undefined} role="status" tabIndex={-1}>
      {isMine && step.at === 'started' && (
        <>
          {startedWords(about)} <TakeBack onTakeBack={() => takeBack(about, step.reset)} />
        </>
      )}
      {isMine && step.at === 'taken-back' && takenBackWords(about)}
    </div>
  );
}

/** One start afresh that holds, as a line of a history. */
export function StartedAfresh(props: { reset: HeldReset; starting: Starting; namedBy?: string }) {
  const { reset, starting, namedBy } = props;
  return (
    <>
      {heldWords(reset.fact, momentText(reset.atMs))}{' '}
      <TakeBack namedBy={namedBy} onTakeBack={() => starting.takeBack(reset.fact, reset.id)} />
    </>
  );
}

function TakeBack({ namedBy, onTakeBack }: { namedBy?: string | undefined; onTakeBack: () => void }) {
  return (
    <button type="button" class="quiet-link" aria-describedby={namedBy} onClick={onTakeBack}>
      Take it back
    </button>
  );
}
