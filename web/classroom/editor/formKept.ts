import * as v from 'valibot';
import { warn } from '../../warn.ts';
import { FormSchema, type Form } from './form.ts';

/** Below the prefix of the tab's sessions, so that an erasure takes it along (sessionKept.ts). */
const PREFIX = 'steppe/session/assign/';

/** What is typed and not saved in the editor of an assignment, or (null) of a new one, of a class. */
export interface FormPlace {
  readonly classId: string;
  readonly assignment: string | null;
}

/** What this tab holds of an unsaved form; undefined without any. */
export function keptForm(at: FormPlace): Form | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(at)) ?? 'null');
    const result = v.safeParse(FormSchema, kept);
    return result.success ? result.output : undefined;
  } catch (error) {
    warn('The unsaved assignment could not be read.', error);
    return undefined;
  }
}

/** Keeps a form for a reload of the tab; null forgets it. */
export function keepForm(at: FormPlace, form: Form | null): void {
  try {
    if (form === null) sessionStorage.removeItem(nameOf(at));
    else sessionStorage.setItem(nameOf(at), JSON.stringify(form));
  } catch (error) {
    warn('What is typed could not be kept for a reload.', error);
  }
}

function nameOf({ classId, assignment }: FormPlace): string {
  return `${PREFIX}${classId}/${assignment ?? 'new'}`;
}
