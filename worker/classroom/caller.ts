import type { Context } from 'hono';
import {
  AssignmentIdSchema,
  ClassIdSchema,
  type ClassId,
  type MemberId,
} from '../../questions/classroom/ids.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import type { Assigned, ClassState, Student } from '../../questions/classroom/state.ts';
import type { LearnerId } from '../../questions/ids.ts';
import type { Env } from '../env.ts';
import { limitedLearnerOf } from '../limits.ts';
import { refuseAt, type Refusal } from '../problem.ts';
import { classStore } from './classStore.ts';
import { memberIdOf } from './member.ts';
import type { AssignedTest } from './ownAttempts.ts';
import { readId } from './readId.ts';
import { secretOf } from './signing.ts';
import type { ClassStore } from './store.ts';

/** Whoever asks, in the class that the address names. */
export interface Caller extends Person {
  readonly of: ClassId;
  readonly member: MemberId;
  readonly role: 'teacher' | 'student';
}

/** Whoever asks, by key alone. */
export interface Person {
  readonly learner: LearnerId;
  readonly store: ClassStore;
  readonly secret: string;
  /** When the request came, on the server's clock (ms since 1970). */
  readonly nowMs: number;
}

/** Whoever asks. Refuses with 401 without a key, and with 503 where this server has no secret, before any call to the store. */
export async function personOf(c: Context<Env>): Promise<Person> {
  const learner = await limitedLearnerOf(c);
  return { learner, store: classStore(c.env.PROGRESS), secret: secretOf(c.env), nowMs: Date.now() };
}

/**
 * Whoever asks, where they are what is needed in the class of the address. Refuses with 401 without a key, and with one 404
 * whoever is not: a stranger, somebody removed, the other role, or no such class.
 */
export async function callerAs(c: Context<Env, '/:class/*'>, role: 'teacher' | 'student'): Promise<Caller> {
  const caller = await callerIn(c);
  if (caller.role !== role) throw unknownClass();
  return caller;
}

/** As `callerAs`, teacher or student. */
export async function callerIn(c: Context<Env, '/:class/*'>): Promise<Caller> {
  const person = await personOf(c);
  const of = readId(ClassIdSchema, c.req.param('class'), unknownClass);
  const member = await memberIdOf(of, person.learner);
  const role = await person.store.role(of, member);
  if (role === null) throw unknownClass();
  return { ...person, of, member, role };
}

/** A class, one of its assignments, and the student who asks. */
export interface Assignment {
  readonly state: ClassState;
  readonly assigned: Assigned;
  readonly student: Student;
}

/** A student's assignment: one list. Refuses with one 404 what does not exist, is a draft, or is another class's. */
export async function assignmentOf(caller: Caller, id: string): Promise<Assignment> {
  const state = foldClass(await caller.store.record(caller.of));
  const assigned = assignedIn(state, id);
  if (assigned.state !== 'published') throw unknownAssignment();
  return { state, assigned, student: studentIn(state, caller) };
}

/** An assignment of the class, drafts too; refuses with 404 where there is none. */
export function assignedIn(state: ClassState, id: string): Assigned {
  const wanted = readId(AssignmentIdSchema, id, unknownAssignment);
  const found = state.assignments.find((assigned) => assigned.id === wanted);
  if (found === undefined) throw unknownAssignment();
  return found;
}

/** The same assignment where it is a test; refuses with 404 where it is none. */
export function asTest(assigned: Assigned): AssignedTest {
  const { settings } = assigned;
  if (settings.kind !== 'test') throw unknownAssignment();
  return { ...assigned, settings };
}

/** One refusal for everything that is not the caller's to know. */
export function unknownClass(): Refusal {
  return refuseAt('class', 'unknown-class', 'is no class of yours');
}

/** One refusal for every assignment that is not there for the caller. */
export function unknownAssignment(): Refusal {
  return refuseAt('assignment', 'unknown-assignment', 'is no assignment of this class');
}

/** Who joined less than a minute ago may not be listed yet. */
function studentIn(state: ClassState, { member, nowMs }: Caller): Student {
  const listed = state.students.find(({ members }) => members.includes(member));
  return listed ?? { member, name: '', joinedAtMs: nowMs, gone: false, members: [member] };
}
