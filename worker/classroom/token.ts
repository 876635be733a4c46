import * as v from 'valibot';
import { StartSchema } from '../../questions/classroom/attempt.ts';
import {
  AssignmentIdSchema,
  AttemptIdSchema,
  ClassIdSchema,
  MemberIdSchema,
  MomentSchema,
  NameSchema,
} from '../../questions/classroom/ids.ts';
import { DeckIdSchema } from '../../questions/ids.ts';
import { refuseAt, type Refusal } from '../problem.ts';
import { sign, verified } from './signing.ts';

/** How long (in ms) after an attempt's end what was answered in it is still taken, as late. */
const LATE_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** What a token says, so that a save needs no list: whose attempt it is, what was asked, and until when. */
export const AttemptTokenSchema = v.strictObject({
  class: ClassIdSchema,
  assignment: AssignmentIdSchema,
  attempt: AttemptIdSchema,
  /** Who may use it. */
  member: MemberIdSchema,
  /** Under whose name the attempt is kept: another's where a student who lost the key was merged. */
  owner: MemberIdSchema,
  deck: DeckIdSchema,
  title: NameSchema,
  start: StartSchema,
  endsAtMs: MomentSchema,
  /** Feedback at once: each answer is sent by itself. */
  atOnce: v.boolean(),
});
export type AttemptToken = v.InferOutput<typeof AttemptTokenSchema>;

/** The attempt that a request is about: what its address says, and who asks. */
export interface AttemptPlace {
  readonly class: string;
  readonly assignment: string;
  readonly attempt: string;
  readonly member: string;
}

export function tokenFor(secret: string, token: AttemptToken): Promise<string> {
  return sign(secret, 'attempt', token);
}

/**
 * What this server signed for this attempt and this caller. Refuses with 404, all with the same words, what it did not
 * sign, what was altered, and what is another's; with 410 what ended more than seven days before `nowMs`.
 */
export async function tokenOf(
  secret: string,
  text: string,
  place: AttemptPlace,
  nowMs: number,
): Promise<AttemptToken> {
  const token = await verified(secret, 'attempt', text, AttemptTokenSchema);
  if (token === undefined || !isAbout(token, place)) throw unknownAttempt();
  if (nowMs > token.endsAtMs + LATE_FOR_MS)
    throw refuseAt('token', 'attempt-over', 'is of an attempt that ended more than 7 days ago');
  return token;
}

/** One refusal, whatever the reason. */
export function unknownAttempt(): Refusal {
  return refuseAt('attempt', 'unknown-attempt', 'is no attempt of this student');
}

function isAbout(token: AttemptToken, place: AttemptPlace): boolean {
  return (
    token.class === place.class &&
    token.assignment === place.assignment &&
    token.attempt === place.attempt &&
    token.member === place.member
  );
}
