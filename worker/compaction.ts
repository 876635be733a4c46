import type { LearnerId, SegmentId } from '../questions/ids.ts';
import { mergedBody } from './mergedBody.ts';
import type { Listed, LogPage, LogPlace, LogStore } from './store.ts';

/** How many segments of one level the Worker makes one of the next. */
export const FAN = 8;
/** How long (in ms) what stands in a merged segment stays beside it: longer than any list or read can be late. */
export const LINGER_MS = 24 * 60 * 60 * 1000;
/** A segment of so many bytes is merged no further: eight of them are well below KV's 25 MiB a value. */
const FULL_BYTES = 1024 * 1024;
const MERGES_MAX = 4;
const REMOVALS_MAX = 40;

/** What a compaction needs of the outside. */
export interface Compacting {
  readonly store: LogStore;
  /** ms since 1970. */
  readonly nowMs: number;
  /** A segment's name made of what stands in it: the same for the same segments. */
  readonly nameOf: (covers: readonly SegmentId[]) => Promise<SegmentId>;
  /** So many segments of one level become one of the next. */
  readonly fan: number;
}

/** Compacts a learner's log, of which the first part of a list is known: reads the rest of it first. */
export async function compactFrom(learner: LearnerId, first: LogPage, outside: Compacting): Promise<void> {
  const listed = [...first.segments];
  for (let { cursor } = first; cursor !== undefined;) {
    const page = await outside.store.list(learner, cursor);
    listed.push(...page.segments);
    cursor = page.cursor;
  }
  await compact(learner, listed, outside);
}

/**
 * One step of compacting a learner's log, from a complete list of it. Segments of one level that stand in no listed one
 * are merged by eights; what has stood in a merged segment for a day is removed. So a log of n segments comes to at most
 * seven a level, and log8(n) levels.
 *
 * It is safe at every instant, however late lists and reads are, wherever it stops, and when several run at once:
 * a merged segment is written whole, under a name made of what it covers, only from bytes that were read, and so after them; a
 * segment is removed only when one that covers it has been seen. So "covers" has no circle, what nothing covers is never
 * removed, and every review stands in such a segment. The day is for readers: a list that is a minute late may not
 * name the merged segment yet, and then what it names has to be there still.
 */
async function compact(learner: LearnerId, listed: readonly Listed[], outside: Compacting): Promise<void> {
  for (const [deck, segments] of grouped(listed, (segment) => segment.deck)) {
    const place = { learner, deck };
    const { merges, removals } = planOf(segments, outside);
    for (const group of merges) await merge(place, group, outside);
    for (const id of removals) await outside.store.remove(place, id);
  }
}

/** What one step does to a deck's log. */
export interface Plan {
  readonly merges: readonly (readonly Listed[])[];
  readonly removals: readonly SegmentId[];
}

/** What there is to do, of one deck's listed segments. */
export function planOf(segments: readonly Listed[], { nowMs, fan }: Pick<Compacting, 'nowMs' | 'fan'>): Plan {
  const covered = new Set(segments.flatMap(({ merged }) => merged?.covers ?? []));
  const settled = new Set(
    segments.flatMap(({ merged }) =>
      merged !== undefined && merged.mergedAtMs <= nowMs - LINGER_MS ? merged.covers : [],
    ),
  );
  const loose = segments.filter(({ id, merged }) => !covered.has(id) && (merged?.bytes ?? 0) < FULL_BYTES);
  const levels = grouped(loose, ({ merged }) => merged?.level ?? 0);
  const merges = [...levels.values()].flatMap((level) => groupsOf(level, fan)).slice(0, MERGES_MAX);
  const removals = segments.map(({ id }) => id).filter((id) => settled.has(id));
  return { merges, removals: removals.slice(0, REMOVALS_MAX) };
}

/** Groups of so many; what is left over waits. */
function groupsOf(segments: readonly Listed[], size: number): readonly (readonly Listed[])[] {
  const groups = Math.floor(segments.length / size);
  return Array.from({ length: groups }, (_, at) => segments.slice(at * size, (at + 1) * size));
}

/** Merges what can be read: a segment that is listed and not found (yet) waits for another time. */
async function merge(place: LogPlace, group: readonly Listed[], outside: Compacting): Promise<void> {
  const { store, nowMs, nameOf } = outside;
  const bodies = await Promise.all(group.map(({ id }) => store.get(place, id)));
  const found = group.flatMap(({ id }, at) => {
    const body = bodies[at];
    return body === undefined ? [] : [{ id, body }];
  });
  if (found.length < 2) return;
  const covers = found.map(({ id }) => id);
  const body = mergedBody(found.map((segment) => segment.body));
  const level = 1 + (group[0]?.merged?.level ?? 0);
  await store.putMerged(place, await nameOf(covers), body, {
    level,
    covers,
    bytes: body.length,
    mergedAtMs: nowMs,
  });
}

function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
