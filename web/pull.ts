import type { DeckId } from '../questions/ids.ts';
import { stores } from './journal.ts';
import { learnerKey } from './learnerKey.ts';
import { listSegments, reviewsIn } from './logClient.ts';
import { warn } from './warn.ts';

const pulls = new Map<DeckId, Promise<boolean>>();

/**
 * Fetches what other devices of this learner wrote, once a page load; again after a failure. True when something new
 * came. A learner without a key has written nothing yet: then nothing is asked of the server.
 */
export async function pull(deck: DeckId): Promise<boolean> {
  const pulling = pulls.get(deck) ?? pullNow(deck);
  pulls.set(deck, pulling);
  try {
    return await pulling;
  } catch (error) {
    pulls.delete(deck);
    warn('What other devices wrote could not be fetched.', error);
    return false;
  }
}

async function pullNow(deck: DeckId): Promise<boolean> {
  const key = await learnerKey();
  const [store] = await stores();
  if (key === null || store === undefined) return false;
  const listed = await listSegments(key, deck);
  if (!listed.ok) throw new Error(listed.problem.detail);
  const known = await store.knownSegments(deck);
  const fresh = listed.value.filter(({ id }) => !known.has(id));
  for (const segment of fresh) {
    const found = await reviewsIn(key, deck, segment);
    if (found.ok) await store.merge(deck, segment.id, found.value);
    else if (found.problem.code !== 'unreadable') throw new Error(found.problem.detail);
    // A segment that this version cannot read waits for the next one; the others are worth having.
    else warn(`The segment ${segment.id} cannot be read.`, found.problem.detail);
  }
  return fresh.length > 0;
}
