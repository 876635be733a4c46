import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DeckIdSchema, LearnerIdSchema, SegmentIdSchema, type LearnerId } from '../../questions/ids.ts';
import type { Segment } from '../../questions/review.ts';
import { Refusal } from '../../worker/problem.ts';
import type { Listed, LogPlace, LogStore, Merged } from '../../worker/store.ts';
import { segmentOf } from './reviews.ts';

/** A store to hold to the contract. */
export interface Provided {
  readonly store: LogStore;
  /** Resolves when everything that was written can be seen everywhere, and a refused call may be tried again. */
  readonly settle: () => Promise<void>;
}

const learner = (letter: string) => v.parse(LearnerIdSchema, letter.repeat(64));
const place = (letter: string, deck = 'harbour'): LogPlace => ({
  learner: learner(letter),
  deck: v.parse(DeckIdSchema, deck),
});
const segmentId = (at: number) =>
  v.parse(SegmentIdSchema, `01J0000000000000000001${String(at).padStart(4, '0')}`);

/** What every log store promises. The maker gives an empty store for each test. */
export function storeContract(name: string, makeStore: () => Promise<Provided>): void {
  const make = async (): Promise<Provided> => patient(await makeStore());

  describe(`${name} keeps logs`, () => {
    it('gives back what was put, small or large', async () => {
      const { store, settle } = await make();
      for (const count of [1, 3, 20, 100]) {
        await store.put(place('a'), segmentId(count), segmentOf(count));
        await settle();
        expect(await segmentAt(store, place('a'), count)).toEqual(segmentOf(count));
      }
    });

    it('keeps every character of an answer', async () => {
      const { store, settle } = await make();
      const text = 'Қазақстан “日本” 😀 \u0000 \ud800 \r\n " \\';
      await store.put(place('a'), segmentId(1), segmentOf(1, { answer: text }));
      await settle();
      expect(await segmentAt(store, place('a'), 1)).toEqual(segmentOf(1, { answer: text }));
    });

    it('gives undefined for a segment that was never put', async () => {
      const { store } = await make();
      expect(await store.get(place('a'), segmentId(1))).toBeUndefined();
    });

    it('lists nothing for an empty log', async () => {
      const { store } = await make();
      expect(await store.list(learner('a'))).toEqual({ segments: [] });
    });

    it('lists segments by id, whatever the order of arrival', async () => {
      const { store, settle } = await make();
      for (const at of [3, 1, 2]) await store.put(place('a'), segmentId(at), segmentOf(1));
      await settle();
      expect(ids(await everything(store, learner('a')))).toEqual([1, 2, 3].map(segmentId));
    });

    it('lists the segments of every deck of a learner, by deck and id', async () => {
      const { store, settle } = await make();
      for (const [deck, at] of [
        ['islands', 1],
        ['harbour-two', 4],
        ['harbour', 3],
        ['harbour', 2],
      ] as const) {
        await store.put(place('a', deck), segmentId(at), segmentOf(1));
      }
      await settle();
      const found = await everything(store, learner('a'));
      // By key, where "-" comes before "/": the segments of one deck stand together.
      expect(found.map(({ deck, id }) => `${deck} ${id}`)).toEqual([
        `harbour-two ${segmentId(4)}`,
        `harbour ${segmentId(2)}`,
        `harbour ${segmentId(3)}`,
        `islands ${segmentId(1)}`,
      ]);
    });

    it('has one segment after the same one was put twice', async () => {
      const { store, settle } = await make();
      for (let time = 0; time < 2; time += 1) await store.put(place('a'), segmentId(1), segmentOf(2));
      await settle();
      expect(ids(await everything(store, learner('a')))).toEqual([segmentId(1)]);
      expect(await segmentAt(store, place('a'), 1)).toEqual(segmentOf(2));
    });

    it('keeps learners and decks apart, also where one name begins with another', async () => {
      const { store, settle } = await make();
      await store.put(place('a'), segmentId(1), segmentOf(1));
      await store.put(place('b'), segmentId(2), segmentOf(1));
      await store.put(place('a', 'harbour-two'), segmentId(3), segmentOf(1));
      await settle();
      expect(ids(await everything(store, learner('b')))).toEqual([segmentId(2)]);
      expect(await store.get(place('b'), segmentId(1))).toBeUndefined();
      expect(await store.get(place('a', 'harbour-two'), segmentId(1))).toBeUndefined();
      expect(await store.get(place('a'), segmentId(3))).toBeUndefined();
    });

    it('never lists reviews that differ from what a get gives', async () => {
      const { store, settle } = await make();
      for (const count of [1, 2, 3, 4, 5, 6, 50])
        await store.put(place('a'), segmentId(count), segmentOf(count));
      await settle();
      const listed = (await everything(store, learner('a'))).filter(({ reviews }) => reviews !== undefined);
      expect(listed.length).toBeGreaterThan(0);
      for (const { reviews } of listed)
        expect((await segmentAt(store, place('a'), reviews?.length ?? 0))?.reviews).toEqual(reviews);
    });

    it('gives each segment once on the pages that the cursors lead through', async () => {
      const { store, settle } = await make();
      const all = Array.from({ length: 60 }, (_, at) => at);
      for (const at of all) await store.put(place('a', `deck-${at % 3}`), segmentId(at), segmentOf(1));
      await settle();
      const found = await everything(store, learner('a'));
      expect([...ids(found)].sort()).toEqual(all.map(segmentId));
    });

    it('lists a merged segment with what stands in it, and gives its bytes unchanged', async () => {
      const { store, settle } = await make();
      const body = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256);
      await store.put(place('a'), segmentId(1), segmentOf(100));
      await store.putMerged(place('a'), segmentId(2), body, mergedOf(body, [1, 3]));
      await settle();
      expect(await everything(store, learner('a'))).toEqual([
        { deck: 'harbour', id: segmentId(1) },
        { deck: 'harbour', id: segmentId(2), merged: mergedOf(body, [1, 3]) },
      ]);
      expect(new Uint8Array((await store.get(place('a'), segmentId(2))) ?? [])).toEqual(body);
    });

    it('keeps a merged segment once after it was put twice', async () => {
      const { store, settle } = await make();
      const body = new TextEncoder().encode(JSON.stringify(segmentOf(3)));
      for (let time = 0; time < 2; time += 1)
        await store.putMerged(place('a'), segmentId(1), body, mergedOf(body, [2]));
      await settle();
      expect(ids(await everything(store, learner('a')))).toEqual([segmentId(1)]);
      expect(await segmentAt(store, place('a'), 1)).toEqual(segmentOf(3));
    });

    it('neither gives nor lists a segment after it was removed, and keeps all others', async () => {
      const { store, settle } = await make();
      const kept = [place('a'), place('b'), place('a', 'harbour-two')];
      for (const at of kept) await store.put(at, segmentId(1), segmentOf(1));
      await store.put(place('a'), segmentId(2), segmentOf(1));
      await settle();
      await store.remove(place('a'), segmentId(2));
      await settle();
      expect(await store.get(place('a'), segmentId(2))).toBeUndefined();
      expect(ids(await everything(store, learner('a')))).toEqual([segmentId(1), segmentId(1)]);
      for (const at of kept) expect(await segmentAt(store, at, 1)).toEqual(segmentOf(1));
    });

    it('takes it when a segment is removed twice, or was never there', async () => {
      const { store, settle } = await make();
      await store.put(place('a'), segmentId(1), segmentOf(1));
      await settle();
      for (const at of [1, 1, 2]) await store.remove(place('a'), segmentId(at));
      await settle();
      expect(await everything(store, learner('a'))).toEqual([]);
    });

    it('has a segment again when it is put again after it was removed', async () => {
      const { store, settle } = await make();
      await store.put(place('a'), segmentId(1), segmentOf(2));
      await store.remove(place('a'), segmentId(1));
      await store.put(place('a'), segmentId(1), segmentOf(2));
      await settle();
      expect(ids(await everything(store, learner('a')))).toEqual([segmentId(1)]);
      expect(await segmentAt(store, place('a'), 1)).toEqual(segmentOf(2));
    });

    it('erases every deck of one learner, step by step, and nothing of another', async () => {
      const { store, settle } = await make();
      const body = new TextEncoder().encode(JSON.stringify(segmentOf(3)));
      await store.putMerged(place('a'), segmentId(0), body, mergedOf(body, [1]));
      for (let at = 1; at < 10; at += 1)
        await store.put(place('a', `deck-${at % 2}`), segmentId(at), segmentOf(1));
      await store.put(place('b'), segmentId(1), segmentOf(1));
      await settle();
      while ((await store.erase(learner('a'))).more) await settle();
      await settle();
      expect(await everything(store, learner('a'))).toEqual([]);
      expect(await store.get(place('a'), segmentId(0))).toBeUndefined();
      expect(ids(await everything(store, learner('b')))).toEqual([segmentId(1)]);
    });
  });
}

