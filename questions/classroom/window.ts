import type { Assigned, Student, Window } from './state.ts';

/** How long (in ms) after an attempt's end an answer is still taken as in time: it was on its way. */
export const GRACE_MS = 30_000;

/** How late (in ms) the server may see what was written: a teacher's act, or the beginning of an attempt on another device. */
export const LATE_SIGHT_MS = 60_000;

const MINUTE_MS = 60_000;

/** When a test is open for a student, what the student was allowed included. Of a retain assignment the date is the close. */
export function windowOf(
  assigned: Pick<Assigned, 'settings' | 'allowances'>,
  student: Pick<Student, 'member'>,
): Window {
  const { settings, allowances } = assigned;
  const allowance = allowances.get(student.member);
  const extraMinutes = allowance?.extraMinutes ?? 0;
  const closesAtMs = settings.kind === 'test' ? settings.closesAtMs : settings.dateMs;
  const minutes = settings.kind === 'test' ? settings.minutes : null;
  return {
    opensAtMs: allowance?.opensAtMs ?? settings.opensAtMs,
    closesAtMs: (allowance?.closesAtMs ?? closesAtMs) + extraMinutes * MINUTE_MS,
    minutes: minutes === null ? null : minutes + extraMinutes,
  };
}

/** When an attempt that began then has to be in (ms since 1970): at the close, or when its minutes are over. */
export function endOf({ closesAtMs, minutes }: Window, startedAtMs: number): number {
  return minutes === null ? closesAtMs : Math.min(closesAtMs, startedAtMs + minutes * MINUTE_MS);
}

/** The latest close of anyone in the class (ms since 1970); those who are gone have none. */
export function lastCloseOf(assigned: Assigned, students: readonly Student[]): number {
  const present = students
    .filter(({ gone }) => !gone)
    .map((student) => windowOf(assigned, student).closesAtMs);
  const general = assigned.settings.kind === 'test' ? assigned.settings.closesAtMs : assigned.settings.dateMs;
  return Math.max(general, ...present);
}
