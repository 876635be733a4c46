import type { DeckId, SegmentId } from '../questions/ids.ts';
import type { Review } from '../questions/review.ts';

/** A segment on its way: its bytes were made once, so that every retry sends the same. */
export interface Outgoing {
  readonly deck: DeckId;
  readonly segment: SegmentId;
  readonly body: string;
  /** Why the server did not accept it, where it did not. */
  readonly refused?: string;
}

/**
 * The learner's log on this device. A review is waiting from `add` until its segment is saved on the server; `seal`
 * puts waiting reviews into one segment, and they never change to another one.
 */
export interface Store {
  /** Every review of a deck that is known here. */
  reviewsOf(deck: DeckId): Promise<readonly Review[]>;
  /** Keeps a new review; it waits for a segment. */
  add(deck: DeckId, review: Review): Promise<void>;
  /** How many reviews of each deck wait and are in no segment yet. */
  unsealed(): Promise<ReadonlyMap<DeckId, number>>;
  /** How many reviews are not on the server yet, in a segment or not. */
  waiting(): Promise<number>;
  /** Puts up to 100 waiting reviews of a deck into a segment of this name; null when none wait. */
  seal(deck: DeckId, segment: SegmentId): Promise<Outgoing | null>;
  /** The segments that are not on the server yet, the oldest first. */
  outgoing(): Promise<readonly Outgoing[]>;
  /** The server has the segment. */
  markSaved(deck: DeckId, segment: SegmentId): Promise<void>;
  /** The server does not accept the segment; its reviews stay. */
  markRefused(deck: DeckId, segment: SegmentId, why: string): Promise<void>;
  /** Which of a deck's segments on the server are already here. */
  knownSegments(deck: DeckId): Promise<ReadonlySet<SegmentId>>;
  /** Adds a segment of the server: set union by review id. */
  merge(deck: DeckId, segment: SegmentId, reviews: readonly Review[]): Promise<void>;
  /** The decks with at least one review here. */
  decks(): Promise<readonly DeckId[]>;
}

/** A segment's bytes. */
export function segmentBody(reviews: readonly Review[]): string {
  return JSON.stringify({ v: 1, reviews });
}
