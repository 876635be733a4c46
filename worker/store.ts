import type { DeckId, LearnerId, SegmentId } from '../questions/ids.ts';
import type { Review, Segment } from '../questions/review.ts';

/** One learner's log of one deck. */
export interface LogPlace {
  readonly learner: LearnerId;
  readonly deck: DeckId;
}

/** What is known of a merged segment without reading it. */
export interface Merged {
  /** One more than the level of what stands in it; what a device sent has level 0. */
  readonly level: number;
  /** The segments whose reviews stand in it: all of theirs, and no others. */
  readonly covers: readonly SegmentId[];
  /** The size of its body. */
  readonly bytes: number;
  /** When it was first written, or later; ms since 1970 on the server's clock. */
  readonly mergedAtMs: number;
}

/** A segment's name, with what came along without a further read. */
export interface Listed {
  readonly deck: DeckId;
  readonly id: SegmentId;
  /** Of a small segment: its reviews. */
  readonly reviews?: readonly Review[];
  /** Of a merged segment: what stands in it. */
  readonly merged?: Merged;
}

/** Part of a learner's log, by deck and segment id; a cursor leads to the next part. */
export interface LogPage {
  readonly segments: readonly Listed[];
  readonly cursor?: string;
}

/** Where logs are kept. Segments are immutable: the same id always comes with the same reviews. */
export interface LogStore {
  /** Keeps a segment; keeping it again changes nothing. */
  put(place: LogPlace, id: SegmentId, segment: Segment): Promise<void>;
  /** Keeps a merged segment; keeping it again changes at most its `mergedAtMs`. */
  putMerged(place: LogPlace, id: SegmentId, body: Uint8Array, merged: Merged): Promise<void>;
  /** Names the segments of all decks of a learner, possibly a minute late. */
  list(learner: LearnerId, cursor?: string): Promise<LogPage>;
  /** A segment's body as it is stored, `{"v":1,"reviews":[…]}` in UTF-8, or undefined where there is none (or none yet). */
  get(place: LogPlace, id: SegmentId): Promise<ArrayBuffer | undefined>;
  /** Removes a segment; removing it again changes nothing. */
  remove(place: LogPlace, id: SegmentId): Promise<void>;
  /** Removes what is listed of a learner, of every form, up to some hundreds of keys: how many, and whether there are more. */
  erase(learner: LearnerId): Promise<Erased>;
}

/** What one step of an erasure did. */
export interface Erased {
  readonly removed: number;
  readonly more: boolean;
}
