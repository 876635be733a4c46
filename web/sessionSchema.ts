import * as v from 'valibot';
import { FactIdSchema, QuestionIdSchema, ReviewIdSchema } from '../questions/ids.ts';
import { OutcomeSchema, RatingSchema } from '../questions/review.ts';

const ItemSchema = v.object({ fact: FactIdSchema, question: QuestionIdSchema });

const AskedSchema = v.object({
  ...ItemSchema.entries,
  rating: RatingSchema,
  outcome: OutcomeSchema,
  /** The answer's entry in the log. */
  review: ReviewIdSchema,
  /** The fact, as told after the answer. */
  statement: v.string(),
});

/** A session as it runs; kept for the tab, so that a reload goes on with it. */
export const StudySessionSchema = v.object({
  seed: v.string(),
  /** What was asked for: the query of the session's address. */
  wanted: v.string(),
  plan: v.array(ItemSchema),
  /** What was asked, in order. */
  asked: v.array(AskedSchema),
  /** What is asked now; null at the end. */
  current: v.nullable(ItemSchema),
  /** Each fact is asked once: a missed one does not come back. */
  once: v.exactOptional(v.literal(true)),
});
