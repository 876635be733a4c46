/** What a class comes to: the shapes that `foldClass.ts` makes of its record. */
import type { How } from './act.ts';
import type { Settings } from './assignment.ts';
import type { ActId, AssignmentId, AttemptId, JoinCode, MemberId, QuestionRef } from './ids.ts';

/** A class as its record says. */
export interface ClassState {
  readonly name: string;
  readonly archived: boolean;
  /** Null where nobody may join. */
  readonly code: JoinCode | null;
  readonly teachers: readonly {
    readonly member: MemberId;
    readonly name: string;
    readonly sinceMs: number;
  }[];
  /** By name, then id; those who were merged into another are not here, those who are gone are. */
  readonly students: readonly Student[];
  /** By opening, then id; withdrawn ones are not here. */
  readonly assignments: readonly Assigned[];
}

/** A student: one person, whatever keys were used. */
export interface Student {
  readonly member: MemberId;
  /** The teacher's name for the student, or else the student's own. */
  readonly name: string;
  readonly joinedAtMs: number;
  /** Removed, or left. */
  readonly gone: boolean;
  /** Everyone whose attempts are this student's: `member` first, then who was merged into it. */
  readonly members: readonly MemberId[];
}

/** An assignment as its last `assign` act says. */
export interface Assigned {
  readonly id: AssignmentId;
  readonly state: 'draft' | 'published';
  /** The act that holds these settings. */
  readonly act: ActId;
  readonly settings: Settings;
  /** By the student's `member` (after merging). */
  readonly allowances: ReadonlyMap<MemberId, Allowance>;
  /** Those that hold, in the order in which they were made. */
  readonly repairs: readonly HeldRepair[];
  readonly decisions: readonly Decision[];
}

/** Other conditions for one student. */
export interface Allowance {
  readonly extraMinutes: number;
  readonly opensAtMs: number | null;
  readonly closesAtMs: number | null;
}

export interface HeldRepair {
  readonly act: ActId;
  readonly question: QuestionRef;
  readonly how: Exclude<How, { do: 'undo' }>;
  readonly words: string;
}

export interface Decision {
  readonly member: MemberId;
  readonly attempt: AttemptId;
  readonly at: number;
  readonly decision: 'repaired' | 'kept';
  readonly words: string;
}

/** When a test is open for one student, allowances included. */
export interface Window {
  readonly opensAtMs: number;
  /** Extra minutes included. */
  readonly closesAtMs: number;
  /** Of one attempt, extra minutes included; null has no limit but the close. */
  readonly minutes: number | null;
}
