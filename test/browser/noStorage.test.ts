import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectSavedOnce } from './savedLog.ts';
import { sessionOf, study, studyToTheEnd } from './sessions.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { server } = stage;
const NOT_KEPT = /does not let us keep anything/;

const saved = (page: Page) => page.locator('.saved').textContent();
const notices = (page: Page) => page.locator('.notice').allTextContents();

test.each([
  [
    'refuses to store',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  ['never answers', () => (IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest)],
])(
  'in a browser that %s, the session goes on, nothing is sent, and it says that nothing is kept',
  async (_, spoil) => {
    const page = await stage.newLearner();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(spoil);
    const before = await server.operations();
    await page.goto(server.url + sessionOf(5));
    await study(page, 2);
    expect([await saved(page), await notices(page)]).toEqual([
      'not kept (2)',
      [expect.stringMatching(NOT_KEPT)],
    ]);
    await studyToTheEnd(page);
    expect([await saved(page), await notices(page)]).toEqual([
      'not kept (5)',
      [expect.stringMatching(NOT_KEPT)],
    ]);
    expect(errors).toEqual([]);
    expect(await server.operations()).toEqual(before);
    await page.context().close();
  },
);

test('when the site’s data is removed in the middle of a session, the session goes on and what follows is saved', async () => {
  const page = await stage.newLearner();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.url + sessionOf(5));
  await study(page, 2);
  const session = await page.context().newCDPSession(page);
  const storageTypes = 'indexeddb';
  await session.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes });
  await study(page, 3);
  await page.getByText(/^saved/).waitFor();
  await expectSavedOnce(server, page, 3);
  expect(errors).toEqual([]);
  await page.context().close();
});
