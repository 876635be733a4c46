import { canonicalReview } from '../../questions/log.ts';
import type { Review } from '../../questions/review.ts';
import type { LearnerKey } from '../../web/learnerKey.ts';
import { pullInto } from '../../web/pulling.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { HttpLog } from './httpLog.ts';
import { Tally } from './tally.ts';

/** How a learner's log on the server compares with what the server had said it has. */
export interface Compared {
  /** Reviews that are not there, or not as they were sent. */
  readonly lost: number;
  /** Reviews that a new device reads more than once. */
  readonly twice: number;
}

/** Reads a learner's log as a new device does. Throws where it cannot be read. */
export async function compareSaved(
  url: string,
  key: LearnerKey,
  saved: readonly Review[],
): Promise<Compared> {
  const log = new HttpLog({ url, key, tally: new Tally() });
  const store = memoryStore();
  const read: Review[] = [];
  const pulled = await pullInto(store, {
    list: () => log.list(),
    read: async (listed) => {
      const result = await log.read(listed);
      if (result.ok) read.push(...result.value);
      return result;
    },
  });
  if (!pulled.ok) throw new Error(`The log cannot be read back: ${pulled.problem.detail}`);
  const decks = await store.decks();
  const here = (await Promise.all(decks.map((deck) => store.reviewsOf(deck)))).flat();
  const found = new Map(here.map((review) => [review.id, canonicalReview(review)]));
  return {
    lost: saved.filter((review) => found.get(review.id) !== canonicalReview(review)).length,
    twice: read.length - found.size,
  };
}
