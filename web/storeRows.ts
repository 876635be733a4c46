import * as v from 'valibot';
import { DeckIdSchema, SegmentIdSchema, type DeckId, type SegmentId } from '../questions/ids.ts';
import { canonicalReview } from '../questions/log.ts';
import { REVIEWS_PER_SEGMENT, ReviewSchema, type Review } from '../questions/review.ts';
import { segmentBody, type Outgoing } from './store.ts';

/** A row of `reviews`. */
export const ReviewRowSchema = v.object({
  deck: DeckIdSchema,
  id: v.string(),
  review: ReviewSchema,
  /** Stands there until the server has the review. */
  waiting: v.exactOptional(DeckIdSchema),
  /** The segment it was put into. */
  segment: v.exactOptional(SegmentIdSchema),
  /** The correction of the device's clock (ms) that its time has in it; 0 where absent, null where it is right for good. */
  offMs: v.exactOptional(v.nullable(v.number())),
  /** Why the server does not accept it. */
  aside: v.exactOptional(v.string()),
});
/** A row of `reviews`. */
export type ReviewRow = v.InferOutput<typeof ReviewRowSchema>;

/** A row of `segments`. An earlier version of the app wrote `refused` for one that the server did not take. */
export const SegmentRowSchema = v.object({
  deck: DeckIdSchema,
  id: SegmentIdSchema,
  state: v.picklist(['outgoing', 'refused', 'saved']),
  body: v.exactOptional(v.string()),
  offMs: v.exactOptional(v.number()),
});
/** A row of `segments`. */
export type SegmentRow = v.InferOutput<typeof SegmentRowSchema>;

/** A row of `pulled`: what stands in a segment of the server. */
export const PulledRowSchema = v.object({
  deck: DeckIdSchema,
  id: SegmentIdSchema,
  reviews: v.array(ReviewSchema),
});
/** A row of `pulled`. */
export type PulledRow = v.InferOutput<typeof PulledRowSchema>;

/** The rows that make sense. The others stay where they are: a newer version of the app may have written them. */
export function readable<T>(schema: v.GenericSchema<unknown, T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const result = v.safeParse(schema, row);
    return result.success ? [result.output] : [];
  });
}

/** A new review's row. */
export function newRow(deck: DeckId, review: Review, offMs: number | null): ReviewRow {
  return { deck, id: review.id, review, waiting: deck, ...(offMs === 0 ? {} : { offMs }) };
}

/** Whether a review waits for a segment. */
export function isLoose({ waiting, segment, aside }: ReviewRow): boolean {
  return waiting !== undefined && segment === undefined && aside === undefined;
}

/** A segment of the first hundred of these, with their rows in it; null where there are none. */
export function sealed(deck: DeckId, id: SegmentId, offMs: number, loose: readonly ReviewRow[]) {
  const rows = loose.slice(0, REVIEWS_PER_SEGMENT);
  if (rows.length === 0) return null;
  const body = segmentBody(rows.map(({ review }) => review));
  const segment: SegmentRow = { deck, id, state: 'outgoing', body, ...(offMs === 0 ? {} : { offMs }) };
  const outgoing: Outgoing = { deck, segment: id, body, offMs };
  return { rows: rows.map((row): ReviewRow => ({ ...row, segment: id })), segment, outgoing };
}

/** Out of its segment: loose again. */
export function opened({ segment: _segment, aside: _aside, ...row }: ReviewRow): ReviewRow {
  return row;
}

/** Waiting for any segment, as if it had never been in one. */
export function waitingAnew(row: ReviewRow): ReviewRow {
  const anew = { ...opened(row), waiting: row.deck };
  return row.waiting === undefined ? { ...anew, offMs: null } : anew;
}

/** On the server. */
export function arrived({ waiting: _waiting, aside: _aside, ...row }: ReviewRow): ReviewRow {
  return row;
}

/**
 * A review that came from the server, beside the row that is here. Two records of one id are not written by an honest
 * device, save for one that put its clock right in between; the one that sorts first as text is kept on every device.
 */
export function mergedRow(deck: DeckId, found: Review, here: ReviewRow | undefined): ReviewRow {
  if (here === undefined) return { deck, id: found.id, review: found };
  const isFirst = canonicalReview(found) < canonicalReview(here.review);
  return arrived({ ...here, review: isFirst ? found : here.review });
}

/** The segment of a row, where it is not on the server yet. */
export function outgoingOf({ deck, id, state, body, offMs = 0 }: SegmentRow): Outgoing[] {
  return state === 'saved' || body === undefined ? [] : [{ deck, segment: id, body, offMs }];
}

/** The ids of the reviews at these places of a segment; of all of them where `which` is null. */
export function idsAt(body: string | undefined, which: readonly number[] | null): ReadonlySet<string> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), BodySchema), body);
  const ids = parsed.success ? parsed.output.reviews.map(({ id }) => id) : [];
  return new Set(ids.filter((_, at) => which === null || which.includes(at)));
}

const BodySchema = v.object({ reviews: v.array(v.object({ id: v.string() })) });
