import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Profile } from './profile.ts';
import { expectSavedOnce } from './savedLog.ts';
import { sessionOf, shownQuestion, study, studyToTheEnd } from './sessions.ts';
import { setStage } from './stage.ts';
import { reviewsInBrowser } from './storage.ts';

const { server } = setStage();

/** Lets the page's process crash and loads the tab anew, as its user does. */
async function crashAndReload(page: Page, profile: Profile): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  session.send('Page.reload').catch(() => undefined);
  const tab = (await profile.connectAgain()).contexts()[0]?.pages()[0];
  if (tab === undefined) throw new Error('no tab');
  return tab;
}

test('a tab that crashes has lost no answer, goes on with the same question, and all is saved once', async () => {
  const profile = new Profile();
  const page = await profile.open();
  await page.goto(server.url + sessionOf(5));
  await study(page, 3);
  const before = await reviewsInBrowser(page);
  const asked = await shownQuestion(page);
  const tab = await crashAndReload(page, profile);
  expect(await shownQuestion(tab)).toBe(asked);
  expect(before).toHaveLength(3);
  expect(await reviewsInBrowser(tab)).toEqual(before);
  await studyToTheEnd(tab);
  expect(await tab.locator('.count').textContent()).toBe('5 of 5');
  await expectSavedOnce(server, tab, 5);
});

test('a browser that is killed as the next question appears has lost no answer, and all is saved once', async () => {
  const profile = new Profile();
  const page = await profile.open();
  await page.goto(server.url + sessionOf(5));
  await study(page, 2);
  await profile.kill();
  const again = await profile.open();
  await again.goto(server.url);
  expect(await reviewsInBrowser(again)).toHaveLength(2);
  const [segment, ...others] = await expectSavedOnce(server, again, 2);
  expect([segment?.reviews.length, others]).toEqual([2, []]);
});

test('a session without a server, and a restart of the browser, and then the server: all is saved once', async () => {
  const profile = new Profile();
  const page = await profile.open();
  await page.goto(server.url + sessionOf(5));
  await page.locator('form.question').waitFor();
  // What an answer needs is fetched after the question.
  await page.waitForLoadState('networkidle');
  await server.stop();
  await studyToTheEnd(page);
  await page.getByText('waiting (5)').waitFor();
  await page.getByText('5 answers are kept on this device').waitFor();
  await profile.close();
  await server.start();
  const again = await profile.open();
  await again.goto(server.url);
  await expectSavedOnce(server, again, 5);
});
