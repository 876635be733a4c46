import { expect, test } from 'vitest';
import type { Store } from '../../web/store.ts';
import { answer, HARBOUR, ISLANDS, segment } from './reviews.ts';

/** What every store of the learner's log promises. `make` gives an empty one. */
export function storeContract(name: string, make: () => Promise<Store>): void {
  test(`${name}: a review is waiting until its segment is saved, and is there all the time`, async () => {
    const store = await make();
    await store.add(HARBOUR, answer(1));
    expect([await store.waiting(), await store.reviewsOf(HARBOUR)]).toEqual([1, [answer(1)]]);
    await store.seal(HARBOUR, segment(1));
    expect([await store.waiting(), (await store.unsealed()).size]).toEqual([1, 0]);
    await store.markSaved(HARBOUR, segment(1));
    expect([await store.waiting(), await store.outgoing()]).toEqual([0, []]);
    expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1)]);
    expect([...(await store.knownSegments(HARBOUR))]).toEqual([segment(1)]);
  });

  test(`${name}: a segment holds what waited of one deck and keeps its bytes whatever comes later`, async () => {
    const store = await make();
    await store.add(HARBOUR, answer(1));
    await store.add(ISLANDS, answer(2));
    const sealed = await store.seal(HARBOUR, segment(1));
    await store.add(HARBOUR, answer(3));
    expect(sealed?.body).toBe(JSON.stringify({ v: 1, reviews: [answer(1)] }));
    expect((await store.outgoing()).map(({ body }) => body)).toEqual([sealed?.body]);
    expect(await store.unsealed()).toEqual(
      new Map([
        [HARBOUR, 1],
        [ISLANDS, 1],
      ]),
    );
  });

  test(`${name}: a segment takes a hundred reviews, the next one the rest, and a third is not made`, async () => {
    const store = await make();
    for (let n = 0; n < 130; n += 1) await store.add(HARBOUR, answer(n));
    const bodies = [await store.seal(HARBOUR, segment(1)), await store.seal(HARBOUR, segment(2))];
    expect(bodies.map((sealed) => sealed?.body.match(/"id"/g)?.length)).toEqual([100, 30]);
    expect(await store.seal(HARBOUR, segment(3))).toBeNull();
  });

  test(`${name}: a refused segment stays, with the reason`, async () => {
    const store = await make();
    await store.add(HARBOUR, answer(1));
    await store.seal(HARBOUR, segment(1));
    await store.markRefused(HARBOUR, segment(1), 'Too long.');
    expect((await store.outgoing()).map(({ refused }) => refused)).toEqual(['Too long.']);
    expect(await store.waiting()).toBe(1);
  });

  test(`${name}: merging a segment of the server is set union, and ends the wait of what it holds`, async () => {
    const store = await make();
    await store.add(HARBOUR, answer(1));
    await store.merge(HARBOUR, segment(9), [answer(1), answer(2)]);
    await store.merge(HARBOUR, segment(9), [answer(1), answer(2)]);
    expect(await store.reviewsOf(HARBOUR)).toEqual([answer(1), answer(2)]);
    expect(await store.waiting()).toBe(0);
    expect(await store.decks()).toEqual([HARBOUR]);
  });
}
