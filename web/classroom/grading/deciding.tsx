import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Column, KnownDispute, Mark } from '../../../questions/classroom/gradebook.ts';
import { useActing } from './acting.ts';
import { Repair } from './repair.tsx';
import type { KnownQuestion } from './testDeck.ts';
import type { GradingProps } from './testViews.tsx';

type Decision = 'repaired' | 'kept';

/** A dispute with what is known of its question. */
export interface DecidingProps extends GradingProps {
  readonly dispute: KnownDispute;
  readonly column: Column | undefined;
  readonly mark: Mark | undefined;
  readonly known: KnownQuestion | undefined;
  /** Once the decision is kept. */
  readonly onDecided: () => void;
}

const DECIDED: Readonly<Record<Decision, string>> = { repaired: 'Repaired', kept: 'Kept as it is' };

/** What became of a dispute, or the two ways to decide it: repair the question, or keep the mark with words for the student. */
export function Deciding(props: DecidingProps) {
  const { dispute, column } = props;
  const [open, setOpen] = useState<'repair' | Decision>();
  const own = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(undefined);
    own.current?.querySelector('button')?.focus();
  };
  const { decision } = dispute;
  if (decision !== null)
    return (
      <p class="notice">
        <strong>{DECIDED[decision.decision]}.</strong> {decision.words}
      </p>
    );
  const opener = (name: 'repair' | Decision, words: string, look: string) => (
    <button
      type="button"
      class={look}
      aria-expanded={open === name}
      onClick={() => setOpen(open === name ? undefined : name)}
    >
      {words}
    </button>
  );
  return (
    <div ref={own} class="deciding">
      <div class="actions">
        {column !== undefined && opener('repair', 'Repair the question', 'plain')}
        {opener('kept', 'Keep it as it is', 'plain')}
        {column !== undefined &&
          column.repair !== null &&
          opener('repaired', 'It is repaired already', 'quiet-link')}
      </div>
      {open === 'repair' && column !== undefined && <Repairing {...props} column={column} onClose={close} />}
      {(open === 'kept' || open === 'repaired') && (
        <Decide {...props} key={open} decision={open} words="" onClose={close} />
      )}
    </div>
  );
}

type OpenProps = DecidingProps & { readonly onClose: () => void };

/** A repair that begins with the student's answer; once it is kept the dispute is decided by it. */
function Repairing(props: OpenProps & { readonly column: Column }) {
  const [words, setWords] = useState<string>();
  const { dispute, mark, onClose } = props;
  if (words !== undefined) return <Decide {...props} decision="repaired" words={words} atOnce />;
  return (
    <Repair
      key={`${dispute.attempt} ${dispute.at}`}
      {...props}
      answer={mark?.answer}
      onRepaired={(draft) => setWords(draft.words)}
      onClose={onClose}
    />
  );
}

/** Says to the student what was decided. `atOnce` writes it without another press, and asks for one only where that failed. */
function Decide(props: OpenProps & { decision: Decision; words: string; atOnce?: boolean }) {
  const { classId, assigned, dispute, decision, atOnce, awaitChange, onClose } = props;
  const id = useId();
  const [words, setWords] = useState(props.words);
  const [isKept, setKept] = useState(false);
  const { isBusy, problem, act } = useActing(classId);
  const field = useRef<HTMLTextAreaElement>(null);
  const decide = async () => {
    const { member, attempt, at } = dispute;
    const isDone = await act({
      type: 'decide',
      assignment: assigned.id,
      member,
      attempt,
      at,
      decision,
      words,
    });
    if (!isDone) return;
    setKept(true);
    props.onDecided();
    awaitChange(({ disputes }) =>
      disputes.some((one) => one.attempt === attempt && one.at === at && one.decision?.decision === decision),
    );
  };
  useLayoutEffect(() => {
    if (atOnce === true) void decide();
    else field.current?.focus();
  }, []);
  if (isKept)
    return (
      <p class="notice" role="status">
        <strong>{DECIDED[decision]}.</strong> {words}
      </p>
    );
  return (
    <form
      class="decide"
      aria-label="Decide the dispute"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void decide();
      }}
    >
      <div class="field">
        <label for={`${id}-words`}>What {dispute.name} reads</label>
        <textarea
          ref={field}
          id={`${id}-words`}
          class="text"
          rows={2}
          maxLength={300}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="actions">
        <button class="primary" aria-disabled={isBusy}>
          {isBusy ? 'Saving …' : decision === 'kept' ? 'Keep the mark' : 'Say that it is repaired'}
        </button>
        <button type="button" class="quiet-link" onClick={onClose}>
          Not now
        </button>
      </div>
    </form>
  );
}
