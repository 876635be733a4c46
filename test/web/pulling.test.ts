import { expect, test, vi } from 'vitest';
import type { SegmentId } from '../../questions/ids.ts';
import type { Review } from '../../questions/review.ts';
import { loaded, notLoaded, type LoadProblem } from '../../web/loaded.ts';
import type { ListedSegment } from '../../web/logServer.ts';
import { pullInto } from '../../web/pulling.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { answer, HARBOUR, ISLANDS, segment } from './reviews.ts';

type Stored = readonly Review[] | LoadProblem['code'];

const sent = (n: number, deck = HARBOUR): ListedSegment => ({ deck, id: segment(n) });
const merged = (n: number, covers: readonly number[]): ListedSegment => ({
  deck: HARBOUR,
  id: segment(n),
  merged: { covers: covers.map(segment) },
});

/** A server with this list, and these segments (or what is wrong with them) by number; `reads` says what was asked for. */
function server(list: readonly ListedSegment[], stored: Readonly<Record<number, Stored>>) {
  const reads: SegmentId[] = [];
  const byId = new Map(Object.entries(stored).map(([n, found]) => [segment(Number(n)), found]));
  return {
    reads,
    list: async () => loaded(list),
    read: async ({ id }: ListedSegment) => {
      reads.push(id);
      const found = byId.get(id) ?? 'missing';
      return typeof found === 'string' ? notLoaded(found, id) : loaded(found);
    },
  };
}

test('fetches of every deck what is not here, once, and says to which decks something came', async () => {
  const store = memoryStore();
  const two = server([sent(1), sent(2), sent(3, ISLANDS)], {
    1: [answer(1)],
    2: [answer(2)],
    3: [answer(3)],
  });
  expect(await pullInto(store, two)).toEqual(loaded([HARBOUR, ISLANDS]));
  expect(await pullInto(store, two)).toEqual(loaded([]));
  expect(two.reads).toEqual([1, 2, 3].map(segment));
  expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2)]);
  expect(await store.reviewsOf(ISLANDS)).toEqual([answer(3)]);
});

test('a new device reads only what stands in no other segment', async () => {
  const store = memoryStore();
  const list = [sent(1), sent(2), merged(8, [1, 2]), merged(9, [8]), sent(3)];
  const log = server(list, { 9: [answer(1), answer(2)], 3: [answer(3)] });
  await pullInto(store, log);
  expect(log.reads).toEqual([9, 3].map(segment));
  expect(await store.reviewsOf(HARBOUR)).toEqual([1, 2, 3].map(answer));
});

test('a device that has all of a merged segment does not read it, nor what is merged of that', async () => {
  const store = memoryStore();
  await pullInto(store, server([sent(1), sent(2)], { 1: [answer(1)], 2: [answer(2)] }));
  const later = server([sent(1), sent(2), merged(8, [1, 2])], {});
  await pullInto(store, later);
  const muchLater = server([merged(8, [1, 2]), merged(9, [8])], {});
  expect(await pullInto(store, muchLater)).toEqual(loaded([]));
  expect([later.reads, muchLater.reads]).toEqual([[], []]);
});

test('a device that lacks one part of a merged segment reads it', async () => {
  const store = memoryStore();
  await pullInto(store, server([sent(1)], { 1: [answer(1)] }));
  const log = server([sent(1), sent(2), merged(8, [1, 2])], { 8: [answer(1), answer(2)] });
  await pullInto(store, log);
  expect(log.reads).toEqual([segment(8)]);
  expect([...(await store.knownSegments(HARBOUR))]).toEqual([1, 8, 2].map(segment));
});

test('a merged segment that is listed but cannot be found yet is replaced by its parts, and asked for again', async () => {
  const store = memoryStore();
  const list = [sent(1), merged(8, [1, 2])];
  await pullInto(store, server(list, { 1: [answer(1)] }));
  expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1)]);
  await pullInto(store, server(list, { 8: [answer(1), answer(2)] }));
  expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2)]);
});

test('a segment that this version cannot read stays unknown and holds up nothing', async () => {
  const said = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const store = memoryStore();
  await pullInto(store, server([sent(1), sent(2)], { 1: 'unreadable', 2: [answer(2)] }));
  expect([...(await store.knownSegments(HARBOUR))]).toEqual([segment(2)]);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});

test('what fails on the way is told, and what came before it is kept', async () => {
  const store = memoryStore();
  const log = server([sent(1), sent(2)], { 1: [answer(1)], 2: 'unreachable' });
  expect(await pullInto(store, log)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
  expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1)]);
});

test('of two records of one review in a merged segment every device keeps the same', async () => {
  const other = { ...answer(1), answeredAtMs: answer(1).answeredAtMs - 7 };
  const kept = await Promise.all(
    [
      [answer(1), other],
      [other, answer(1)],
    ].map(async (reviews) => {
      const store = memoryStore();
      await pullInto(store, server([merged(8, [1, 2])], { 8: reviews }));
      return store.reviewsOf(HARBOUR);
    }),
  );
  expect(kept[0]).toEqual(kept[1]);
  expect(kept[0]).toHaveLength(1);
});
