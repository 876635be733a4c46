import type { KVNamespace } from '@cloudflare/workers-types';
import * as v from 'valibot';
import { DeckIdSchema, SegmentIdSchema, type LearnerId, type SegmentId } from '../questions/ids.ts';
import { SegmentSchema } from '../questions/review.ts';
import { orUnavailable } from './orUnavailable.ts';
import { refuseAt } from './problem.ts';
import type { Listed, LogPage, LogPlace, LogStore, Merged } from './store.ts';

/** The four operations of Workers KV that logs need. */
export type LogKv = Pick<KVNamespace, 'get' | 'put' | 'list' | 'delete'>;

/**
 * What fits beside a key: at most 1,024 bytes of JSON (developers.cloudflare.com/kv/platform/limits). ASCII only, because
 * metadata travels as a header, and workerd writes a header with other characters to its log: it would show an answer.
 */
const FITS_METADATA = /^[\x20-\x7e]{1,1024}$/;

/** A request may do a thousand operations (developers.cloudflare.com/kv/platform/limits). */
const ERASED_AT_ONCE = 500;

/** What lies beside the key of a merged segment. */
const MergedSchema = v.strictObject({
  v: v.literal(1),
  level: v.pipe(v.number(), v.integer(), v.minValue(1)),
  covers: v.array(SegmentIdSchema),
  bytes: v.number(),
  mergedAtMs: v.number(),
});

/**
 * Logs in Workers KV, one key a segment: `log/{learnerId}/{deckId}/{segmentId}`. The value is the whole segment; a small
 * one also rides in the key's metadata, so that one list reads it. One put a `put`, one list a `list`, one get a `get`, one
 * delete a `remove`: nothing is read before it is written, since an id never changes its content.
 */
export function kvStore(kv: LogKv): LogStore {
  return {
    async put(place, id, segment) {
      const value = JSON.stringify(segment);
      const beside = FITS_METADATA.test(value) ? { metadata: segment } : {};
      await orUnavailable(kv.put(keyOf(place, id), value, beside));
    },
    async putMerged(place, id, body, merged) {
      const metadata: v.InferInput<typeof MergedSchema> = { v: 1, ...merged, covers: [...merged.covers] };
      await orUnavailable(kv.put(keyOf(place, id), body, { metadata }));
    },
    async list(learner, cursor) {
      const prefix = prefixOf(learner);
      const found = kv.list(cursor === undefined ? { prefix } : { prefix, cursor });
      return pageOf(prefix, await orUnavailable(cursor === undefined ? found : found.catch(refuseBadCursor)));
    },
    async get(place, id) {
      return (await orUnavailable(kv.get(keyOf(place, id), 'arrayBuffer'))) ?? undefined;
    },
    async remove(place, id) {
      await orUnavailable(kv.delete(keyOf(place, id)));
    },
    async erase(learner) {
      const found = await orUnavailable(kv.list({ prefix: prefixOf(learner), limit: ERASED_AT_ONCE }));
      await orUnavailable(Promise.all(found.keys.map(({ name }) => kv.delete(name))));
      return { removed: found.keys.length, more: !found.list_complete };
    },
  };
}

function prefixOf(learner: LearnerId): string {
  return `log/${learner}/`;
}

function keyOf({ learner, deck }: LogPlace, id: SegmentId): string {
  return `${prefixOf(learner)}${deck}/${id}`;
}

interface KvPage {
  readonly keys: readonly { readonly name: string; readonly metadata?: unknown }[];
  readonly list_complete: boolean;
  readonly cursor?: string;
}

function pageOf(prefix: string, { keys, list_complete: isComplete, cursor }: KvPage): LogPage {
  const segments = keys.flatMap(({ name, metadata }) => listed(name.slice(prefix.length), metadata));
  return isComplete || cursor === undefined ? { segments } : { segments, cursor };
}

/** A key of another form was written by a later version: it is left alone. */
function listed(name: string, metadata: unknown): readonly Listed[] {
  const [deckName, idName, ...rest] = name.split('/');
  const deck = v.safeParse(DeckIdSchema, deckName);
  const id = v.safeParse(SegmentIdSchema, idName);
  if (!deck.success || !id.success || rest.length > 0) return [];
  return [{ deck: deck.output, id: id.output, ...alongside(metadata) }];
}

function alongside(metadata: unknown): Pick<Listed, 'reviews' | 'merged'> {
  if (metadata === undefined || metadata === null) return {};
  const segment = v.safeParse(SegmentSchema, metadata);
  if (segment.success) return { reviews: segment.output.reviews };
  const merged = v.safeParse(MergedSchema, metadata);
  return merged.success ? { merged: mergedOf(merged.output) } : {};
}

function mergedOf({ level, covers, bytes, mergedAtMs }: v.InferOutput<typeof MergedSchema>): Merged {
  return { level, covers, bytes, mergedAtMs };
}

/** KV itself says "400 invalid cursor" (seen in github.com/miantiao-me/Sink/issues/90). */
function refuseBadCursor(error: unknown): never {
  if (error instanceof Error && /\b400\b/.test(error.message))
    throw refuseAt('cursor', 'invalid-parameter', 'is not a cursor of this log');
  throw error;
}
