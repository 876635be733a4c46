import type { AttemptRecord } from './attempt.ts';
import { momentOf, type AttemptId } from './ids.ts';
import type { Student } from './state.ts';
import { LATE_SIGHT_MS } from './window.ts';

/** The length of the time in a ULID; what follows is the attempt's own name. */
const TIME_LENGTH = 10;

/** Whether two ids are of one attempt: its beginning was asked for again, because the answer to the first asking was lost. */
export function isSameAttempt(a: AttemptId, b: AttemptId): boolean {
  return a.slice(TIME_LENGTH) === b.slice(TIME_LENGTH);
}

/** One attempt, and from when its minutes run (ms since 1970). */
export interface UnitedAttempt extends AttemptRecord {
  readonly runsFromMs: number;
}

/**
 * A student's attempts under every key the student has used, in the order in which they began; a record that stands twice is one.
 * An attempt that was begun twice under one name, as by two devices while a list was late, is one attempt: it began at the
 * earlier time, and all that arrived is its. Its minutes run from the latest beginning that a late list can account for: the
 * device that began there was told so, and what it sends until then is in time.
 */
export function unitedAttempts(
  records: readonly AttemptRecord[],
  { members }: Pick<Student, 'members'>,
): readonly UnitedAttempt[] {
  const united: UnitedAttempt[] = [];
  const own = records.filter(({ member }) => members.includes(member));
  for (const record of own.sort(byAttempt)) {
    const at = united.findIndex((other) => areOne(other, record));
    const earlier = united[at];
    if (earlier === undefined) united.push({ ...record, runsFromMs: momentOf(record.attempt) });
    else united[at] = withAll(earlier, record);
  }
  return united;
}

/** Answers name questions by their place: other questions are another attempt. A late list may not show the start. */
function areOne(a: AttemptRecord, b: AttemptRecord): boolean {
  const isSame = a.start === null || b.start === null || a.start.questions === b.start.questions;
  return isSame && isSameAttempt(a.attempt, b.attempt);
}

function withAll(earlier: UnitedAttempt, { attempt, start, arrivals }: AttemptRecord): UnitedAttempt {
  const againAtMs = momentOf(attempt);
  const isUnseen = againAtMs - momentOf(earlier.attempt) <= LATE_SIGHT_MS;
  return {
    ...earlier,
    start: earlier.start ?? start,
    arrivals: [...earlier.arrivals, ...arrivals],
    runsFromMs: isUnseen ? againAtMs : earlier.runsFromMs,
  };
}

/** Records of one id too have an order of their own, so that it does not matter which was listed first. */
function byAttempt(a: AttemptRecord, b: AttemptRecord): number {
  if (a.attempt !== b.attempt) return a.attempt < b.attempt ? -1 : 1;
  if (a.member !== b.member) return a.member < b.member ? -1 : 1;
  return JSON.stringify(a.start) < JSON.stringify(b.start) ? -1 : 1;
}
