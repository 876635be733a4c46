import type { DeckId } from '../questions/ids.ts';
import type { Review } from '../questions/review.ts';
import { clockOffMs } from './clock.ts';
import { openDatabase } from './database.ts';
import { tellLogChange } from './logChanges.ts';
import { observed } from './observed.ts';
import type { Store } from './store.ts';
import { indexedDbStore } from './storeIndexedDb.ts';
import { memoryStore } from './storeMemory.ts';
import { warn } from './warn.ts';

/**
 * Where new answers are kept: on the device; in the page until they are on the server, because the device is full; or in
 * the page alone, because the browser stores nothing, not even the learner key without which the server's copy is lost.
 */
export const keptIn = observed<'device' | 'page-until-sent' | 'page'>('device');

const inPage = memoryStore();
let onDevice: Promise<Store | null> | null = null;

/** The stores that hold reviews of this learner: the device's where there is one, and the page's. */
export async function stores(): Promise<readonly Store[]> {
  onDevice ??= openStore();
  const store = await onDevice;
  return store === null ? [inPage] : [store, inPage];
}

/** Every review of a deck known on this device. */
export async function reviewsOf(deck: DeckId): Promise<readonly Review[]> {
  const each = await Promise.all((await stores()).map((store) => store.reviewsOf(deck)));
  return each.flat();
}

/** Keeps one review; once this has come to its end the next question may be shown. */
export async function keepReview(deck: DeckId, review: Review): Promise<void> {
  const [first = inPage] = await stores();
  try {
    await first.add(deck, [review], clockOffMs());
  } catch (error) {
    warn('This review could not be stored on the device.', error);
    keptIn.set('page-until-sent');
    await inPage.add(deck, [review], clockOffMs());
  }
  tellLogChange(deck, false);
}

/** The decks of which there are reviews on this device. */
export async function studiedDecks(): Promise<ReadonlySet<DeckId>> {
  const each = await Promise.all((await stores()).map((store) => store.decks()));
  return new Set(each.flat());
}

async function openStore(): Promise<Store | null> {
  const database = await openDatabase();
  if (database === null) keptIn.set('page');
  return database === null ? null : indexedDbStore(database);
}
