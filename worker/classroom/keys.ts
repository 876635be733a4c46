import type {
  ActId,
  AssignmentId,
  AttemptId,
  ClassId,
  JoinCode,
  MemberId,
} from '../../questions/classroom/ids.ts';
import type { Arrival } from '../../questions/classroom/attempt.ts';
import type { LearnerId } from '../../questions/ids.ts';
import type { TryPlace } from './store.ts';

const MOMENT_DIGITS = 13;

/** Every key of a class in KV, and the prefixes that are listed. The names that vary are ids, without `/` or `.`. */
export const keys = {
  /** Everything below a class, in the order in which it is erased: its people first, so that nobody writes anew, its teachers last. */
  parts: (of: ClassId) =>
    ['about/student', 'about/gone', 'about/act', 'dispute', 'standing', 'try', 'about/teacher'].map(
      (part) => `class/${of}/${part}/`,
    ),
  about: (of: ClassId) => `class/${of}/about/`,
  act: (of: ClassId, act: ActId, by: MemberId) => `class/${of}/about/act/${act}.${by}`,
  teacher: (of: ClassId, member: MemberId) => `class/${of}/about/teacher/${member}`,
  student: (of: ClassId, member: MemberId) => `class/${of}/about/student/${member}`,
  gone: (of: ClassId, member: MemberId) => `class/${of}/about/gone/${member}`,

  tries: (of: ClassId, assignment: AssignmentId, member?: MemberId) =>
    `class/${of}/try/${assignment}/${member === undefined ? '' : `${member}/`}`,
  start: (place: TryPlace, attempt: AttemptId) => `${tryOf(place)}${attempt}/start`,
  /** The time of receipt and a digest of what came stand in the key: nothing that arrives takes the place of something else. */
  arrival: (place: TryPlace, attempt: AttemptId, { segment, receivedAtMs }: Arrival, digest: string) =>
    `${tryOf(place)}${attempt}/${segment}.${String(receivedAtMs).padStart(MOMENT_DIGITS, '0')}.${digest}`,

  disputes: (of: ClassId, assignment: AssignmentId, member?: MemberId) =>
    `class/${of}/dispute/${assignment}/${member === undefined ? '' : `${member}/`}`,
  dispute: ({ class: of, assignment, member }: TryPlace, attempt: AttemptId, at: number) =>
    `class/${of}/dispute/${assignment}/${member}/${attempt}.${at}`,

  standings: (of: ClassId, assignment: AssignmentId) => `class/${of}/standing/${assignment}/`,
  standing: ({ class: of, assignment, member }: TryPlace) => `class/${of}/standing/${assignment}/${member}`,

  code: (code: JoinCode) => `join/${code}`,
  memberships: (learner: LearnerId) => `member/${learner}/`,
  membership: (learner: LearnerId, of: ClassId) => `member/${learner}/${of}`,
};

function tryOf({ class: of, assignment, member }: TryPlace): string {
  return `class/${of}/try/${assignment}/${member}/`;
}
