import * as v from 'valibot';
import { DeckIdSchema, SegmentIdSchema } from '../questions/ids.ts';
import type { Review } from '../questions/review.ts';
import type { Loaded } from './loaded.ts';
import type { Outgoing } from './store.ts';

/** How the server took a segment. */
export type Sent =
  | { readonly sent: 'saved' }
  /** It was written by a wrong clock, and is not stored; the server's time in ms since 1970. */
  | { readonly sent: 'wrong-clock'; readonly serverMs: number }
  /** It will never take it as it is; which of its reviews are the reason, null for all of it. */
  | { readonly sent: 'refused'; readonly why: string; readonly which: readonly number[] | null }
  | Later;

/** Not now; `waitMs` where the server said when to come back. */
export interface Later {
  readonly sent: 'later';
  readonly waitMs: number | null;
}

/** A part of the server's list of a log; a cursor leads to the next part. */
export const LogPageSchema = v.object({
  segments: v.array(
    v.object({
      deck: DeckIdSchema,
      id: SegmentIdSchema,
      /** Of a small segment: its reviews, not parsed yet. */
      reviews: v.exactOptional(v.unknown()),
      /** Of a merged segment: what stands in it. */
      merged: v.exactOptional(v.object({ covers: v.pipe(v.array(SegmentIdSchema), v.readonly()) })),
    }),
  ),
  cursor: v.exactOptional(v.string()),
});
/** A segment in the server's list: small ones bring their reviews, merged ones say what stands in them. */
export type ListedSegment = v.InferOutput<typeof LogPageSchema>['segments'][number];

/** A learner's log on the server. */
export interface LogServer {
  readonly put: (outgoing: Outgoing) => Promise<Sent>;
  /** Every segment of every deck, possibly a minute late. */
  readonly list: () => Promise<Loaded<readonly ListedSegment[]>>;
  /** The reviews of one segment: those that came with the list, or else by a further request. */
  readonly read: (listed: ListedSegment) => Promise<Loaded<readonly Review[]>>;
}
