import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { How } from '../../../questions/classroom/act.ts';
import {
  RepairEffectSchema,
  type Column,
  type RepairEffect,
} from '../../../questions/classroom/gradebook.ts';
import type { Answer } from '../../../questions/kind.ts';
import { askServer } from '../../askServer.ts';
import { useActing } from './acting.ts';
import { Effect } from './effect.tsx';
import { RepairFields } from './repairFields.tsx';
import { howOf, startOf, type RepairDraft } from './repairing.ts';
import type { KnownQuestion } from './testDeck.ts';
import type { GradingProps } from './testViews.tsx';

/** What a repair is about. */
export interface RepairProps extends Pick<GradingProps, 'classId' | 'assigned' | 'awaitChange'> {
  readonly column: Column;
  /** Undefined where the deck no longer has the question: its key cannot be changed then. */
  readonly known: KnownQuestion | undefined;
  /** An answer to begin with, as of a student who objects. */
  readonly answer?: Answer | undefined;
  /** After the repair was kept. */
  readonly onRepaired: (draft: RepairDraft) => void;
  readonly onClose: () => void;
}

/** How far a repair has come: its effect is shown first, and a second press makes it. */
type Step =
  | { readonly at: 'draft'; readonly problem: string | undefined }
  | { readonly at: 'asking' }
  | { readonly at: 'shown'; readonly how: How; readonly effect: RepairEffect };

/** Repairs a question: who gains and who loses is shown before anything is changed. */
export function Repair(props: RepairProps) {
  const { classId, assigned, column, known } = props;
  const id = useId();
  const [draft, setDraft] = useState(() => startOf(known?.view, props.answer));
  const [step, setStep] = useState<Step>({ at: 'draft', problem: undefined });
  const own = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => own.current?.querySelector('input')?.focus(), []);

  const change = (next: RepairDraft) => {
    setDraft(next);
    setStep({ at: 'draft', problem: undefined });
  };
  const show = async () => {
    const how = howOf(draft, known?.view);
    if ('missing' in how) return setStep({ at: 'draft', problem: how.missing });
    setStep({ at: 'asking' });
    const path = `/classes/${classId}/assignments/${assigned.id}/trials`;
    const said = await askServer('POST', path, RepairEffectSchema, { question: column.question, how });
    // What was changed while it was asked for has another effect.
    setStep((now) =>
      now.at !== 'asking'
        ? now
        : said.ok
          ? { at: 'shown', how, effect: said.value }
          : { at: 'draft', problem: problemWords(said) },
    );
  };
  return (
    <form
      ref={own}
      class="repair"
      aria-labelledby={`${id}-heading`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (step.at === 'draft') void show();
      }}
    >
      <h4 id={`${id}-heading`}>Repair this question</h4>
      <RepairFields
        column={column}
        known={known}
        draft={draft}
        onDraft={change}
        headingId={`${id}-heading`}
      />
      <p class="problem" role="alert">
        {step.at === 'draft' ? step.problem : undefined}
      </p>
      {step.at === 'shown' ? (
        <Shown {...props} {...step} draft={draft} />
      ) : (
        <div class="actions">
          <button class="primary" aria-disabled={step.at === 'asking'}>
            {step.at === 'asking' ? 'One moment …' : 'Show who gains and who loses'}
          </button>
          <button type="button" class="quiet-link" onClick={props.onClose}>
            Leave it as it is
          </button>
        </div>
      )}
    </form>
  );
}

function problemWords(said: {
  readonly why: string;
  readonly problems: readonly { readonly message: string }[];
}): string {
  return [said.why, ...said.problems.map(({ message }) => message)].join(' ');
}

/** The effect of a repair, and the way to make it. */
function Shown(props: RepairProps & { draft: RepairDraft; how: How; effect: RepairEffect }) {
  const { classId, assigned, column, draft, how, effect, awaitChange } = props;
  const { isBusy, problem, act } = useActing(classId);
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => own.current?.focus(), []);
  const repair = async () => {
    const { question } = column;
    const isKept = await act({ type: 'repair', assignment: assigned.id, question, how, words: draft.words });
    if (!isKept) return;
    const held = how.do === 'undo' ? null : how.do;
    awaitChange(({ columns }) => columns.some((one) => one.question === question && one.repair === held));
    props.onRepaired(draft);
  };
  return (
    <div ref={own} class="shown-effect" tabIndex={-1}>
      <Effect effect={effect} />
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void repair();
          }}
        >
          {isBusy ? 'Saving …' : how.do === 'undo' ? 'Take it back' : 'Repair'}
        </button>
        <button type="button" class="quiet-link" onClick={props.onClose}>
          Leave it as it is
        </button>
      </div>
    </div>
  );
}
