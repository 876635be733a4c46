import * as v from 'valibot';
import { observed } from '../../observed.ts';
import { warn } from '../../warn.ts';
import { NOTHING, OwnSchema, type Own } from './ownRecord.ts';

/** Below the prefix of the tab's sessions, so that an erasure takes it along (sessionKept.ts). */
const PREFIX = 'steppe/session/class/';

/** What session storage does not take lives as long as the page. */
const ofPage = new Map<string, Own>();

/** Counts the changes, for screens that follow them. */
export const ownChanges = observed(0);

/** What this tab did to a class, also what is long listed. */
export function ownOf(classId: string): Own {
  const known = ofPage.get(classId);
  if (known !== undefined) return known;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + classId) ?? 'null');
    const result = v.safeParse(OwnSchema, kept);
    return result.success ? result.output : NOTHING;
  } catch (error) {
    warn('What was done to the class could not be read.', error);
    return NOTHING;
  }
}

/** Keeps what this tab did to a class. */
export function keepOwn(classId: string, own: Own): void {
  ofPage.set(classId, own);
  try {
    sessionStorage.setItem(PREFIX + classId, JSON.stringify(own));
  } catch (error) {
    warn('What was done to the class is kept for this page alone.', error);
  }
  ownChanges.set(ownChanges.get() + 1);
}