/** The same store for a caller who tries again when the store is not available, as a client does. */
function patient({ store, settle }: Provided): Provided {
  const again = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'store-unavailable' || tries === 100) throw error;
        await settle();
      }
    }
  };
  return {
    settle,
    store: {
      put: (...given) => again(() => store.put(...given)),
      putMerged: (...given) => again(() => store.putMerged(...given)),
      list: (...given) => again(() => store.list(...given)),
      get: (...given) => again(() => store.get(...given)),
      remove: (...given) => again(() => store.remove(...given)),
      erase: (...given) => again(() => store.erase(...given)),
    },
  };
}

function mergedOf(body: Uint8Array, covers: readonly number[]): Merged {
  return { level: 1, covers: covers.map(segmentId), bytes: body.length, mergedAtMs: Date.UTC(2024, 4, 2) };
}

async function segmentAt(store: LogStore, at: LogPlace, id: number): Promise<Segment | undefined> {
  const body = await store.get(at, segmentId(id));
  return body === undefined ? undefined : (JSON.parse(new TextDecoder().decode(body)) as Segment);
}

/** Follows the cursors to the end. */
async function everything(store: LogStore, of: LearnerId): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(of, cursor);
    found.push(...page.segments);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

function ids(listed: readonly Listed[]): readonly string[] {
  return listed.map(({ id }) => id);
}
