import type { DeckId, LearnerId, SegmentId } from '../questions/ids.ts';
import type { Review, Segment } from '../questions/review.ts';

/** One learner's log of one deck. */
export interface LogPlace {
  readonly learner: LearnerId;
  readonly deck: DeckId;
}

/** A segment's name, with its reviews where they came along without a further read. */
export interface Listed {
  readonly id: SegmentId;
  readonly reviews?: readonly Review[];
}

/** Part of a log, by segment id; a cursor leads to the next part. */
export interface LogPage {
  readonly segments: readonly Listed[];
  readonly cursor?: string;
}

/** Where logs are kept. Segments are immutable: the same id always comes with the same reviews. */
export interface LogStore {
  /** Keeps a segment; keeping it again changes nothing. */
  put(place: LogPlace, id: SegmentId, segment: Segment): Promise<void>;
  /** Names the segments of a log, possibly a minute late. */
  list(place: LogPlace, cursor?: string): Promise<LogPage>;
  /** The segment, or undefined where there is none (or none yet). */
  get(place: LogPlace, id: SegmentId): Promise<Segment | undefined>;
}
