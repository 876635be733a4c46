import type { Test } from './assignment.ts';
import type { Assigned, Student } from './state.ts';
import { GRACE_MS, LATE_SIGHT_MS, lastCloseOf } from './window.ts';

/** How much of an attempt may be told: all, what was answered, nothing yet, or nothing ever. */
export type Telling = 'all' | 'answered' | 'not-yet' | 'never';

/** The attempt that is asked about; `submittedAtMs` is null while it was not handed in (in time). */
export interface Ended {
  readonly endsAtMs: number;
  readonly submittedAtMs: number | null;
}

/**
 * How much of an attempt may be told now. An attempt is over only once no answer of it can count any more: handed in, or
 * ended and the grace past.
 */
export function tellingOf(
  assigned: Assigned & { readonly settings: Test },
  students: readonly Student[],
  { endsAtMs, submittedAtMs }: Ended,
  nowMs: number,
): Telling {
  const { feedback } = assigned.settings;
  if (feedback === 'never') return 'never';
  const isOver = submittedAtMs !== null || nowMs > endsAtMs + GRACE_MS;
  if (feedback === 'at-once') return isOver ? 'all' : 'answered';
  if (feedback === 'at-end') return isOver ? 'all' : 'not-yet';
  return nowMs >= tellsAllFromMs(assigned, students) ? 'all' : 'not-yet';
}

/**
 * From when results are told after the close (ms since 1970): the latest close of anyone, its grace, and the time in which
 * more of it may have been given unseen.
 */
export function tellsAllFromMs(assigned: Assigned, students: readonly Student[]): number {
  return lastCloseOf(assigned, students) + GRACE_MS + LATE_SIGHT_MS;
}
