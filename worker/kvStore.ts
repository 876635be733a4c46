import * as v from 'valibot';
import { SegmentIdSchema, type SegmentId } from '../questions/ids.ts';
import { SegmentSchema, type Segment } from '../questions/review.ts';
import { refuseAt, Refusal } from './problem.ts';
import type { Listed, LogPage, LogPlace, LogStore } from './store.ts';

/**
 * What fits beside a key: at most 1,024 bytes of JSON (developers.cloudflare.com/kv/platform/limits). ASCII only, because
 * metadata travels as a header, and workerd writes a header with other characters to its log: it would show an answer.
 */
const FITS_METADATA = /^[\x20-\x7e]{1,1024}$/;

/**
 * Logs in Workers KV, one key a segment: `log/{learnerId}/{deckId}/{segmentId}`. The value is the whole segment; a small
 * one also rides in the key's metadata, so that one list reads it. One put a `put`, one list a `list`, one get a `get`:
 * nothing is read before it is written, since only the learner's own devices write here and an id never changes its content.
 */
export function kvStore(kv: KVNamespace): LogStore {
  return {
    async put(place, id, segment) {
      const value = JSON.stringify(segment);
      const beside = FITS_METADATA.test(value) ? { metadata: segment } : {};
      await orUnavailable(kv.put(prefixOf(place) + id, value, beside));
    },
    async list(place, cursor) {
      const prefix = prefixOf(place);
      const found = kv.list(cursor === undefined ? { prefix } : { prefix, cursor });
      return pageOf(prefix, await orUnavailable(cursor === undefined ? found : found.catch(refuseBadCursor)));
    },
    async get(place, id) {
      const value = await orUnavailable(kv.get(prefixOf(place) + id, 'text'));
      return value === null ? undefined : parseStored(id, value);
    },
  };
}

function prefixOf({ learner, deck }: LogPlace): string {
  return `log/${learner}/${deck}/`;
}

function pageOf(prefix: string, result: KVNamespaceListResult<unknown>): LogPage {
  const segments = result.keys.flatMap(({ name, metadata }) => listed(name.slice(prefix.length), metadata));
  return result.list_complete ? { segments } : { segments, cursor: result.cursor };
}

/** A key of another form was written by a later version: it is left alone. */
function listed(name: string, metadata: unknown): readonly Listed[] {
  const id = v.safeParse(SegmentIdSchema, name);
  const segment = v.safeParse(SegmentSchema, metadata);
  if (!id.success) return [];
  return [segment.success ? { id: id.output, reviews: segment.output.reviews } : { id: id.output }];
}

function parseStored(id: SegmentId, value: string): Segment {
  const result = v.safeParse(SegmentSchema, JSON.parse(value));
  if (!result.success) throw new Error(`Inconsistent: the stored segment ${id} does not parse`);
  return result.output;
}

/** KV itself says "400 invalid cursor" (seen in github.com/miantiao-me/Sink/issues/90). */
function refuseBadCursor(error: unknown): never {
  if (error instanceof Error && /\b400\b/.test(error.message))
    throw refuseAt('cursor', 'invalid-parameter', 'is not a cursor of this log');
  throw error;
}

/** KV refuses now and then: over a quota, or two writes of one key within a second. The client tries again later. */
async function orUnavailable<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('store-unavailable', 'Try again in a minute.', {
      headers: { 'Retry-After': '60' },
      cause,
    });
  }
}
