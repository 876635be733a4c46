import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeckFile, Passage } from '../../../questions/deck.ts';
import { editDeck } from '../../../questions/edit/editDeck.ts';
import type { DeckEdit } from '../../../questions/edit/edit.ts';
import { Confirm } from '../../classroom/parts/confirm.tsx';
import type { Project } from '../openProject.ts';
import { asKind } from './editor/asKind.ts';
import { FactForm } from './editor/factForm.tsx';
import { KindFields } from './editor/kindFields.tsx';
import { KindField, MoreFields } from './editor/commonFields.tsx';
import { isSame, savingOf, startOf, type Edited, type EditorFields } from './editor/saving.ts';
import { TrialFindings } from './editor/trialFindings.tsx';

export interface QuestionEditorProps {
  readonly edited: Edited;
  readonly file: DeckFile;
  readonly project: Pick<Project, 'yaml' | 'document'>;
  /** A passage that was selected in the document while the editor was open; another object for each. */
  readonly picked: { readonly passage: Passage } | null;
  readonly onSave: (edits: readonly DeckEdit[], ref: string) => void;
  readonly onLeave: () => void;
}

const HEADINGS: Readonly<Record<Edited['type'], string>> = {
  question: 'Edit the question',
  another: 'Another question of this fact',
  fact: 'A new fact',
};

/** A question and its fact in a form fit for its kind. Enter saves, in a field of several lines with Ctrl; Escape leaves. */
export function QuestionEditor({ edited, file, project, picked, onSave, onLeave }: QuestionEditorProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const start = useMemo(() => startOf(edited), [edited]);
  const [fields, setFields] = useState<EditorFields>(start);
  const [isTried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const saving = useMemo(() => savingOf(edited, fields, file, true), [edited, fields, file]);
  const problems = isTried && !saving.ok ? saving : { question: {}, fact: {} };
  const isDraft = edited.type === 'question' && edited.item.isDraft;

  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  useLayoutEffect(() => {
    if (picked !== null) setFields((now) => ({ ...now, fact: { ...now.fact, passage: picked.passage } }));
  }, [picked]);

  const save = (accept: boolean) => {
    const made = savingOf(edited, fields, file, accept);
    if (made.ok) return onSave(made.edits, made.ref);
    setTried(true);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const leave = () => (isSame(fields, start) ? onLeave() : setLeaving(true));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      return leave();
    }
    if (event.key !== 'Enter' || !(event.target instanceof HTMLTextAreaElement)) return;
    const hasLines = event.target.dataset['lines'] !== undefined;
    if (event.shiftKey || (hasLines && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    save(true);
  };
  const proofs = useMemo(() => statementsOf(file), [file]);
  const setQuestion = (question: EditorFields['question']) => setFields({ ...fields, question });
  const trial = useMemo(
    () => (saving.ok ? editDeck(project.yaml, saving.edits) : null),
    [saving, project.yaml],
  );

  return (
    <form
      ref={form}
      class="review-editor"
      aria-labelledby={`${id}-heading`}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save(true);
      }}
    >
      <h2 id={`${id}-heading`}>{HEADINGS[edited.type]}</h2>
      <KindField
        id={id}
        kind={fields.question.kind}
        onKind={(kind) => setQuestion(asKind(fields.question, kind, fields.fact.statement))}
      />
      <KindFields
        id={id}
        fields={fields.question}
        problems={problems.question}
        onFields={setQuestion}
        proofs={proofs}
        language={file.language}
      />
      <MoreFields
        id={id}
        fields={fields.question}
        problems={problems.question}
        onFields={setQuestion}
        language={file.language}
      />
      <FactForm
        id={id}
        fields={fields.fact}
        problems={problems.fact}
        onFields={(fact) => setFields({ ...fields, fact })}
        language={file.language}
      />
      {saving.ok && trial !== null && (
        <TrialFindings yaml={trial} document={project.document} about={saving.ref} />
      )}
      {isLeaving ? (
        <Confirm
          title="Leave without saving?"
          words="Leave"
          isBusy={false}
          problem=""
          onDo={onLeave}
          onCancel={() => setLeaving(false)}
        >
          <p>What you typed here will be lost.</p>
        </Confirm>
      ) : (
        <div class="actions review-save">
          <button class="primary">
            {isDraft ? 'Save and accept' : 'Save'}
            <span class="by-key" aria-hidden="true">
              {' '}
              ⏎
            </span>
          </button>
          {isDraft && (
            <button type="button" class="quiet-link" onClick={() => save(false)}>
              Save as a draft
            </button>
          )}
          <button type="button" class="quiet-link" onClick={leave}>
            Leave
          </button>
        </div>
      )}
    </form>
  );
}

function statementsOf(file: DeckFile): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(file.facts).map(([id, { statement }]) => [id, statement]));
}
