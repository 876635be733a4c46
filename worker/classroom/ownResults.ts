import type { Results, StudentAssignment } from '../../questions/classroom/api.ts';
import * as v from 'valibot';
import type { AttemptRecord, KeptAnswers } from '../../questions/classroom/attempt.ts';
import { rowOf } from '../../questions/classroom/foldGradebook.ts';
import type { MarkedAttempt, Row } from '../../questions/classroom/gradebook.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import { SegmentIdSchema } from '../../questions/ids.ts';
import { refuseAt } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import { asTest, type Assignment, type Caller } from './caller.ts';
import { questionsOf } from './given.ts';
import { attemptOf, ownAttempts, ownRecords, type AssignedTest, type OwnAttempt } from './ownAttempts.ts';
import { resultsOf, tellableOf } from './results.ts';
import { testForStudent } from './studentAssignment.ts';
import { unknownAttempt } from './token.ts';

/** A student's assignment: of a test a list for each key of the student, of a retain assignment no more. */
export async function studentAssignment(
  caller: Caller,
  found: Assignment,
  shelf: Shelf,
): Promise<StudentAssignment> {
  const { settings, id } = found.assigned;
  const compiled = await shelf.deck(settings.deck);
  if (settings.kind === 'retain')
    return { kind: 'retain', id, deckTitle: compiled.deck.title, settings, nowMs: caller.nowMs };
  const test = asTest(found.assigned);
  const records = await ownRecords(caller.store, caller.of, id, found.student);
  const own = ownAttempts(records, test, found.student);
  const row = ownRow(caller, found, compiled, records);
  return testForStudent({ compiled, found, test, own, row, nowMs: caller.nowMs });
}

/**
 * The results of an own attempt: two lists for each key of the student, and one put where it was never handed in: once its key is
 * told, no answer to it counts, whatever more time a teacher gives. Refuses with 403 before results may be told.
 */
export async function resultsFor(
  caller: Caller,
  found: Assignment,
  shelf: Shelf,
  id: string,
): Promise<Results> {
  const { store, of } = caller;
  const { test, compiled, records, attempt } = await ownAttempt(caller, found, shelf, id);
  const telling = tellableOf(test, found, attempt, caller);
  const marked = markedIn(ownRow(caller, found, compiled, records), attempt);
  if (telling === 'all') await endForGood(caller, test, attempt);
  const lists = await Promise.all(found.student.members.map((member) => store.disputes(of, test.id, member)));
  return resultsOf({ compiled, assigned: test, marked, telling, disputes: lists.flat() });
}

/** An end that a late list does not show yet is written again, and changes nothing. */
async function endForGood(
  { store, of, nowMs }: Caller,
  { id }: AssignedTest,
  { record }: OwnAttempt,
): Promise<void> {
  if (record.arrivals.some(({ kept }) => kept.end === true)) return;
  const segment = v.parse(SegmentIdSchema, record.attempt);
  const kept: KeptAnswers = { v: 1, answers: [], end: true };
  const place = { class: of, assignment: id, member: record.member };
  await store.putArrival(place, record.attempt, { segment, receivedAtMs: nowMs, kept });
}

/** What a student says against a question of an own attempt. */
export interface Objection {
  readonly attempt: string;
  readonly at: number;
  readonly words: string;
}

/** Keeps an objection, once the question's result may be told: one put; a second one of the same question replaces it. */
export async function dispute(
  caller: Caller,
  found: Assignment,
  shelf: Shelf,
  { attempt: id, at, words }: Objection,
): Promise<void> {
  const { test, compiled, attempt } = await ownAttempt(caller, found, shelf, id);
  const telling = tellableOf(test, found, attempt, caller);
  const { record, folded } = attempt;
  const isTold = telling === 'all' || folded.answers.has(at);
  if (!isTold || questionsOf(compiled, record.start?.questions ?? '')[at] === undefined)
    throw refuseAt('at', 'unknown-question', 'is no question of which the result is told');
  const place = { class: caller.of, assignment: test.id, member: record.member };
  const { member } = record;
  await caller.store.putDispute(place, { member, attempt: record.attempt, at, words, sinceMs: caller.nowMs });
}

interface Own {
  readonly test: AssignedTest;
  readonly compiled: CompiledDeck;
  readonly records: readonly AttemptRecord[];
  readonly attempt: OwnAttempt;
}

async function ownAttempt(caller: Caller, found: Assignment, shelf: Shelf, id: string): Promise<Own> {
  const test = asTest(found.assigned);
  const compiled = await shelf.deck(test.settings.deck);
  const records = await ownRecords(caller.store, caller.of, test.id, found.student);
  const attempt = attemptOf(ownAttempts(records, test, found.student), id);
  return { test, compiled, records, attempt };
}

function ownRow(
  { nowMs }: Caller,
  { state, assigned, student }: Assignment,
  compiled: CompiledDeck,
  attempts: readonly AttemptRecord[],
): Row {
  return rowOf({ compiled, state, assigned: asTest(assigned), attempts, disputes: [], nowMs }, student);
}

/** An attempt beyond those allowed has no marks. */
function markedIn({ attempts }: Row, { record }: OwnAttempt): MarkedAttempt {
  const marked = attempts.find(({ attempt }) => attempt === record.attempt);
  if (marked === undefined) throw unknownAttempt();
  return marked;
}
