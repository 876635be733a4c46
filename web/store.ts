import type { DeckId, SegmentId } from '../questions/ids.ts';
import type { Review } from '../questions/review.ts';

/** A segment on its way: its bytes were made once, so that every retry sends the same. */
export interface Outgoing {
  readonly deck: DeckId;
  readonly segment: SegmentId;
  readonly body: string;
  /** By how much (ms) the device's clock was corrected when the segment was made. */
  readonly offMs: number;
}

/**
 * The learner's log on this device. A review is waiting from `add` until the server has it. `seal` puts waiting reviews
 * into one segment; only a segment that the server did not take is opened again, by `unseal` or `setAside`.
 */
export interface Store {
  /** Every review of a deck that is known here. */
  reviewsOf(deck: DeckId): Promise<readonly Review[]>;
  /**
   * Keeps new reviews, whose times a correction by `offMs` is in (null: they are right and are never moved); they wait for
   * a segment. What was added before stays as it is.
   */
  add(deck: DeckId, reviews: readonly Review[], offMs: number | null): Promise<void>;
  /** Moves the times of waiting reviews that are in no segment: see `rightTimes`. True when something changed. */
  putRight(offMs: number, nowMs: number): Promise<boolean>;
  /** How many reviews of each deck wait and are in no segment yet. */
  unsealed(): Promise<ReadonlyMap<DeckId, number>>;
  /** How many reviews are not on the server yet, in a segment or not. */
  waiting(): Promise<number>;
  /** Puts up to 100 waiting reviews of a deck into a segment of this name; null when none wait. */
  seal(deck: DeckId, segment: SegmentId, offMs: number): Promise<Outgoing | null>;
  /** The segments that are not on the server yet, the oldest first. */
  outgoing(): Promise<readonly Outgoing[]>;
  /** Opens a segment again that the server did not take. */
  unseal(deck: DeckId, segment: SegmentId): Promise<void>;
  /** The same, and the reviews at these places of it (all of them where it says null) wait no longer for a segment. */
  setAside(deck: DeckId, segment: SegmentId, why: string, which: readonly number[] | null): Promise<void>;
  /** Why the server does not accept a review, of each deck that has such. */
  asides(): Promise<ReadonlyMap<DeckId, string>>;
  /** Lets all that was set aside wait for a segment again. */
  takeUp(): Promise<void>;
  /** The server has the segment. */
  markSaved(deck: DeckId, segment: SegmentId): Promise<void>;
  /** Which of a deck's segments on the server are already here. */
  knownSegments(deck: DeckId): Promise<ReadonlySet<SegmentId>>;
  /** Adds what stands in these segments of the server: set union by review id; those of the reviews that waited wait no longer. */
  merge(deck: DeckId, segments: readonly SegmentId[], reviews: readonly Review[]): Promise<void>;
  /** The decks with at least one review here. */
  decks(): Promise<readonly DeckId[]>;
  /**
   * Lets every review wait again, and knows no segment: for a server place where none of them is. The times of those that
   * were on the server are right, and are never moved.
   */
  beginAnew(): Promise<void>;
  /** Forgets everything. */
  clear(): Promise<void>;
}

/** A segment's bytes. */
export function segmentBody(reviews: readonly Review[]): string {
  return JSON.stringify({ v: 1, reviews });
}
