import type { DeckId } from '../questions/ids.ts';
import { rightTimes } from './rightTimes.ts';
import type { Store } from './store.ts';
import {
  arrived,
  idsAt,
  isLoose,
  mergedRow,
  newRow,
  opened,
  outgoingOf,
  sealed,
  waitingAnew,
  type ReviewRow,
  type SegmentRow,
} from './storeRows.ts';

/**
 * A store that lives as long as the page: for browsers that refuse to store anything. Calls `changed` after every change of a row,
 * with the way to read them all.
 */
export function memoryStore(changed: (rows: () => readonly ReviewRow[]) => void = () => undefined): Store {
  const reviews = new Map<string, ReviewRow>();
  const segments = new Map<string, SegmentRow>();
  const rows = () => [...reviews.values()];
  const rowsOf = (deck: DeckId) => rows().filter((row) => row.deck === deck);
  const keep = (row: ReviewRow) => {
    reviews.set(`${row.deck}/${row.id}`, row);
    changed(rows);
  };
  const mark = (row: SegmentRow) => segments.set(`${row.deck}/${row.id}`, row);
  const inSegment = (deck: DeckId, segment: string) =>
    rowsOf(deck).filter((row) => row.waiting !== undefined && row.segment === segment);
  const setAside: Store['setAside'] = async (deck, segment, why, which) => {
    const ids = idsAt(segments.get(`${deck}/${segment}`)?.body, which);
    for (const row of inSegment(deck, segment))
      keep(ids.has(row.id) ? { ...opened(row), aside: why } : opened(row));
    segments.delete(`${deck}/${segment}`);
  };
  return {
    reviewsOf: async (deck) => rowsOf(deck).map(({ review }) => review),
    async add(deck, added, offMs) {
      for (const review of added) if (!reviews.has(`${deck}/${review.id}`)) keep(newRow(deck, review, offMs));
    },
    async putRight(offMs, nowMs) {
      const right = rightTimes(rows().filter(isLoose), offMs, nowMs);
      right.forEach(keep);
      return right.length > 0;
    },
    unsealed: async () => countByDeck(rows().filter(isLoose)),
    waiting: async () => rows().filter(({ waiting }) => waiting !== undefined).length,
    async seal(deck, segment, offMs) {
      const made = sealed(deck, segment, offMs, rowsOf(deck).filter(isLoose));
      made?.rows.forEach(keep);
      if (made !== null) mark(made.segment);
      return made?.outgoing ?? null;
    },
    outgoing: async () => [...segments.values()].flatMap(outgoingOf),
    unseal: (deck, segment) => setAside(deck, segment, '', []),
    setAside,
    asides: async () =>
      new Map(rows().flatMap(({ deck, aside }) => (aside === undefined ? [] : [[deck, aside]]))),
    async takeUp() {
      for (const row of rows()) if (row.aside !== undefined) keep(opened(row));
    },
    async markSaved(deck, segment) {
      mark({ deck, id: segment, state: 'saved' });
      for (const row of inSegment(deck, segment)) keep(arrived(row));
    },
    knownSegments: async (deck) =>
      new Set(
        [...segments.values()].flatMap((row) => (row.deck === deck && row.state === 'saved' ? [row.id] : [])),
      ),
    async merge(deck, ids, found) {
      for (const review of found) keep(mergedRow(deck, review, reviews.get(`${deck}/${review.id}`)));
      for (const id of ids) mark({ deck, id, state: 'saved' });
    },
    decks: async () => [...new Set(rows().map(({ deck }) => deck))],
    async beginAnew() {
      rows().forEach((row) => keep(waitingAnew(row)));
      segments.clear();
    },
    async clear() {
      reviews.clear();
      changed(rows);
      segments.clear();
    },
  };
}

/** How many of these reviews there are of each deck. */
export function countByDeck(rows: readonly ReviewRow[]): ReadonlyMap<DeckId, number> {
  const counts = new Map<DeckId, number>();
  for (const { deck } of rows) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  return counts;
}
