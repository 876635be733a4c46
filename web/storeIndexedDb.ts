import type { IDBPTransaction } from 'idb';
import { DeckIdSchema, type DeckId, type SegmentId } from '../questions/ids.ts';
import { REVIEWS_PER_SEGMENT, type Review } from '../questions/review.ts';
import type { Database, Shelves } from './database.ts';
import { segmentBody, type Outgoing, type Store } from './store.ts';
import { outgoingOf, savedOf } from './storeMemory.ts';
import { readable, ReviewRowSchema, SegmentRowSchema, type ReviewRow, type SegmentRow } from './storeRows.ts';

type Writing = IDBPTransaction<Shelves, ['reviews', 'segments'], 'readwrite'>;

/** The learner's log in the browser's database. Every change is one transaction, so that two tabs cannot collide. */
export function indexedDbStore(database: Database): Store {
  const write = () => database.transaction(['reviews', 'segments'], 'readwrite', { durability: 'strict' });
  const waitingRows = async () =>
    readable(ReviewRowSchema, await database.getAllFromIndex('reviews', 'waiting'));
  const segmentRows = async () => readable(SegmentRowSchema, await database.getAll('segments'));
  return {
    async reviewsOf(deck) {
      const rows = readable(ReviewRowSchema, await database.getAll('reviews', ofDeck(deck)));
      return rows.map(({ review }) => review);
    },
    async add(deck, review) {
      const row: ReviewRow = { deck, id: review.id, review, waiting: deck };
      await database.put('reviews', row);
    },
    unsealed: async () => countByDeck((await waitingRows()).filter(isLoose)),
    waiting: () => database.countFromIndex('reviews', 'waiting'),
    seal: (deck, segment) => seal(write(), deck, segment),
    outgoing: async () => (await segmentRows()).flatMap(outgoingOf),
    markSaved: (deck, segment) => markSaved(write(), deck, segment),
    markRefused: (deck, segment, why) => markRefused(write(), deck, segment, why),
    knownSegments: async (deck) => savedOf(await segmentRows(), deck),
    merge: (deck, segment, reviews) => merge(write(), deck, segment, reviews),
    decks: async () => decksOf(await database.getAllKeys('reviews')),
  };
}

async function seal(change: Writing, deck: DeckId, segment: SegmentId): Promise<Outgoing | null> {
  const reviews = change.objectStore('reviews');
  const waiting = readable(ReviewRowSchema, await reviews.index('waiting').getAll(deck));
  const rows = waiting.filter(isLoose).slice(0, REVIEWS_PER_SEGMENT);
  const body = segmentBody(rows.map(({ review }) => review));
  if (rows.length > 0) {
    await Promise.all(rows.map((row) => reviews.put({ ...row, segment } satisfies ReviewRow)));
    const row: SegmentRow = { deck, id: segment, state: 'outgoing', body };
    await change.objectStore('segments').put(row);
  }
  await change.done;
  return rows.length === 0 ? null : { deck, segment, body };
}

async function markSaved(change: Writing, deck: DeckId, segment: SegmentId): Promise<void> {
  const reviews = change.objectStore('reviews');
  const waiting = readable(ReviewRowSchema, await reviews.index('waiting').getAll(deck));
  const rows = waiting.filter((row) => row.segment === segment);
  await Promise.all(rows.map(({ waiting: _waiting, ...row }) => reviews.put(row satisfies ReviewRow)));
  await change.objectStore('segments').put({ deck, id: segment, state: 'saved' } satisfies SegmentRow);
  await change.done;
}

async function markRefused(change: Writing, deck: DeckId, segment: SegmentId, why: string): Promise<void> {
  const segments = change.objectStore('segments');
  const [row] = readable(SegmentRowSchema, [await segments.get([deck, segment])]);
  if (row !== undefined) await segments.put({ ...row, state: 'refused', why } satisfies SegmentRow);
  await change.done;
}

/** The server's record of a review replaces the one here: its wait ends. */
async function merge(
  change: Writing,
  deck: DeckId,
  segment: SegmentId,
  found: readonly Review[],
): Promise<void> {
  const reviews = change.objectStore('reviews');
  const rows = found.map((review): ReviewRow => ({ deck, id: review.id, review, segment }));
  await Promise.all(rows.map((row) => reviews.put(row)));
  await change.objectStore('segments').put({ deck, id: segment, state: 'saved' } satisfies SegmentRow);
  await change.done;
}

/** Every key of a deck: an array sorts after every text. */
function ofDeck(deck: DeckId): IDBKeyRange {
  return IDBKeyRange.bound([deck], [deck, []]);
}

function isLoose(row: ReviewRow): boolean {
  return row.segment === undefined;
}

function countByDeck(rows: readonly ReviewRow[]): ReadonlyMap<DeckId, number> {
  const counts = new Map<DeckId, number>();
  for (const { deck } of rows) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  return counts;
}

function decksOf(keys: readonly (readonly [string, string])[]): readonly DeckId[] {
  const names = keys.map(([deck]) => deck);
  return readable(DeckIdSchema, [...new Set(names)]);
}
