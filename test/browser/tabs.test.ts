import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { next } from './robot.ts';
import { expectSavedOnce } from './savedLog.ts';
import { answer, DECK, sessionOf, study } from './sessions.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { server } = stage;

/** Waits until a tab has looked for what earlier pages left over: it would send what the other tab has just answered too. */
async function settled(page: Page): Promise<void> {
  await page.getByText('saved').waitFor();
  const busy = () =>
    page.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return held.length + pending.length;
    });
  await expect.poll(busy, { timeout: 10_000 }).toBe(0);
}

test('two tabs that finish at the same time lose nothing, double nothing, and both say saved', async () => {
  const one = await stage.newLearner();
  const context = one.context();
  const two = await context.newPage();
  const puts: string[] = [];
  // A slow way to the server: what both tabs would send, they would send now.
  await context.route('**/api/v1/log/*/*', async (route) => {
    puts.push(route.request().url());
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  for (const page of [one, two]) await page.goto(server.url + sessionOf(5));
  for (const page of [one, two]) await settled(page);
  await Promise.all([one, two].map((page) => study(page, 4)));
  for (const page of [one, two]) await page.getByText('waiting (8)').waitFor();
  await Promise.all([one, two].map(answer));
  await Promise.all([one, two].map(next));
  for (const page of [one, two]) await page.locator('main.finish').waitFor();
  const segments = await expectSavedOnce(server, one, 10);
  await expectSavedOnce(server, two, 10);
  expect(puts).toHaveLength(segments.length);
  await context.close();
});

test('what one tab answers and saves stands in the other at once', async () => {
  const studying = await stage.newLearner();
  const looking = await studying.context().newPage();
  await looking.goto(`${server.url}/decks/${DECK}/progress`);
  await looking.getByRole('heading', { name: 'No progress yet' }).waitFor();
  await looking.evaluate(() => (document.documentElement.dataset['same'] = 'page'));
  await studying.goto(server.url + sessionOf(5));
  for (let count = 1; count <= 2; count += 1) {
    await answer(studying);
    await looking.getByText(`waiting (${count})`).waitFor();
    await expect.poll(() => looking.locator('summary', { hasText: 'One answer' }).count()).toBe(count);
    await next(studying);
  }
  await study(studying, 3);
  await expectSavedOnce(server, looking, 5);
  expect(await looking.locator('html').getAttribute('data-same')).toBe('page');
  await studying.context().close();
});
