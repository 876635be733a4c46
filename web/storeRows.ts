import * as v from 'valibot';
import { DeckIdSchema, SegmentIdSchema } from '../questions/ids.ts';
import { ReviewSchema } from '../questions/review.ts';

/** A row of `reviews`. */
export const ReviewRowSchema = v.object({
  deck: DeckIdSchema,
  id: v.string(),
  review: ReviewSchema,
  /** Stands there until the server has the review. */
  waiting: v.exactOptional(DeckIdSchema),
  /** The segment it was put into. */
  segment: v.exactOptional(SegmentIdSchema),
});
/** A row of `reviews`. */
export type ReviewRow = v.InferOutput<typeof ReviewRowSchema>;

/** A row of `segments`. */
export const SegmentRowSchema = v.object({
  deck: DeckIdSchema,
  id: SegmentIdSchema,
  state: v.picklist(['outgoing', 'refused', 'saved']),
  body: v.exactOptional(v.string()),
  why: v.exactOptional(v.string()),
});
/** A row of `segments`. */
export type SegmentRow = v.InferOutput<typeof SegmentRowSchema>;

/** The rows that make sense. The others stay where they are: a newer version of the app may have written them. */
export function readable<T>(schema: v.GenericSchema<unknown, T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const result = v.safeParse(schema, row);
    return result.success ? [result.output] : [];
  });
}
