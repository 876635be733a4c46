import { expect, test } from 'vitest';
import type { Review } from '../../questions/review.ts';
import type { Store } from '../../web/store.ts';
import { answer, HARBOUR, ISLANDS, segment } from './reviews.ts';

const NOW = 1_700_100_000_000;
const YEAR_MS = 365 * 86_400_000;

/** What every store of the learner's log promises. `make` gives an empty one. */
export function storeContract(name: string, make: () => Promise<Store>): void {
  const title = (text: string) => `${name}: ${text}`;

  test(title('a review is waiting until its segment is saved, and is there all the time'), async () => {
    const store = await make();
    await store.add(HARBOUR, [answer(1)], 0);
    expect([await store.waiting(), await store.reviewsOf(HARBOUR)]).toEqual([1, [answer(1)]]);
    await store.seal(HARBOUR, segment(1), 0);
    expect([await store.waiting(), (await store.unsealed()).size]).toEqual([1, 0]);
    await store.markSaved(HARBOUR, segment(1));
    expect([await store.waiting(), await store.outgoing()]).toEqual([0, []]);
    expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1)]);
    expect([...(await store.knownSegments(HARBOUR))]).toEqual([segment(1)]);
  });

  test(title('what is added a second time stays as it is'), async () => {
    const store = await make();
    await saved(store, [answer(1)], 1);
    await store.add(HARBOUR, [{ ...answer(1), answer: 'other' }, answer(2)], 0);
    expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2)]);
    expect(await store.waiting()).toBe(1);
  });

  test(
    title('a segment holds what waited of one deck and keeps its bytes whatever comes later'),
    async () => {
      const store = await make();
      await store.add(HARBOUR, [answer(1)], 0);
      await store.add(ISLANDS, [answer(2)], 0);
      const sealed = await store.seal(HARBOUR, segment(1), 0);
      await store.add(HARBOUR, [answer(3)], 0);
      expect(sealed?.body).toBe(JSON.stringify({ v: 1, reviews: [answer(1)] }));
      expect(await store.outgoing()).toEqual([sealed]);
      expect(Object.fromEntries(await store.unsealed())).toEqual({ harbour: 1, islands: 1 });
    },
  );

  test(
    title('a segment takes a hundred reviews, the next one the rest, and a third is not made'),
    async () => {
      const store = await make();
      await store.add(
        HARBOUR,
        Array.from({ length: 130 }, (_, n) => answer(n)),
        0,
      );
      const bodies = [await store.seal(HARBOUR, segment(1), 0), await store.seal(HARBOUR, segment(2), 0)];
      expect(bodies.map((sealed) => sealed?.body.match(/"id"/g)?.length)).toEqual([100, 30]);
      expect(await store.seal(HARBOUR, segment(3), 0)).toBeNull();
    },
  );

  test(title('a segment that is opened lets its reviews go into another one'), async () => {
    const store = await make();
    await store.add(HARBOUR, [answer(1), answer(2)], 0);
    await store.seal(HARBOUR, segment(1), 0);
    await store.unseal(HARBOUR, segment(1));
    expect([await store.outgoing(), [...(await store.unsealed())]]).toEqual([[], [[HARBOUR, 2]]]);
    expect((await store.seal(HARBOUR, segment(2), 0))?.segment).toBe(segment(2));
  });

  test(
    title('of a refused segment only the named reviews are set aside, until they are taken up'),
    async () => {
      const store = await make();
      await store.add(HARBOUR, [answer(1), answer(2), answer(3)], 0);
      await store.seal(HARBOUR, segment(1), 0);
      await store.setAside(HARBOUR, segment(1), 'No such fact.', [1]);
      expect([[...(await store.asides())], await store.waiting()]).toEqual([[[HARBOUR, 'No such fact.']], 3]);
      expect((await store.seal(HARBOUR, segment(2), 0))?.body).toBe(
        JSON.stringify({ v: 1, reviews: [answer(1), answer(3)] }),
      );
      await store.takeUp();
      expect([[...(await store.asides())], [...(await store.unsealed())]]).toEqual([[], [[HARBOUR, 1]]]);
      expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2), answer(3)]);
    },
  );

  test(title('a segment that is refused as a whole is set aside as a whole'), async () => {
    const store = await make();
    await store.add(HARBOUR, [answer(1), answer(2)], 0);
    await store.seal(HARBOUR, segment(1), 0);
    await store.setAside(HARBOUR, segment(1), 'Too long.', null);
    expect([(await store.unsealed()).size, await store.outgoing(), await store.waiting()]).toEqual([
      0,
      [],
      2,
    ]);
  });

  test(title('the times of loose reviews are put right, those of a segment are not'), async () => {
    const store = await make();
    await store.add(HARBOUR, [answer(1)], 0);
    await store.seal(HARBOUR, segment(1), 0);
    await store.add(HARBOUR, [answer(2), answer(3)], 0);
    expect(await store.putRight(-YEAR_MS, NOW)).toBe(true);
    expect(await store.putRight(-YEAR_MS, NOW)).toBe(false);
    const moved = (n: number) => ({ ...answer(n), answeredAtMs: answer(n).answeredAtMs - YEAR_MS });
    expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1), moved(2), moved(3)]);
    expect((await store.seal(HARBOUR, segment(2), -YEAR_MS))?.offMs).toBe(-YEAR_MS);
  });

  test(
    title('merging segments of the server is set union, and ends the wait of what they hold'),
    async () => {
      const store = await make();
      await store.add(HARBOUR, [answer(1)], 0);
      for (let time = 0; time < 2; time += 1)
        await store.merge(HARBOUR, [segment(8), segment(9)], [answer(1), answer(2)]);
      expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2)]);
      expect([await store.waiting(), (await store.unsealed()).size]).toEqual([0, 0]);
      expect([...(await store.knownSegments(HARBOUR))]).toEqual([segment(8), segment(9)]);
      expect(await store.knownSegments(ISLANDS)).toEqual(new Set());
      expect(await store.decks()).toEqual([HARBOUR]);
    },
  );

  test(title('of two records of one id every device keeps the same, whichever came first'), async () => {
    const other: Review = { ...answer(1), answeredAtMs: answer(1).answeredAtMs + 5 };
    const kept = await Promise.all(
      [
        [answer(1), other],
        [other, answer(1)],
      ].map(async (records) => {
        const store = await make();
        for (const [at, record] of records.entries()) await store.merge(HARBOUR, [segment(at)], [record]);
        return store.reviewsOf(HARBOUR);
      }),
    );
    expect(kept[0]).toEqual(kept[1]);
  });

  test(title('an own segment that was merged is not sent again'), async () => {
    const store = await make();
    await store.add(HARBOUR, [answer(1)], 0);
    await store.seal(HARBOUR, segment(1), 0);
    await store.merge(HARBOUR, [segment(9), segment(1)], [answer(1)]);
    expect([await store.outgoing(), await store.waiting()]).toEqual([[], 0]);
  });

  test(title('begun anew, everything waits again and no segment is known'), async () => {
    const store = await make();
    await saved(store, [answer(1)], 1);
    await store.add(HARBOUR, [answer(2)], 0);
    await store.seal(HARBOUR, segment(2), 0);
    await store.beginAnew();
    expect([await store.outgoing(), [...(await store.unsealed())]]).toEqual([[], [[HARBOUR, 2]]]);
    expect(await store.knownSegments(HARBOUR)).toEqual(new Set());
  });

  test(title('cleared, nothing is left'), async () => {
    const store = await make();
    await saved(store, [answer(1)], 1);
    await store.clear();
    expect([await store.decks(), await store.waiting(), await store.reviewsOf(HARBOUR)]).toEqual([[], 0, []]);
    expect(await store.knownSegments(HARBOUR)).toEqual(new Set());
  });
}

async function saved(store: Store, reviews: readonly Review[], n: number): Promise<void> {
  await store.add(HARBOUR, reviews, 0);
  await store.seal(HARBOUR, segment(n), 0);
  await store.markSaved(HARBOUR, segment(n));
}
