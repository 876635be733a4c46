import type { Test } from '../../questions/classroom/assignment.ts';
import { foldAttempt, type FoldedAttempt } from '../../questions/classroom/foldAttempt.ts';
import { AttemptIdSchema, momentOf, type AssignmentId, type ClassId } from '../../questions/classroom/ids.ts';
import type { Assigned, Student } from '../../questions/classroom/state.ts';
import {
  isSameAttempt,
  unitedAttempts,
  type UnitedAttempt,
} from '../../questions/classroom/unitedAttempts.ts';
import { endOf, windowOf } from '../../questions/classroom/window.ts';
import { readId } from './readId.ts';
import type { ClassStore } from './store.ts';
import { unknownAttempt } from './token.ts';

/** An assignment that is a test. */
export type AssignedTest = Assigned & { readonly settings: Test };

/** One attempt of a student, and what it comes to under the settings of now. */
export interface OwnAttempt {
  readonly record: UnitedAttempt;
  /** Its place among the student's attempts, from 0. */
  readonly nth: number;
  readonly startedAtMs: number;
  readonly endsAtMs: number;
  readonly folded: FoldedAttempt;
}

/** The records of a student's attempts under every key the student has used, in their order: one list a key. */
export async function ownRecords(
  store: ClassStore,
  of: ClassId,
  assignment: AssignmentId,
  student: Student,
): Promise<readonly UnitedAttempt[]> {
  const lists = await Promise.all(student.members.map((member) => store.attempts(of, assignment, member)));
  return unitedAttempts(lists.flat(), student);
}

/** What a student's attempts come to. */
export function ownAttempts(
  records: readonly UnitedAttempt[],
  assigned: AssignedTest,
  student: Student,
): readonly OwnAttempt[] {
  const window = windowOf(assigned, student);
  const isAtOnce = assigned.settings.feedback === 'at-once';
  return records.map((record, at): OwnAttempt => {
    const endsAtMs = endOf(window, record.runsFromMs);
    const folded = foldAttempt(record, endsAtMs, isAtOnce);
    return { record, nth: at, startedAtMs: momentOf(record.attempt), endsAtMs, folded };
  });
}

/** Whether an attempt can be gone on with at `nowMs`. */
export function isRunning({ endsAtMs, folded }: OwnAttempt, nowMs: number): boolean {
  return folded.submittedAtMs === null && nowMs < endsAtMs;
}

/** The attempt of this id; refuses with 404 where the student has none. */
export function attemptOf(own: readonly OwnAttempt[], id: string): OwnAttempt {
  const wanted = readId(AttemptIdSchema, id, unknownAttempt);
  const found = own.find(({ record }) => isSameAttempt(record.attempt, wanted));
  if (found === undefined) throw unknownAttempt();
  return found;
}
