import * as v from 'valibot';
import { ReviewIdSchema, SegmentIdSchema, type ReviewId, type SegmentId } from '../questions/ids.ts';
import { ulid } from '../questions/ulid.ts';
import { randomBytes } from './chance.ts';

/** A new log entry's name. */
export function newReviewId(atMs: number): ReviewId {
  return v.parse(ReviewIdSchema, ulid(atMs, randomBytes(10)));
}

/** A new segment's name. */
export function newSegmentId(atMs: number): SegmentId {
  return v.parse(SegmentIdSchema, ulid(atMs, randomBytes(10)));
}
