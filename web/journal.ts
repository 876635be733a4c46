import type { DeckId } from '../questions/ids.ts';
import { distinctReviews } from '../questions/log.ts';
import type { Review } from '../questions/review.ts';
import { clockCorrection } from './clock.ts';
import { keeper } from './keeper.ts';
import { learnerKey } from './learnerKey.ts';
import { tellLogChange } from './logChanges.ts';
import { observed } from './observed.ts';
import type { Store } from './store.ts';
import { memoryStore } from './storeMemory.ts';
import { warn } from './warn.ts';

/**
 * Where new answers are kept: on the device; in the page until they are on the server, because the device is full; or in
 * the page alone, because the browser stores nothing, not even the learner key without which the server's copy is lost.
 */
export const keptIn = observed<'device' | 'page-until-sent' | 'page'>('device');

const inPage = memoryStore();
const trouble = { isClosed: false, isFull: false, isKeyLost: false };

/** The stores that hold reviews of this learner: the device's where there is one, and the page's. */
export async function stores(): Promise<readonly Store[]> {
  const log = await keeper().log();
  noteTrouble({ isClosed: log === null });
  return log === null ? [inPage] : [log, inPage];
}

/** Notes what keeps answers, or the learner key, from being kept on the device, or that it no longer does. */
export function noteTrouble(change: Partial<typeof trouble>): void {
  const before = JSON.stringify(trouble);
  const { isClosed, isFull, isKeyLost } = Object.assign(trouble, change);
  if (JSON.stringify(trouble) === before) return;
  keptIn.set(isClosed || isKeyLost ? 'page' : isFull ? 'page-until-sent' : 'device');
}

/** Every review of a deck known on this device. */
export async function reviewsOf(deck: DeckId): Promise<readonly Review[]> {
  const each = await Promise.all((await stores()).map((store) => store.reviewsOf(deck)));
  return [...distinctReviews(each.flat()).values()];
}

/** The log for what comes from the server: what finds no room on the device stays in the page, and comes again next time. */
export const gathering: Pick<Store, 'knownSegments' | 'merge'> = {
  async knownSegments(deck) {
    const each = await Promise.all((await stores()).map((store) => store.knownSegments(deck)));
    return new Set(each.flatMap((ids) => [...ids]));
  },
  async merge(deck, segments, reviews) {
    const [first = inPage] = await stores();
    try {
      await first.merge(deck, segments, reviews);
    } catch (error) {
      warn('What came from the server could not be stored on the device.', error);
      await inPage.merge(deck, segments, reviews);
    }
  },
};

/** Keeps one review; once this has come to its end the next question may be shown. */
export async function keepReview(deck: DeckId, review: Review): Promise<void> {
  // At once: the review was stamped a moment ago, and the server's clock may be heard while the store opens.
  const offMs = clockCorrection.get();
  const [first = inPage] = await stores();
  try {
    await first.add(deck, [review], offMs);
    if ((await inPage.waiting()) === 0) noteTrouble({ isFull: false });
  } catch (error) {
    warn('This review could not be stored on the device.', error);
    noteTrouble({ isFull: true, isKeyLost: !(await isKeyHere()) });
    await inPage.add(deck, [review], offMs);
  }
  tellLogChange(deck, false);
}

async function isKeyHere(): Promise<boolean> {
  return learnerKey().then(
    (key) => key !== null,
    () => false,
  );
}

/** The decks of which there are reviews on this device. */
export async function studiedDecks(): Promise<ReadonlySet<DeckId>> {
  const each = await Promise.all((await stores()).map((store) => store.decks()));
  return new Set(each.flat());
}
