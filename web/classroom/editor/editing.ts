import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { AssignmentIdSchema } from '../../../questions/classroom/ids.ts';
import type { Settings } from '../../../questions/classroom/assignment.ts';
import type { Assigned } from '../../../questions/classroom/state.ts';
import { newSeed } from '../../chance.ts';
import { classPath } from '../../routes.ts';
import { newActId, serverNowMs, writeAct } from '../ownActs.ts';
import { useDoing, type Doing } from '../parts/doing.ts';
import { formOf, newForm, type Form } from './form.ts';
import { keepForm, keptForm, type FormPlace } from './formKept.ts';
import { FIELDS, readForm, type Field, type Problems } from './readForm.ts';

/** An assignment being edited. */
export interface Editing {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  /** What is wrong, once saving was tried. */
  readonly problems: Problems;
  readonly doing: Doing;
  /** Whether the fields hold what an earlier visit left unsaved. */
  readonly isRestored: boolean;
  /** Puts the fields back to what was saved, or to a new assignment. */
  readonly discard: () => void;
  /** The settings, where nothing is wrong with them; else says what is. */
  readonly read: () => Settings | undefined;
  /** Saves what is typed; says whether the server has it. */
  readonly save: (state: Assigned['state'] | 'withdrawn') => Promise<boolean>;
}

/** Holds what is typed, in the tab's storage until it is saved. */
export function useEditing(classId: string, assigned: Assigned | undefined): Editing {
  const at = useRef<FormPlace>({ classId, assignment: assigned?.id ?? null });
  const [kept] = useState(() => keptForm(at.current));
  const [isRestored, setRestored] = useState(kept !== undefined);
  const [form, setForm] = useState<Form>(() => kept ?? startOf(assigned));
  const [isTried, setTried] = useState(false);
  const isTyped = useRef(false);
  const doing = useDoing();
  // Before the next paint: a page that is left right after a key press has kept it.
  useLayoutEffect(() => {
    if (isTyped.current) keepForm(at.current, form);
  }, [form]);

  const read = readForm(form);
  const problems = isTried && !read.ok ? read.problems : {};
  const tryToRead = () => {
    setTried(!read.ok);
    if (read.ok) return read.settings;
    focusField(FIELDS.find((field) => read.problems[field] !== undefined));
    return undefined;
  };
  const save = async (state: Assigned['state'] | 'withdrawn') => {
    const settings = tryToRead();
    if (settings === undefined) return false;
    const { assignment } = form;
    const said = await doing.run(() => writeAct(classId, { type: 'assign', assignment, state, settings }));
    if (said?.ok !== true) return false;
    keepForm(at.current, null);
    isTyped.current = false;
    setRestored(false);
    at.current = { classId, assignment };
    // A reload finds what was saved.
    if (state === 'draft')
      history.replaceState(history.state, '', classPath(classId, `assign/${assignment}`));
    return true;
  };
  return {
    form,
    problems,
    doing,
    isRestored,
    save,
    read: tryToRead,
    change: (part) => {
      isTyped.current = true;
      setForm((before) => ({ ...before, ...part }));
    },
    discard: () => {
      keepForm(at.current, null);
      isTyped.current = false;
      setRestored(false);
      setTried(false);
      setForm(startOf(assigned));
    },
  };
}

function startOf(assigned: Assigned | undefined): Form {
  if (assigned !== undefined) return formOf(assigned.id, assigned.settings, newSeed());
  return newForm(v.parse(AssignmentIdSchema, newActId()), newSeed(), serverNowMs());
}

/** The id of the element that a field's problem belongs to. */
export function fieldId(field: Field): string {
  return `assign-${field}`;
}

function focusField(field: Field | undefined): void {
  if (field === undefined) return;
  // Once the problem stands there, so that it is read out with the field.
  requestAnimationFrame(() => {
    const element = document.getElementById(fieldId(field));
    element?.focus();
    element?.scrollIntoView({ block: 'center' });
  });
}
