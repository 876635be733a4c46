import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../questions/kind.ts';
import type { View } from '../../../questions/kinds.ts';
import { screenOf } from '../../kinds.ts';
import { focusFirst, focusGap } from '../../question.tsx';
import { standOf, type Worked } from './worked.ts';

/** One question of a test: the fields of its kind, which keep what is in them, or its marks. */
export function TestQuestion(props: {
  readonly view: View;
  readonly seed: string;
  readonly worked: Worked;
  readonly kicker: string;
  /** With feedback at once: an answer has to be complete, and is given for good. */
  readonly isForGood: boolean;
  /** The answer is on its way, or given: the fields are closed. */
  readonly isClosed: boolean;
  /** The answer with its marks, in the place of the fields. */
  readonly marks?: ComponentChildren;
  /** Why an answer could not be judged; another object every time. */
  readonly unclear: { readonly words: string } | null;
  /** What the one primary action does, in words. */
  readonly primary: string;
  readonly onDraft: (draft: Answer) => void;
  readonly onPrimary: () => void;
  readonly onUnknown: () => void;
  /** Further quiet actions. */
  readonly more: ComponentChildren;
}) {
  const { view, seed, worked, isForGood, isClosed, marks, unclear, onDraft } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [early, setEarly] = useState(false);
  const screen = screenOf(view);
  const stand = standOf(view, worked);
  const draft = worked.draft ?? screen.start(view, seed);
  const isMarked = marks !== undefined;
  const problem = unclear?.words ?? (early && stand !== 'answered' ? screen.missing : undefined);
  const problemId = problem === undefined ? undefined : `${id}-problem`;

  useQuestionFocus(form, unclear, isMarked);

  const submit = (event: Event) => {
    event.preventDefault();
    if (isClosed && !isMarked) return;
    const isEarly = isForGood && !isMarked && stand !== 'answered';
    setEarly(isEarly);
    if (isEarly) focusGap(form.current);
    else props.onPrimary();
  };
  return (
    <form
      ref={form}
      class="question"
      data-kind={view.kind}
      data-state={isMarked ? 'marked' : 'open'}
      onSubmit={submit}
      noValidate
    >
      <p class="kicker">{props.kicker}</p>
      <h1 id={`${id}-prompt`} tabIndex={-1}>
        {view.prompt}
      </h1>
      {marks ?? (
        <fieldset class="test-fields" disabled={isClosed}>
          <screen.Fields
            view={view}
            seed={seed}
            draft={draft}
            headingId={`${id}-prompt`}
            problemId={problemId}
            onDraft={onDraft}
          />
        </fieldset>
      )}
      {worked.draft === null && !isMarked && (
        <p class="quiet">You said that you do not know. An answer here takes its place.</p>
      )}
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <div class="actions">
        <Primary words={props.primary} isIdle={isClosed && !isMarked} />
        {!isMarked && !isClosed && (
          <>
            {worked.draft === undefined && screen.isComplete(view, draft) && view.kind === 'order' && (
              <button type="button" class="quiet-link" onClick={() => onDraft(draft)}>
                It is right as it stands
              </button>
            )}
            {worked.draft !== null && (
              <button type="button" class="quiet-link" onClick={props.onUnknown}>
                I do not know
              </button>
            )}
          </>
        )}
        {props.more}
      </div>
    </form>
  );
}

function Primary({ words, isIdle }: { words: string; isIdle: boolean }) {
  return (
    <button class="primary" aria-disabled={isIdle}>
      {words}
      <span class="by-key" aria-hidden="true">
        {' '}
        ⏎
      </span>
    </button>
  );
}

/** Moves the focus with the question: to its fields, to what is open in an unclear answer, and on once it is marked. */
function useQuestionFocus(
  form: { readonly current: HTMLFormElement | null },
  unclear: { readonly words: string } | null,
  isMarked: boolean,
): void {
  // Before the next key can come: what is typed at once belongs to this question.
  useLayoutEffect(() => {
    if (isMarked) form.current?.querySelector('h1')?.focus();
    else focusFirst(form.current);
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    if (unclear !== null) focusGap(form.current);
  }, [unclear]);
  // The fields that had the focus are gone once the answer is marked.
  const wasMarked = useRef(isMarked);
  useEffect(() => {
    if (isMarked && !wasMarked.current) form.current?.querySelector<HTMLElement>('.primary')?.focus();
    wasMarked.current = isMarked;
  }, [isMarked]);
}
