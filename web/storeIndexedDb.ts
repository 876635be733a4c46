import { unwrap, type IDBPTransaction } from 'idb';
import { DeckIdSchema, type DeckId, type SegmentId } from '../questions/ids.ts';
import { distinctReviews } from '../questions/log.ts';
import type { Review } from '../questions/review.ts';
import type { Database, Shelves } from './database.ts';
import { rightTimes } from './rightTimes.ts';
import type { Outgoing, Store } from './store.ts';
import { countByDeck } from './storeMemory.ts';
import {
  arrived,
  idsAt,
  isLoose,
  mergedRow,
  newRow,
  opened,
  outgoingOf,
  PulledRowSchema,
  readable,
  ReviewRowSchema,
  sealed,
  SegmentRowSchema,
  waitingAnew,
  type PulledRow,
  type ReviewRow,
  type SegmentRow,
} from './storeRows.ts';

const SHELVES = ['reviews', 'pulled', 'segments'] as const;
type Writing = IDBPTransaction<Shelves, (typeof SHELVES)[number][], 'readwrite'>;

/** The learner's log in the browser's database. Every change is one transaction, so that two tabs cannot collide. */
export function indexedDbStore(database: Database): Store {
  const write = (durability: IDBTransactionDurability = 'strict') =>
    database.transaction([...SHELVES], 'readwrite', { durability });
  const waitingRows = async () =>
    readable(ReviewRowSchema, await database.getAllFromIndex('reviews', 'waiting'));
  const segmentRows = async (of?: IDBKeyRange) =>
    readable(SegmentRowSchema, await database.getAll('segments', of));
  return {
    async reviewsOf(deck) {
      const [own, pulled] = await Promise.all([
        database.getAll('reviews', ofDeck(deck)),
        database.getAll('pulled', ofDeck(deck)),
      ]);
      const here = readable(ReviewRowSchema, own).map(({ review }) => review);
      const there = readable(PulledRowSchema, pulled).flatMap(({ reviews }) => reviews);
      return [...distinctReviews([...here, ...there]).values()];
    },
    add: (deck, reviews, offMs) => add(write(), deck, reviews, offMs),
    putRight: (offMs, nowMs) => putRight(write(), offMs, nowMs),
    unsealed: async () => countByDeck((await waitingRows()).filter(isLoose)),
    waiting: () => database.countFromIndex('reviews', 'waiting'),
    seal: (deck, segment, offMs) => seal(write(), deck, segment, offMs),
    outgoing: async () => (await segmentRows()).flatMap(outgoingOf),
    unseal: (deck, segment) => setAside(write(), deck, segment, '', []),
    setAside: (deck, segment, why, which) => setAside(write(), deck, segment, why, which),
    async asides() {
      const rows = await waitingRows();
      return new Map(rows.flatMap(({ deck, aside }) => (aside === undefined ? [] : [[deck, aside]])));
    },
    takeUp: () => takeUp(write()),
    markSaved: (deck, segment) => markSaved(write(), deck, segment),
    async knownSegments(deck) {
      const rows = await segmentRows(ofDeck(deck));
      return new Set(rows.flatMap(({ id, state }) => (state === 'saved' ? [id] : [])));
    },
    // What a power cut takes of it is on the server.
    merge: (deck, segments, reviews) => merge(write('relaxed'), deck, segments, reviews),
    decks: async () =>
      decksOf([...(await database.getAllKeys('reviews')), ...(await database.getAllKeys('pulled'))]),
    beginAnew: () => beginAnew(write()),
    clear: () => clear(write()),
  };
}

async function add(
  change: Writing,
  deck: DeckId,
  added: readonly Review[],
  offMs: number | null,
): Promise<void> {
  const reviews = change.objectStore('reviews');
  const known = await Promise.all(added.map(({ id }) => reviews.getKey([deck, id])));
  const fresh = added.filter((_, at) => known[at] === undefined);
  await putRows(
    change,
    fresh.map((review) => newRow(deck, review, offMs)),
  );
  await change.done;
}

async function putRight(change: Writing, offMs: number, nowMs: number): Promise<boolean> {
  const right = rightTimes((await waitingIn(change)).filter(isLoose), offMs, nowMs);
  await putRows(change, right);
  await change.done;
  return right.length > 0;
}

