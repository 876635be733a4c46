import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from '../browser/robot.ts';
import { Server } from '../browser/server.ts';

const DECK = 'kazakhstan-january-2022';
const ANSWERS = 20;
const THROTTLE = 6;

/** What a study session of twenty answers costs, in Chromium against local workerd and KV. */
export interface AppMeasure {
  /** Script and style, gzip, requested until the first question can be answered. */
  readonly firstQuestionKb: number;
  readonly puts: number;
  readonly lists: number;
  readonly gets: number;
  /** The slowest interaction to next paint in the session (Event Timing), at 6× CPU throttle; steps of 8 ms. */
  readonly slowestInteractionMs: number;
}

/** Studies twenty questions as a learner would, and measures on the way. */
export async function measureApp(): Promise<AppMeasure> {
  const server = new Server();
  const [browser] = await Promise.all([openChromium(), server.start()]);
  try {
    const firstQuestionKb = await measureFirstQuestion(browser, server.url);
    const before = await server.operations();
    await study(browser, server.url, 1);
    const after = await server.operations();
    const slowestInteractionMs = await study(browser, server.url, THROTTLE);
    return {
      firstQuestionKb,
      puts: after.put - before.put,
      lists: after.list - before.list,
      gets: after.get - before.get,
      slowestInteractionMs,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureFirstQuestion(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!['script', 'stylesheet'].includes(response.request().resourceType())) return;
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(`${url}/decks/${DECK}/study`);
  await page.locator('form.question').waitFor();
  const counted = [...sizes];
  const bytes = (await Promise.all(counted)).reduce((sum, size) => sum + size, 0);
  await page.context().close();
  return bytes / 1024;
}

async function study(browser: Browser, url: string, throttle: number): Promise<number> {
  const page = await browser.newPage();
  await page.addInitScript(observeInteractions);
  await page.goto(`${url}/decks/${DECK}/study?count=20&more`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await answer(page);
  await page.getByText(/^saved/).waitFor();
  const slowest = await page.evaluate(() => Number(document.documentElement.dataset['slowest'] ?? 0));
  await page.context().close();
  return slowest;
}

async function answer(page: Page): Promise<void> {
  const questions = questionsOf(deckNamed(DECK));
  for (let asked = 0; asked < ANSWERS; asked += 1) {
    await answerByKeyboard(page, await readQuestion(page, questions));
    await next(page);
  }
}

/** Runs in the page: keeps the longest interaction, from the event to the next paint, on the root element. */
function observeInteractions(): void {
  let slowest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('interactionId' in entry) || entry.interactionId === 0) continue;
      slowest = Math.max(slowest, entry.duration);
      document.documentElement.dataset['slowest'] = String(slowest);
    }
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
