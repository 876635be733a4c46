import type { ClassRecord, KeptAct, Person } from '../../questions/classroom/act.ts';
import type { Arrival, AttemptRecord, Start } from '../../questions/classroom/attempt.ts';
import type { Dispute } from '../../questions/classroom/gradebook.ts';
import type { AssignmentId, AttemptId, ClassId, JoinCode, MemberId } from '../../questions/classroom/ids.ts';
import type { KeptStanding, StandingReport } from '../../questions/classroom/recall.ts';
import type { LearnerId } from '../../questions/ids.ts';

/** What somebody is in a class; null is a stranger, somebody removed, or no such class: nobody is told which. */
export type Role = 'teacher' | 'student' | null;

/** One student's part of one assignment. */
export interface TryPlace {
  readonly class: ClassId;
  readonly assignment: AssignmentId;
  readonly member: MemberId;
}

/** A person of a class, and whose data that is. */
export interface KnownPerson {
  readonly person: Person;
  readonly learner: LearnerId;
}

/** The class that a code is for, and the act that says so. */
export interface CodedClass {
  readonly class: ClassId;
  readonly act: KeptAct;
}

/** One class in a person's own list. */
export interface Membership {
  readonly class: ClassId;
  readonly role: 'teacher' | 'student';
  readonly name: string;
}

/**
 * Where classes are kept. Every key is immutable or has a single writer; nothing is read before it is written. What is
 * listed may be a minute late.
 */
export interface ClassStore {
  /** Always the same three reads, whatever is there. */
  role(of: ClassId, member: MemberId): Promise<Role>;
  putTeacher(of: ClassId, person: Person, learner: LearnerId): Promise<void>;
  putStudent(of: ClassId, person: Person, learner: LearnerId): Promise<void>;
  /** A teacher, or a student, gone or not, read from the own key: also one that a late list does not show yet. */
  person(of: ClassId, role: 'teacher' | 'student', member: MemberId): Promise<KnownPerson | undefined>;
  /** Marks a student as removed; marking again changes nothing. */
  putGone(of: ClassId, member: MemberId): Promise<void>;
  /** Takes a removed student back in. */
  removeGone(of: ClassId, member: MemberId): Promise<void>;
  putAct(of: ClassId, act: KeptAct): Promise<void>;
  /** Everything about the class but attempts: one list (a thousand keys a page), and a get for each act that does not fit beside its key. */
  record(of: ClassId): Promise<ClassRecord>;

  /** The act comes along, so that a class can be joined before a late list shows that it was made. */
  putCode(code: JoinCode, coded: CodedClass): Promise<void>;
  classOfCode(code: JoinCode): Promise<CodedClass | undefined>;

  putMembership(learner: LearnerId, membership: Membership): Promise<void>;
  removeMembership(learner: LearnerId, of: ClassId): Promise<void>;
  /** One class in a person's own list, read from its key. */
  membership(learner: LearnerId, of: ClassId): Promise<Membership | undefined>;
  memberships(learner: LearnerId): Promise<readonly Membership[]>;

  putStart(place: TryPlace, attempt: AttemptId, start: Start): Promise<void>;
  /** Appends one arrival: a segment that arrives again is kept again, under its own time, and other answers beside it. */
  putArrival(place: TryPlace, attempt: AttemptId, arrival: Arrival): Promise<void>;
  /** The attempts of an assignment, of one student or of all, in the order of members and attempts. */
  attempts(of: ClassId, assignment: AssignmentId, member?: MemberId): Promise<readonly AttemptRecord[]>;

  putDispute(place: TryPlace, dispute: Dispute): Promise<void>;
  disputes(of: ClassId, assignment: AssignmentId, member?: MemberId): Promise<readonly Dispute[]>;

  putStanding(place: TryPlace, sentAtMs: number, report: StandingReport): Promise<void>;
  standings(of: ClassId, assignment: AssignmentId): Promise<readonly KeptStanding[]>;

  /**
   * Removes what is listed of a class, its codes and its people's entries for it, up to some hundreds of keys: its people first,
   * so that nobody writes anew, and `by`, who may call again, last.
   */
  erase(of: ClassId, by: MemberId): Promise<{ readonly removed: number; readonly more: boolean }>;
}
