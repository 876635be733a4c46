import * as v from 'valibot';
import { ClassListSchema } from '../../../questions/classroom/api.ts';
import { nowMs } from '../../clock.ts';
import { warn } from '../../warn.ts';

/** A class in this person's list. */
export type ListedClass = v.InferOutput<typeof ClassListSchema>['classes'][number];

/** Below the prefix of the tab's sessions, so that an erasure takes it along (sessionKept.ts). */
const NAME = 'steppe/session/classes';
/** How long (in ms) the server's list may not show what was done here. */
const LATE_MS = 180_000;

const KeptSchema = v.array(
  v.object({
    atMs: v.number(),
    class: ClassListSchema.entries.classes.item.entries.class,
    /** As it is listed from now on; null was left or deleted. */
    listed: v.nullable(ClassListSchema.entries.classes.item),
  }),
);
type Kept = v.InferOutput<typeof KeptSchema>;

/** Keeps that a class was made, joined, or (null) left a moment ago. */
export function rememberClass(id: ListedClass['class'], listed: ListedClass | null): void {
  const kept: Kept = [...keptNow(), { atMs: nowMs(), class: id, listed }];
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept));
  } catch (error) {
    warn('The class will show once the server lists it.', error);
  }
}

/** The server's list with what this tab did a moment ago. */
export function withOwnClasses(listed: readonly ListedClass[]): readonly ListedClass[] {
  return keptNow().reduce<readonly ListedClass[]>((classes, change) => {
    const others = classes.filter((one) => one.class !== change.class);
    return change.listed === null ? others : [...others, change.listed];
  }, listed);
}

function keptNow(): Kept {
  try {
    const result = v.safeParse(KeptSchema, JSON.parse(sessionStorage.getItem(NAME) ?? '[]'));
    return result.success ? result.output.filter(({ atMs }) => atMs > nowMs() - LATE_MS) : [];
  } catch (error) {
    warn('The classes of this tab could not be read.', error);
    return [];
  }
}
