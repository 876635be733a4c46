import type { BrowserContext, Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectSavedOnce } from './savedLog.ts';
import { sessionOf, studyToTheEnd } from './sessions.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { server } = stage;
const LOG = '**/api/v1/log**';
const SEGMENT = '**/api/v1/log/*/*';
const WAIT_S = 4;

/** Notes when each request to the log comes in, and lets the handler answer it. */
async function answerLog(context: BrowserContext, handler: (route: Route) => Promise<void>) {
  const askedAt: number[] = [];
  await context.unrouteAll();
  for (const pattern of [LOG, SEGMENT])
    await context.route(pattern, (route) => {
      askedAt.push(performance.now());
      return handler(route);
    });
  return askedAt;
}

async function readyToStudy(): Promise<Page> {
  const page = await stage.newLearner();
  await page.goto(server.url + sessionOf(5));
  await page.locator('form.question').waitFor();
  return page;
}

/** In the page: notes everything that is ever said about the saving of answers. */
function noteSaid(): void {
  const heard = new Set<string>();
  Object.assign(globalThis, { said: heard });
  const look = () => heard.add(document.querySelector('.saved')?.textContent ?? '');
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

/** All of it, in order. */
function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(globalThis as unknown as { said: Set<string> }).said].filter(Boolean));
}

test.each([429, 503])(
  'told %i with Retry-After, no tab asks before that time, even after a reload, and then all is saved once',
  async (status) => {
    const page = await readyToStudy();
    const context = page.context();
    const headers = { 'Retry-After': String(WAIT_S) };
    const askedAt = await answerLog(context, (route) => route.fulfill({ status, headers, json: {} }));
    await studyToTheEnd(page);
    await page.getByText('waiting (5)').waitFor();
    await page.getByText('5 answers are kept on this device, and will be sent as soon as').waitFor();
    await context.addInitScript(noteSaid);
    const other = await context.newPage();
    await Promise.all([page.reload(), other.goto(server.url)]);
    await other.getByText('waiting (5)').waitFor();
    await page.getByText('waiting (5)').waitFor();
    await other.getByText('5 answers are kept on this device, and will be sent as soon as').waitFor();
    expect(askedAt).toHaveLength(1);
    for (const tab of [page, other]) expect(await said(tab)).toEqual(['waiting (5)']);
    const later = await answerLog(context, (route) => route.continue());
    for (const tab of [page, other]) await tab.getByText(/^saved/).waitFor({ timeout: 30_000 });
    expect((later[0] ?? 0) - (askedAt[0] ?? 0)).toBeGreaterThanOrEqual(WAIT_S * 1000);
    await expectSavedOnce(server, page, 5);
    await context.close();
  },
);

test('a server that fails for a while is asked less and less often, and then all is saved once', async () => {
  const page = await readyToStudy();
  const askedAt = await answerLog(page.context(), (route) => route.fulfill({ status: 503 }));
  await studyToTheEnd(page);
  await expect.poll(() => askedAt.length, { timeout: 30_000 }).toBe(3);
  const [first = 0, second = 0, third = 0] = askedAt;
  expect(second - first).toBeGreaterThan(900);
  expect(third - second).toBeGreaterThan(1900);
  await answerLog(page.context(), (route) => route.continue());
  await page.getByRole('button', { name: 'Send now' }).click();
  await expectSavedOnce(server, page, 5);
  await page.context().close();
});

test('a segment that was stored while its answer got lost is sent again under the same name with the same bytes', async () => {
  const page = await readyToStudy();
  const sent: string[] = [];
  await page.context().route(SEGMENT, async (route) => {
    const request = route.request();
    sent.push(`${request.method()} ${request.url()} ${request.postData()}`);
    if (sent.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await studyToTheEnd(page);
  await page.getByText('waiting (5)').waitFor();
  const segments = await expectSavedOnce(server, page, 5);
  expect([segments.length, sent.length, sent[1]]).toEqual([1, 2, sent[0]]);
  expect(sent[0]).toMatch(/^PUT .*"v":1/);
  await page.context().close();
});
