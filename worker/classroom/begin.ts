import * as v from 'valibot';
import type { Sitting } from '../../questions/classroom/api.ts';
import { AttemptIdSchema, type AttemptId } from '../../questions/classroom/ids.ts';
import type { Student } from '../../questions/classroom/state.ts';
import { windowOf } from '../../questions/classroom/window.ts';
import { ulid } from '../../questions/ulid.ts';
import { refuseAt } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import { asTest, unknownAssignment, type Assignment, type Caller } from './caller.ts';
import {
  attemptOf,
  isRunning,
  ownAttempts,
  ownRecords,
  type AssignedTest,
  type OwnAttempt,
} from './ownAttempts.ts';
import { sittingOf, startOf } from './sitting.ts';
import { tokenFor } from './token.ts';

/**
 * Begins an attempt, or goes on with the one that runs: a list for each key of the student, and one put where it begins.
 * Refuses with 403 outside the student's window and beyond the attempts allowed.
 */
export async function begin(caller: Caller, found: Assignment, shelf: Shelf): Promise<Sitting> {
  const test = asTest(found.assigned);
  if (found.state.archived) throw unknownAssignment();
  const own = await ownOf(caller, found, test);
  const running = own.find((attempt) => isRunning(attempt, caller.nowMs));
  if (running !== undefined) return goOn(caller, found, test, shelf, running);
  refuseToBegin(caller, found, test, own.length);
  const attempt = await nthAttempt(caller.nowMs, test, found.student, own.length);
  const start = startOf(await shelf.deck(test.settings.deck), test, found.student.member, own.length);
  await caller.store.putStart(
    { class: caller.of, assignment: test.id, member: caller.member },
    attempt,
    start,
  );
  const record = { member: caller.member, attempt, start, arrivals: [], runsFromMs: caller.nowMs };
  const [begun] = ownAttempts([record], test, found.student);
  if (begun === undefined) throw new Error(`Inconsistent: no attempt ${attempt}`);
  return goOn(caller, found, test, shelf, begun);
}

/** One of the student's own attempts, to be gone on with on this device, or looked at; refuses with 404 any other. */
export async function resume(
  caller: Caller,
  found: Assignment,
  shelf: Shelf,
  attempt: string,
): Promise<Sitting> {
  const test = asTest(found.assigned);
  return goOn(caller, found, test, shelf, attemptOf(await ownOf(caller, found, test), attempt));
}

async function ownOf(
  { store, of }: Caller,
  { student }: Assignment,
  test: AssignedTest,
): Promise<readonly OwnAttempt[]> {
  return ownAttempts(await ownRecords(store, of, test.id, student), test, student);
}

function refuseToBegin(
  { nowMs }: Caller,
  { student }: Assignment,
  test: AssignedTest,
  attempts: number,
): void {
  const { opensAtMs, closesAtMs } = windowOf(test, student);
  if (nowMs < opensAtMs) throw refuseAt('assignment', 'not-open-yet', 'opens later for this student');
  if (nowMs >= closesAtMs) throw refuseAt('assignment', 'closed', 'has closed for this student');
  if (attempts >= test.settings.attempts)
    throw refuseAt('assignment', 'no-attempts-left', 'allows no more attempts');
}

async function goOn(
  { of, member, secret, nowMs }: Caller,
  { student }: Assignment,
  test: AssignedTest,
  shelf: Shelf,
  { record, nth, startedAtMs, endsAtMs, folded }: OwnAttempt,
): Promise<Sitting> {
  const compiled = await shelf.deck(test.settings.deck);
  const token = {
    class: of,
    assignment: test.id,
    attempt: record.attempt,
    member,
    owner: record.member,
    deck: test.settings.deck,
    title: test.settings.title,
    // A late list may show answers before the start: it is drawn again, and comes out the same.
    start: record.start ?? startOf(compiled, test, student.member, nth),
    endsAtMs,
    atOnce: test.settings.feedback === 'at-once',
  };
  const signed = await tokenFor(secret, token);
  return sittingOf({ compiled, assigned: test, token, signed, startedAtMs, folded, nowMs });
}

/**
 * The name of a student's nth attempt (from 0) that begins now: whoever begins it twice, because an answer was lost or on two
 * devices at once, begins the same one.
 */
async function nthAttempt(
  nowMs: number,
  { id }: AssignedTest,
  { member }: Student,
  nth: number,
): Promise<AttemptId> {
  const text = new TextEncoder().encode(`attempt/${id}/${member}/${nth}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return v.parse(AttemptIdSchema, ulid(nowMs, digest.subarray(0, 10)));
}
