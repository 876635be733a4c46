import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DeckIdSchema, LearnerIdSchema, SegmentIdSchema } from '../../questions/ids.ts';
import type { Listed, LogPlace, LogStore } from '../../worker/store.ts';
import { segmentOf } from './reviews.ts';

const place = (learner: string, deck = 'harbour'): LogPlace => ({
  learner: v.parse(LearnerIdSchema, learner.repeat(64)),
  deck: v.parse(DeckIdSchema, deck),
});
const segmentId = (at: number) =>
  v.parse(SegmentIdSchema, `01J0000000000000000001${String(at).padStart(4, '0')}`);

/** What every log store promises. The maker gives an empty store for each test. */
export function storeContract(name: string, makeStore: () => Promise<LogStore>): void {
  describe(`${name} keeps logs`, () => {
    it('gives back what was put, small or large', async () => {
      const store = await makeStore();
      for (const count of [1, 3, 20, 100]) {
        await store.put(place('a'), segmentId(count), segmentOf(count));
        expect(await store.get(place('a'), segmentId(count))).toEqual(segmentOf(count));
      }
    });

    it('keeps every character of an answer', async () => {
      const store = await makeStore();
      const text = 'Қазақстан “日本” 😀 \u0000 \ud800 \r\n " \\';
      await store.put(place('a'), segmentId(1), segmentOf(1, { answer: text }));
      expect(await store.get(place('a'), segmentId(1))).toEqual(segmentOf(1, { answer: text }));
    });

    it('gives undefined for a segment that was never put', async () => {
      expect(await (await makeStore()).get(place('a'), segmentId(1))).toBeUndefined();
    });

    it('lists nothing for an empty log', async () => {
      expect(await (await makeStore()).list(place('a'))).toEqual({ segments: [] });
    });

    it('lists segments by id, whatever the order of arrival', async () => {
      const store = await makeStore();
      for (const at of [3, 1, 2]) await store.put(place('a'), segmentId(at), segmentOf(1));
      expect(ids(await everything(store, place('a')))).toEqual([1, 2, 3].map(segmentId));
    });

    it('has one segment after the same one was put twice', async () => {
      const store = await makeStore();
      for (let time = 0; time < 2; time += 1) await store.put(place('a'), segmentId(1), segmentOf(2));
      expect(ids(await everything(store, place('a')))).toEqual([segmentId(1)]);
      expect(await store.get(place('a'), segmentId(1))).toEqual(segmentOf(2));
    });

    it('keeps learners and decks apart, also where one name begins with another', async () => {
      const store = await makeStore();
      await store.put(place('a'), segmentId(1), segmentOf(1));
      await store.put(place('b'), segmentId(2), segmentOf(1));
      await store.put(place('a', 'harbour-two'), segmentId(3), segmentOf(1));
      expect(ids(await everything(store, place('a')))).toEqual([segmentId(1)]);
      expect(await store.get(place('b'), segmentId(1))).toBeUndefined();
      expect(await store.get(place('a', 'harbour-two'), segmentId(1))).toBeUndefined();
    });

    it('never lists reviews that differ from what a get gives', async () => {
      const store = await makeStore();
      for (const count of [1, 2, 3, 4, 5, 6, 50])
        await store.put(place('a'), segmentId(count), segmentOf(count));
      for (const { id, reviews } of await everything(store, place('a'))) {
        if (reviews !== undefined) expect((await store.get(place('a'), id))?.reviews).toEqual(reviews);
      }
    });
  });
}

/** Follows the cursors to the end. */
async function everything(store: LogStore, at: LogPlace): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(at, cursor);
    found.push(...page.segments);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

function ids(listed: readonly Listed[]): readonly string[] {
  return listed.map(({ id }) => id);
}