async function seal(
  change: Writing,
  deck: DeckId,
  segment: SegmentId,
  offMs: number,
): Promise<Outgoing | null> {
  const made = sealed(deck, segment, offMs, (await waitingIn(change, deck)).filter(isLoose));
  if (made !== null) {
    await putRows(change, made.rows);
    await change.objectStore('segments').put(made.segment);
  }
  await change.done;
  return made?.outgoing ?? null;
}

async function setAside(
  change: Writing,
  deck: DeckId,
  segment: SegmentId,
  why: string,
  which: readonly number[] | null,
): Promise<void> {
  const segments = change.objectStore('segments');
  const [row] = readable(SegmentRowSchema, [await segments.get([deck, segment])]);
  const ids = idsAt(row?.body, which);
  const rows = (await waitingIn(change, deck)).filter((review) => review.segment === segment);
  await putRows(
    change,
    rows.map((review) => (ids.has(review.id) ? { ...opened(review), aside: why } : opened(review))),
  );
  await segments.delete([deck, segment]);
  await change.done;
}

async function takeUp(change: Writing): Promise<void> {
  const rows = (await waitingIn(change)).filter(({ aside }) => aside !== undefined);
  await putRows(change, rows.map(opened));
  await change.done;
}

async function markSaved(change: Writing, deck: DeckId, segment: SegmentId): Promise<void> {
  const rows = (await waitingIn(change, deck)).filter((row) => row.segment === segment);
  await putRows(change, rows.map(arrived));
  await putSaved(change, deck, segment);
  await change.done;
}

/** A segment is kept whole; what it covers stands in it, and is dropped. */
async function merge(
  change: Writing,
  deck: DeckId,
  segments: readonly SegmentId[],
  found: readonly Review[],
): Promise<void> {
  const pulled = change.objectStore('pulled');
  const [id] = segments;
  if (id !== undefined && found.length > 0) {
    const there = new Set<string>(found.map((review) => review.id));
    const rows = (await waitingIn(change, deck)).filter((row) => there.has(row.id));
    await putRows(change, rows.map(arrived));
    await Promise.all(segments.map((covered) => pulled.delete([deck, covered])));
    await pulled.put({ deck, id, reviews: [...found] } satisfies PulledRow);
  }
  await Promise.all(segments.map((segment) => putSaved(change, deck, segment)));
  await change.done;
}

async function beginAnew(change: Writing): Promise<void> {
  const own = readable(ReviewRowSchema, await change.objectStore('reviews').getAll());
  const known = new Map(own.map((row) => [`${row.deck}/${row.id}`, row]));
  const pulled = readable(PulledRowSchema, await change.objectStore('pulled').getAll());
  for (const { deck, reviews } of pulled)
    for (const review of reviews)
      known.set(`${deck}/${review.id}`, mergedRow(deck, review, known.get(`${deck}/${review.id}`)));
  await putRows(change, [...known.values()].map(waitingAnew));
  await change.objectStore('pulled').clear();
  await change.objectStore('segments').clear();
  await change.done;
}

async function clear(change: Writing): Promise<void> {
  await Promise.all(SHELVES.map((shelf) => change.objectStore(shelf).clear()));
  await change.done;
}

async function waitingIn(change: Writing, deck?: DeckId): Promise<ReviewRow[]> {
  return readable(ReviewRowSchema, await change.objectStore('reviews').index('waiting').getAll(deck));
}

/** Without a promise a row: ten thousand take a second. What fails is thrown at the end of the change. */
async function putRows(change: Writing, rows: readonly ReviewRow[]): Promise<void> {
  const reviews = unwrap(change.objectStore('reviews'));
  for (const row of rows) reviews.put(row);
}

async function putSaved(change: Writing, deck: DeckId, id: SegmentId): Promise<void> {
  await change.objectStore('segments').put({ deck, id, state: 'saved' } satisfies SegmentRow);
}

/** Every key of a deck: an array sorts after every text. */
function ofDeck(deck: DeckId): IDBKeyRange {
  return IDBKeyRange.bound([deck], [deck, []]);
}

function decksOf(keys: readonly (readonly [string, string])[]): readonly DeckId[] {
  const names = keys.map(([deck]) => deck);
  return readable(DeckIdSchema, [...new Set(names)]);
}
