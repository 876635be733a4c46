import * as v from 'valibot';
import { AnsweredOnceSchema, SavedSchema, SubmittedSchema } from '../../../questions/classroom/api.ts';
import type { Feedback } from '../../../questions/feedback.ts';
import { FeedbackSchema } from '../../keySchema.ts';
import { askClass, type Said } from '../client.ts';
import type { Fixed, Part, Progress } from './keptAttempt.ts';
import { ReadSittingSchema, type ReadSitting } from './readSitting.ts';

const OnceSchema = v.object({ ...AnsweredOnceSchema.entries, feedback: FeedbackSchema });
type HandIn = NonNullable<Progress['handIn']>;

/** Begins an attempt, or goes on with the one that is open. */
export function beginAttempt(of: string, assignment: string): Promise<Said<ReadSitting>> {
  return askClass('POST', `/classes/${of}/assignments/${assignment}/attempts`, ReadSittingSchema);
}

/** An attempt as the server has it, for any device of the student. */
export function askSitting(of: string, assignment: string, attempt: string): Promise<Said<ReadSitting>> {
  return askClass('GET', `/classes/${of}/assignments/${assignment}/attempts/${attempt}`, ReadSittingSchema);
}

/** Saves some answers; the same part may be sent again. */
export function sendPart(fixed: Fixed, token: string, { segment, answers }: Part) {
  return askClass('PUT', `${pathOf(fixed)}/segments/${segment}`, SavedSchema, { token, answers });
}

/** Gives one answer for good, with feedback at once. */
export function sendOnce(
  fixed: Fixed,
  token: string,
  part: Part,
): Promise<Said<{ readonly late: boolean; readonly feedback: Feedback }>> {
  const [given] = part.answers;
  if (given === undefined) throw new Error(`Inconsistent: ${part.segment} has no answer`);
  const body = { token, segment: part.segment, ...given };
  return askClass('POST', `${pathOf(fixed)}/answers`, OnceSchema, body);
}

/** Hands everything in; sent again it changes nothing. */
export function sendHandIn(fixed: Fixed, token: string, { segment, answers }: HandIn) {
  return askClass('POST', `${pathOf(fixed)}/submission`, SubmittedSchema, { token, segment, answers });
}

function pathOf({ class: of, assignment, attempt }: Fixed): string {
  return `/classes/${of}/assignments/${assignment}/attempts/${attempt}`;
}
