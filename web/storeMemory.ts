import type { DeckId, SegmentId } from '../questions/ids.ts';
import { REVIEWS_PER_SEGMENT } from '../questions/review.ts';
import { segmentBody, type Outgoing, type Store } from './store.ts';
import type { ReviewRow, SegmentRow } from './storeRows.ts';

/** A store that lives as long as the page: for browsers that refuse to store anything. */
export function memoryStore(): Store {
  const reviews = new Map<string, ReviewRow>();
  const segments = new Map<string, SegmentRow>();
  const rowsOf = (deck: DeckId) => [...reviews.values()].filter((row) => row.deck === deck);
  const loose = (deck: DeckId) =>
    rowsOf(deck).filter((row) => row.waiting !== undefined && row.segment === undefined);
  const keep = (row: ReviewRow) => reviews.set(`${row.deck}/${row.id}`, row);
  const mark = (row: SegmentRow) => segments.set(`${row.deck}/${row.id}`, row);
  return {
    reviewsOf: async (deck) => rowsOf(deck).map(({ review }) => review),
    async add(deck, review) {
      keep({ deck, id: review.id, review, waiting: deck });
    },
    async unsealed() {
      const decks = new Set([...reviews.values()].map(({ deck }) => deck));
      return new Map(
        [...decks].map((deck) => [deck, loose(deck).length] as const).filter(([, count]) => count > 0),
      );
    },
    waiting: async () => [...reviews.values()].filter((row) => row.waiting !== undefined).length,
    async seal(deck, segment) {
      const rows = loose(deck).slice(0, REVIEWS_PER_SEGMENT);
      if (rows.length === 0) return null;
      const body = segmentBody(rows.map(({ review }) => review));
      for (const row of rows) keep({ ...row, segment });
      mark({ deck, id: segment, state: 'outgoing', body });
      return { deck, segment, body };
    },
    outgoing: async () => [...segments.values()].flatMap(outgoingOf),
    async markSaved(deck, segment) {
      mark({ deck, id: segment, state: 'saved' });
      for (const { waiting: _waiting, ...row } of rowsOf(deck)) if (row.segment === segment) keep(row);
    },
    async markRefused(deck, segment, why) {
      const row = segments.get(`${deck}/${segment}`);
      if (row !== undefined) mark({ ...row, state: 'refused', why });
    },
    knownSegments: async (deck) => savedOf([...segments.values()], deck),
    async merge(deck, segment, found) {
      for (const review of found) keep({ deck, id: review.id, review, segment });
      mark({ deck, id: segment, state: 'saved' });
    },
    decks: async () => [...new Set([...reviews.values()].map(({ deck }) => deck))],
  };
}

/** The segment of a row, where it is not on the server yet. */
export function outgoingOf({ deck, id, state, body, why }: SegmentRow): Outgoing[] {
  if (state === 'saved' || body === undefined) return [];
  return [{ deck, segment: id, body, ...(why === undefined ? {} : { refused: why }) }];
}

/** The segments of a deck that are on the server. */
export function savedOf(rows: readonly SegmentRow[], deck: DeckId): ReadonlySet<SegmentId> {
  return new Set(rows.filter((row) => row.deck === deck && row.state === 'saved').map(({ id }) => id));
}
