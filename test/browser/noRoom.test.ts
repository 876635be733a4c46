import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { next } from './robot.ts';
import { expectSavedOnce, segmentsInKv } from './savedLog.ts';
import { answer, DECK, sessionOf, study, studyToTheEnd } from './sessions.ts';
import { setStage } from './stage.ts';
import { keyInBrowser, reviewsInBrowser } from './storage.ts';

const stage = setStage();
const { server } = stage;
const NO_ROOM = /no room left\. Please make some, and do not close this page/;
const NOT_KEPT = /does not let us keep anything/;

const ROOM_BYTES = 20_000_000;

/** Gives the origin so much room in all. */
async function giveRoom(page: Page, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize });
}

/** Takes all room away. Chromium spends what it once was given, until a write is too big for that: then it asks again. */
async function takeRoom(page: Page): Promise<void> {
  await giveRoom(page, 1);
  const failed = await page.evaluate(async (bytes) => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const change = database.transaction('settings', 'readwrite');
    change.objectStore('settings').put('x'.repeat(bytes), 'big');
    const error = await new Promise<string | undefined>((resolve) => {
      change.addEventListener('complete', () => resolve(undefined));
      change.addEventListener('abort', () => resolve(change.error?.name));
    });
    database.close();
    return error;
  }, ROOM_BYTES);
  expect(failed).toBe('QuotaExceededError');
}

/** A new learner on a device with some room. */
async function learnerWithRoom(): Promise<Page> {
  const page = await stage.newLearner();
  await giveRoom(page, ROOM_BYTES);
  await page.goto(server.url + sessionOf(5));
  await page.locator('form.question').waitFor();
  return page;
}

const saved = (page: Page) => page.locator('.saved').textContent();
const notices = (page: Page) => page.locator('.notice').allTextContents();

/** A learner who has a key, and five reviews on the server. */
async function knownLearner(): Promise<Page> {
  const page = await learnerWithRoom();
  await studyToTheEnd(page);
  await expectSavedOnce(server, page, 5);
  return page;
}

test('on a full device the session goes on with a warning, reaches the server, and comes back from there', async () => {
  const page = await knownLearner();
  await takeRoom(page);
  await page.goto(server.url + sessionOf(10));
  await study(page, 4);
  expect([await saved(page), await notices(page)]).toEqual(['waiting (4)', [expect.stringMatching(NO_ROOM)]]);
  await studyToTheEnd(page);
  await page.getByText(/^saved/).waitFor();
  expect(await notices(page)).toEqual([]);
  expect(await reviewsInBrowser(page)).toHaveLength(5);
  const inKv = await segmentsInKv(server, await keyInBrowser(page));
  expect(inKv.map(({ reviews }) => reviews.length).toSorted((a, b) => a - b)).toEqual([5, 10]);
  await page.goto(`${server.url}/decks/${DECK}/progress`);
  await expect.poll(() => page.locator('summary', { hasText: 'One answer' }).count()).toBe(15);
  expect(await saved(page)).toBe('saved ✓');
  await giveRoom(page, ROOM_BYTES);
  await page.reload();
  await expect.poll(() => reviewsInBrowser(page)).toHaveLength(15);
  await expectSavedOnce(server, page, 15);
  await page.context().close();
});

test('what waits when the device gets full stays there waiting, holds up nothing, and is saved once there is room', async () => {
  const page = await knownLearner();
  await page.goto(server.url + sessionOf(5));
  await study(page, 2);
  await takeRoom(page);
  await studyToTheEnd(page);
  await page.getByText('waiting (2)').waitFor();
  expect(await notices(page)).toEqual([expect.stringMatching(NO_ROOM)]);
  expect(await reviewsInBrowser(page)).toHaveLength(7);
  await giveRoom(page, ROOM_BYTES);
  await page.getByText(/^saved/).waitFor({ timeout: 30_000 });
  await page.reload();
  await expect.poll(() => reviewsInBrowser(page)).toHaveLength(10);
  await expectSavedOnce(server, page, 10);
  await page.context().close();
});

test('on a full device a new learner, whose key finds no room, is told that nothing is kept, until there is room', async () => {
  const page = await learnerWithRoom();
  await takeRoom(page);
  await answer(page);
  await page.getByText('not kept (1)').waitFor();
  await next(page);
  await studyToTheEnd(page);
  expect([await saved(page), await notices(page)]).toEqual([
    'not kept (5)',
    [expect.stringMatching(NOT_KEPT)],
  ]);
  await giveRoom(page, ROOM_BYTES);
  await page.getByText(/^saved/).waitFor({ timeout: 30_000 });
  await page.reload();
  await expect.poll(() => reviewsInBrowser(page)).toHaveLength(5);
  await expectSavedOnce(server, page, 5);
  await page.context().close();
});
