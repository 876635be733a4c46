import * as v from 'valibot';
import { AnsweredOnceSchema, SavedSchema, SubmittedSchema } from '../../../questions/classroom/api.ts';
import type { Feedback } from '../../../questions/feedback.ts';
import { FeedbackSchema } from '../../keySchema.ts';
import { askServer, type Said } from '../../askServer.ts';
import type { Part, Progress } from './keptAttempt.ts';
import { ReadSittingSchema, type ReadSitting } from './readSitting.ts';
import type { Sat } from './sat.ts';

const OnceSchema = v.object({ ...AnsweredOnceSchema.entries, feedback: FeedbackSchema });
type HandIn = NonNullable<Progress['handIn']>;

/** Begins an attempt, or goes on with the one that is open. */
export function beginAttempt(of: string, assignment: string): Promise<Said<ReadSitting>> {
  return askServer('POST', `/classes/${of}/assignments/${assignment}/attempts`, ReadSittingSchema);
}

/** An attempt as the server has it, for any device of the student. */
export function askSitting(of: string, assignment: string, attempt: string): Promise<Said<ReadSitting>> {
  return askServer('GET', `/classes/${of}/assignments/${assignment}/attempts/${attempt}`, ReadSittingSchema);
}

/** Saves some answers; the same part may be sent again. */
export function sendPart(fixed: Sat['fixed'], { segment, answers }: Part) {
  const { token } = fixed.sitting;
  return askServer('PUT', `${pathOf(fixed)}/segments/${segment}`, SavedSchema, { token, answers });
}

/** Gives one answer for good, with feedback at once. */
export function sendOnce(
  fixed: Sat['fixed'],
  part: Part,
): Promise<Said<{ readonly late: boolean; readonly feedback: Feedback }>> {
  const [given] = part.answers;
  if (given === undefined) throw new Error(`Inconsistent: ${part.segment} has no answer`);
  const body = { token: fixed.sitting.token, segment: part.segment, ...given };
  return askServer('POST', `${pathOf(fixed)}/answers`, OnceSchema, body);
}

/** Hands everything in; sent again it changes nothing. */
export function sendHandIn(fixed: Sat['fixed'], { segment, answers }: HandIn) {
  const { token } = fixed.sitting;
  return askServer('POST', `${pathOf(fixed)}/submission`, SubmittedSchema, { token, segment, answers });
}

/** By the id that the token names: once a second device is known to have begun first, the server calls the attempt by its id. */
function pathOf({ class: of, assignment, sitting }: Sat['fixed']): string {
  return `/classes/${of}/assignments/${assignment}/attempts/${sitting.attempt}`;
}
