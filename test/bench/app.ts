import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from '../browser/robot.ts';
import { Server, type Operations } from '../browser/server.ts';
import type { Figure } from './figure.ts';
import { askedBeforeQuestion, watchLoading } from './firstQuestion.ts';

const DECK = 'kazakhstan-january-2022';
const SEALED = 'harbour';
const ANSWERS = 20;
const THROTTLE = 6;

/** What visits and study sessions cost, in Chromium against local workerd and KV. */
export async function measureApp(): Promise<readonly Figure[]> {
  const server = new Server();
  const [browser] = await Promise.all([openChromium(), server.start()]);
  try {
    const { value: firstQuestionKb, used: firstVisit } = await counting(server, () =>
      measureFirstQuestion(browser, server.url),
    );
    return [
      {
        what: 'app, script and style to the first question, gzip',
        value: firstQuestionKb,
        unit: 'KB',
        most: 45,
      },
      ...operationFigures('first visit, to the first question', firstVisit, { put: 0, list: 0, get: 0 }),
      ...(await measureSessions(browser, server)),
      {
        what: 'slowest interaction to next paint, 6× CPU throttle',
        value: await measureInteraction(browser, server.url),
        unit: 'ms',
        most: 50,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A learner who has studied before opens the app again and studies: an open deck, and then a sealed one. */
async function measureSessions(browser: Browser, server: Server): Promise<readonly Figure[]> {
  const context = await browser.newContext();
  const session = async (deck: string) => {
    const page = await context.newPage();
    await study(page, server.url, deck);
    await page.close();
  };
  await session(DECK);
  const open = await counting(server, () => session(DECK));
  const sealed = await counting(server, () => session(SEALED));
  await context.close();
  const most = { put: 1, list: 1, get: 0 };
  return [
    ...operationFigures('a session of 20 answers', open.used, most),
    ...operationFigures('a session of a sealed deck', sealed.used, most),
  ];
}

type Used = Pick<Operations, 'put' | 'list' | 'get'>;

async function counting<T>(
  server: Server,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly used: Used }> {
  const before = await server.operations();
  const value = await work();
  const { put, list, get } = await server.operations();
  return { value, used: { put: put - before.put, list: list - before.list, get: get - before.get } };
}

function operationFigures(flow: string, used: Used, most: Used): readonly Figure[] {
  return (['put', 'list', 'get'] as const).map((name) => ({
    what: `KV ${name}s, ${flow}`,
    value: used[name],
    unit: `${name}s`,
    most: most[name],
  }));
}

async function measureFirstQuestion(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const loading = await watchLoading(page);
  await page.goto(`${url}/decks/${DECK}/study`);
  const asked = await askedBeforeQuestion(page.mainFrame());
  const kb = await loading.kb((address) => asked.has(address));
  await page.context().close();
  return kb;
}

/** The slowest interaction to next paint in a session (Event Timing; in steps of 8 ms), on a slow processor. */
async function measureInteraction(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.addInitScript(observeInteractions);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await study(page, url, DECK);
  const slowest = await page.evaluate(() => Number(document.documentElement.dataset['slowest'] ?? 0));
  await page.context().close();
  return slowest;
}

/** Studies twenty questions of a deck as a learner would, or as many as it has, until all is saved. */
async function study(page: Page, url: string, deck: string): Promise<void> {
  const questions = questionsOf(deckNamed(deck));
  await page.goto(`${url}/decks/${deck}/study?count=${ANSWERS}&more`);
  for (let asked = 0; asked < ANSWERS && !(await isOver(page)); asked += 1) {
    await answerByKeyboard(page, await readQuestion(page, questions));
    await next(page);
  }
  await page.getByText(/^saved/).waitFor();
}

async function isOver(page: Page): Promise<boolean> {
  return (await page.locator('main.finish').count()) > 0;
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
