import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { distinctReviews } from '../../questions/log.ts';
import { ReviewSchema, type Review } from '../../questions/review.ts';

/** Every review that the browser keeps, parsed. */
export async function reviewsInBrowser(page: Page): Promise<readonly Review[]> {
  const rows = await page.evaluate(async () => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const shelves = database.transaction(['reviews', 'pulled']);
    const all = (shelf: string) =>
      new Promise<{ review?: unknown; reviews?: unknown[] }[]>((resolve) => {
        const asked = shelves.objectStore(shelf).getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
    const [own, pulled] = await Promise.all([all('reviews'), all('pulled')]);
    database.close();
    return [...own.map(({ review }) => review), ...pulled.flatMap(({ reviews = [] }) => reviews)];
  });
  return [...distinctReviews(v.parse(v.array(ReviewSchema), rows)).values()];
}

/** Forgets the reviews in the browser, not the learner key. */
export async function forgetReviews(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const change = database.transaction(['reviews', 'pulled', 'segments'], 'readwrite');
    change.objectStore('reviews').clear();
    change.objectStore('pulled').clear();
    change.objectStore('segments').clear();
    await new Promise<void>((resolve) => {
      change.oncomplete = () => resolve();
    });
    database.close();
  });
}

/** The learner key that the browser keeps. Throws where there is none. */
export async function keyInBrowser(page: Page): Promise<string> {
  const key = await page.evaluate(async () => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const get = database.transaction('settings').objectStore('settings').get('learnerKey');
    const found = await new Promise<unknown>((resolve) => {
      get.onsuccess = () => resolve(get.result);
    });
    database.close();
    return found;
  });
  return v.parse(v.string(), key);
}

/** Lets the browser have this learner key before it opens the app for the first time. */
export async function giveKey(page: Page, origin: string, key: string): Promise<void> {
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(`${origin}/blank`);
  await page.evaluate(async (value) => {
    const open = indexedDB.open('steppe', 1);
    open.onupgradeneeded = () => {
      const reviews = open.result.createObjectStore('reviews', { keyPath: ['deck', 'id'] });
      reviews.createIndex('waiting', 'waiting');
      open.result.createObjectStore('segments', { keyPath: ['deck', 'id'] });
      open.result.createObjectStore('settings').put(value, 'learnerKey');
    };
    await new Promise<void>((resolve) => {
      open.onsuccess = () => resolve();
    });
    open.result.close();
  }, key);
  await page.unroute('**/blank');
}
