import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { ReviewSchema, type Review } from '../../questions/review.ts';

/** Every review that the browser keeps, parsed. */
export async function reviewsInBrowser(page: Page): Promise<readonly Review[]> {
  const rows = await page.evaluate(async () => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const all = database.transaction('reviews').objectStore('reviews').getAll();
    const found = await new Promise<{ review: unknown }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result);
    });
    database.close();
    return found.map(({ review }) => review);
  });
  return v.parse(v.array(ReviewSchema), rows);
}

/** Forgets the reviews in the browser, not the learner key. */
export async function forgetReviews(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const change = database.transaction(['reviews', 'segments'], 'readwrite');
    change.objectStore('reviews').clear();
    change.objectStore('segments').clear();
    await new Promise<void>((resolve) => {
      change.oncomplete = () => resolve();
    });
    database.close();
  });
}
