import { expect, test } from 'vitest';
import { expectSavedOnce } from './savedLog.ts';
import { DECK, sessionOf, study, studyToTheEnd } from './sessions.ts';
import { setStage } from './stage.ts';

const YEARS_5_MS = 5 * 365.25 * 86_400_000;
const MINUTE_MS = 60_000;
const stage = setStage();
const { server } = stage;

/** In the page: the device's clock is off by so much (ms). */
function moveClock(offMs: number): void {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given: []) {
      if (given.length === 0) super(Right.now() + offMs);
      else super(...given);
    }
    static override now(): number {
      return Right.now() + offMs;
    }
  } as DateConstructor;
}

test.each([
  ['ahead', YEARS_5_MS],
  ['behind', -YEARS_5_MS],
])(
  'from a clock five years %s the answers are saved once and with right times, and progress tells them',
  async (_, offMs) => {
    const startMs = Date.now();
    const page = await stage.newLearner();
    await page.addInitScript(moveClock, offMs);
    await page.goto(server.url + sessionOf(5));
    expect(await page.evaluate(() => Date.now())).toBeGreaterThan(startMs + offMs - MINUTE_MS);
    await studyToTheEnd(page);
    await expectSavedOnce(server, page, 5);
    expect(await page.locator('.notice').count()).toBe(0);

    await page.goto(server.url + sessionOf(5));
    await study(page, 2);
    await page.reload();
    await studyToTheEnd(page);
    const segments = await expectSavedOnce(server, page, 10);
    expect(await page.locator('.notice').count()).toBe(0);
    const times = segments.flatMap(({ reviews }) => reviews.map(({ answeredAtMs }) => answeredAtMs));
    expect(Math.min(...times)).toBeGreaterThan(startMs - MINUTE_MS);
    expect(Math.max(...times)).toBeLessThan(Date.now() + MINUTE_MS);
    expect(new Set(times).size).toBe(10);

    // The screen is there before the server has told the time.
    await page.context().route('**/api/v1/log', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(`${server.url}/decks/${DECK}/progress`);
    await page.locator('details').first().waitFor();
    const lines = await page.locator('details li').allTextContents();
    expect(lines).toHaveLength(10);
    const today = new Date(startMs).toLocaleDateString('en-US', { dateStyle: 'medium' });
    expect(lines.filter((line) => !line.startsWith(today))).toEqual([]);
    const dues = () => page.locator('tbody td:nth-of-type(2)').allTextContents();
    await expect
      .poll(async () => (await dues()).filter((due) => /month|year/.test(due)), { timeout: 10_000 })
      .toEqual([]);
    await page.context().close();
  },
);
