import type { DeckId, SegmentId } from '../questions/ids.ts';
import { distinctReviews } from '../questions/log.ts';
import { loaded, type Loaded } from './loaded.ts';
import type { ListedSegment, LogServer } from './logServer.ts';
import type { Store } from './store.ts';
import { warn } from './warn.ts';

type Reading = Pick<LogServer, 'list' | 'read'>;
type Gathering = Pick<Store, 'knownSegments' | 'merge'>;

/**
 * Fetches what is on the server and not here: of each deck the segments that stand in no other, and of these only the
 * ones with something new in them. Gives the decks to which something came, or what could not be had; a segment that is
 * listed but not there (yet) stays unknown, and is asked for the next time.
 */
export async function pullInto(store: Gathering, server: Reading): Promise<Loaded<readonly DeckId[]>> {
  const listed = await server.list();
  if (!listed.ok) return listed;
  const changed: DeckId[] = [];
  for (const [deck, segments] of byDeck(listed.value)) {
    const result = await pullDeck(store, server, deck, segments);
    if (!result.ok) return result;
    if (result.value) changed.push(deck);
  }
  return loaded(changed);
}

async function pullDeck(
  store: Gathering,
  server: Reading,
  deck: DeckId,
  segments: readonly ListedSegment[],
): Promise<Loaded<boolean>> {
  const known = await store.knownSegments(deck);
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const inOthers = new Set(segments.flatMap(({ merged }) => merged?.covers ?? []));
  const take = async (segment: ListedSegment): Promise<Loaded<boolean>> => {
    if (known.has(segment.id)) return loaded(false);
    const covers = segment.merged?.covers ?? [];
    if (covers.length > 0 && covers.every((id) => known.has(id))) {
      await store.merge(deck, [segment.id], []);
      return loaded(false);
    }
    const found = await server.read(segment);
    if (found.ok) {
      const reviews = [...distinctReviews(found.value).values()];
      await store.merge(deck, [segment.id, ...covers], reviews);
      return loaded(true);
    }
    if (found.problem.code === 'missing') return each(listedOf(covers, byId), take);
    if (found.problem.code !== 'unreadable') return found;
    // A segment that this version cannot read waits for the next one; the others are worth having.
    warn(`The segment ${segment.id} cannot be read.`, found.problem.detail);
    return loaded(false);
  };
  return each(
    segments.filter(({ id }) => !inOthers.has(id)),
    take,
  );
}

function byDeck(segments: readonly ListedSegment[]): ReadonlyMap<DeckId, readonly ListedSegment[]> {
  const decks = new Set(segments.map(({ deck }) => deck));
  return new Map([...decks].map((deck) => [deck, segments.filter((segment) => segment.deck === deck)]));
}

function listedOf(
  ids: readonly SegmentId[],
  byId: ReadonlyMap<SegmentId, ListedSegment>,
): readonly ListedSegment[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** All of them at once: true where one brought something new, or the first problem. */
async function each(
  segments: readonly ListedSegment[],
  take: (segment: ListedSegment) => Promise<Loaded<boolean>>,
): Promise<Loaded<boolean>> {
  const results = await Promise.all(segments.map(take));
  const failed = results.find(({ ok }) => !ok);
  return failed ?? loaded(results.some((result) => result.ok && result.value));
}
