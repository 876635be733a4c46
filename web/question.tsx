import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../questions/kind.ts';
import type { View } from '../questions/kinds.ts';
import type { Draft } from './kind.ts';
import { screenOf } from './kinds.ts';

export interface QuestionFormProps {
  readonly view: View;
  /** Another seed for every asking: it orders the options, and a new one empties the fields. */
  readonly seed: string;
  /** Why the answer could not be judged; another object for every such answer. */
  readonly unclear: { readonly words: string } | undefined;
  /** The answer with its marks, in the place of the fields; once it is there the question is done. */
  readonly marks: ComponentChildren;
  readonly onAnswer: (answer: Answer) => void;
  /** The quiet line above the prompt. */
  readonly kicker?: string;
  /** Further quiet links beside "I do not know", such as a hint. */
  readonly more?: ComponentChildren;
  /** While the answer is on its way to be graded. */
  readonly busy?: boolean;
  /** Whether a new question takes the focus; false where it must not be stolen, as in a frame. */
  readonly takesFocus?: boolean;
}

/**
 * One question: its fields and the way to answer it, or its marks. An unclear answer (`again`) leaves the fields open and says
 * why. Whoever shows the marks then moves the focus on to the next action.
 */
export function QuestionForm(props: QuestionFormProps) {
  return <Asking key={`${props.seed} ${JSON.stringify(props.view)}`} {...props} />;
}

function Asking({ view, seed, unclear, marks, onAnswer, kicker, more, busy, takesFocus }: QuestionFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const screen = screenOf(view);
  const [draft, setDraft] = useState<Draft>(() => screen.start(view, seed));
  const [early, setEarly] = useState(false);
  const [changedAfter, setChangedAfter] = useState<QuestionFormProps['unclear']>();

  const isComplete = screen.isComplete(view, draft);
  const isMarked = marks !== undefined;
  const missing = early && !isComplete ? screen.missing : undefined;
  const problem = unclear === undefined || unclear === changedAfter ? missing : unclear.words;

  // Before the next key can come: what is typed at once belongs to this question.
  useLayoutEffect(() => {
    if (takesFocus === true && !isMarked) focusFirst(form.current);
  }, []);
  useEffect(() => {
    if (unclear !== undefined) focusGap(form.current);
  }, [unclear]);

  // Of the button, which Enter in a field presses too: a sandbox that allows no forms keeps the form's own event away.
  const submit = (event: Event) => {
    event.preventDefault();
    if (isMarked || busy === true) return;
    setEarly(!isComplete);
    if (isComplete) onAnswer(screen.answerOf?.(draft) ?? draft);
    else focusGap(form.current);
  };
  const change = (next: Draft) => {
    setDraft(next);
    setChangedAfter(unclear);
  };
  const problemId = problem === undefined ? undefined : `${id}-problem`;

  return (
    <form
      ref={form}
      class="question"
      data-kind={view.kind}
      data-state={isMarked ? 'marked' : 'open'}
      onSubmit={submit}
      noValidate
    >
      {kicker !== undefined && <p class="kicker">{kicker}</p>}
      <h1 id={`${id}-prompt`} tabIndex={-1}>
        {view.prompt}
      </h1>
      {marks ?? (
        <>
          <screen.Fields
            view={view}
            seed={seed}
            draft={draft}
            headingId={`${id}-prompt`}
            problemId={problemId}
            onDraft={change}
          />
          <p class="problem" id={`${id}-problem`} role="alert">
            {problem}
          </p>
          <div class="actions">
            <CheckButton
              isComplete={isComplete}
              isBusy={busy === true}
              missing={screen.missing}
              id={`${id}-missing`}
              onPress={submit}
            />
            <button type="button" class="quiet-link" disabled={busy === true} onClick={() => onAnswer(null)}>
              I do not know
            </button>
            {more}
          </div>
        </>
      )}
    </form>
  );
}

/** Never silently dead: before the answer is complete it can be pressed, and then says what is missing. */
function CheckButton(props: {
  isComplete: boolean;
  isBusy: boolean;
  missing: string;
  id: string;
  onPress: (event: Event) => void;
}) {
  const { isComplete, isBusy, missing, id, onPress } = props;
  return (
    <>
      <button
        class="primary"
        onClick={onPress}
        aria-disabled={!isComplete || isBusy}
        {...(isComplete ? {} : { 'aria-describedby': id })}
      >
        {isBusy ? 'Checking …' : 'Check'}
        {!isBusy && (
          <span class="by-key" aria-hidden="true">
            {' '}
            ⏎
          </span>
        )}
      </button>
      {!isComplete && (
        <span id={id} hidden>
          {missing}
        </span>
      )}
    </>
  );
}

/** A new question: to its first text field where there is a keyboard, else to its heading, so that it is read out. */
export function focusFirst(form: HTMLFormElement | null): void {
  const hasKeyboard = matchMedia('(hover: hover)').matches;
  const field = hasKeyboard ? form?.querySelector<HTMLElement>('input.text, select') : null;
  (field ?? form?.querySelector('h1'))?.focus();
}

/** To the first field without a value, or else the first field. */
export function focusGap(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select') ?? [])];
  (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
}
