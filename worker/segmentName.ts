import * as v from 'valibot';
import { SegmentIdSchema, type SegmentId } from '../questions/ids.ts';
import { ulid } from '../questions/ulid.ts';

/**
 * The name of a merged segment: 128 bits of the SHA-256 of the names it covers, written as a ULID. Two compactions that
 * merge the same segments so write the same bytes under the same key.
 */
export async function segmentName(covers: readonly SegmentId[]): Promise<SegmentId> {
  const text = new TextEncoder().encode([...covers].sort().join(' '));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const time = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return v.parse(SegmentIdSchema, ulid(time, bytes.subarray(6, 16)));
}
