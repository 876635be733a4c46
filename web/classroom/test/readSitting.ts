import * as v from 'valibot';
import { SittingSchema } from '../../../questions/classroom/api.ts';
import type { Feedback } from '../../../questions/feedback.ts';
import { FeedbackSchema } from '../../keySchema.ts';
import { ViewSchema } from '../../viewSchema.ts';

/** A sitting with its questions and verdicts read through: what the server sends and the browser keeps. */
export const ReadSittingSchema = v.object({
  ...SittingSchema.entries,
  questions: v.array(v.object({ view: ViewSchema, outOf: v.number() })),
  told: v.array(v.object({ at: v.number(), feedback: FeedbackSchema })),
});
export type ReadSitting = Omit<v.InferOutput<typeof ReadSittingSchema>, 'told'> & {
  readonly told: readonly { readonly at: number; readonly feedback: Feedback }[];
};

/** The verdicts by the question's place. */
export function toldIn(sitting: ReadSitting): ReadonlyMap<number, Feedback> {
  return new Map(sitting.told.map(({ at, feedback }) => [at, feedback]));
}
