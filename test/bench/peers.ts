import type { Browser } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';
import { deckNamed, questionsOf } from '../browser/robot.ts';
import { freePort, Server } from '../browser/server.ts';
import { quantile } from '../load/tally.ts';
import type { Figure } from './figure.ts';
import { GzipServer, through } from './gzipServer.ts';
import { filesOf, havePackages } from './peerPackages.ts';
import { h5pPage, quizdownPage, steppePage, type PeerPage } from './peerPages.ts';

const DECK = 'kazakhstan-january-2022';
const TAG = 'csto';
const COUNT = 5;
const RUNS = 5;
const CPU = 4;
/** What Chromium's developer tools call slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const READY_MS = 60_000;
/** The loader's budget and the frame's, in KB. */
const MOST_KB = 3 + 25;

/**
 * Five questions in a page, by Steppe, by quizdown and by H5P: what comes over the wire, compressed, until the first can be seen,
 * and how long that takes. All in one Chromium, one after another, on the same slow line. Where the packages of the other two
 * cannot be had, Steppe is measured alone.
 */
export async function measurePeers(): Promise<readonly Figure[]> {
  const steppe = new Server();
  const [browser, port] = await Promise.all([openChromium(), freePort(), steppe.start()]);
  const origin = new GzipServer(through(steppe.url));
  try {
    await origin.listen(port);
    const pages = [steppePage(`http://127.0.0.1:${port}`, DECK, TAG, COUNT), ...peerPages()];
    const visits = new Map<string, Visit[]>(pages.map(({ name }) => [name, []]));
    for (let run = 0; run < RUNS; run += 1) {
      for (const page of pages) visits.get(page.name)?.push(await visit(browser, page, origin));
    }
    return [...visits].flatMap(([name, all]) => figuresOf(name, all));
  } finally {
    await browser.close();
    origin.close();
    await steppe.close();
  }
}

function peerPages(): readonly PeerPage[] {
  if (!havePackages()) return [];
  const choices = questionsOf(deckNamed(DECK)).filter(
    ({ view, fact }) => view.kind === 'choice' && isTagged(fact),
  );
  const five = choices.slice(0, COUNT);
  return [quizdownPage(five), h5pPage(five)];
}

function isTagged(fact: string): boolean {
  return deckNamed(DECK).deck.facts.some(({ id, tags }) => id === fact && tags.includes(TAG));
}

interface Visit {
  readonly scriptAndStyleKb: number;
  readonly requests: number;
  readonly ms: number;
}

/** Opens the page as a new visitor and waits for the first question. */
async function visit(browser: Browser, peer: PeerPage, origin: GzipServer): Promise<Visit> {
  const host = new GzipServer(filesOf(peer));
  const port = await freePort();
  await host.listen(port);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    const first = page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith('first-question '),
      timeout: READY_MS,
    });
    await page.addInitScript(tellFirst, peer);
    origin.served = [];
    await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
    const shownAt = Number((await first).text().split(' ')[1]);
    const served = [...host.served, ...origin.served].filter(({ path }) => path !== '/favicon.ico');
    const loaded = served.filter(({ type }) => /javascript|css/.test(type));
    return {
      scriptAndStyleKb: loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1024,
      requests: served.length,
      ms: shownAt - (await page.evaluate(() => performance.timeOrigin)),
    };
  } finally {
    await context.close();
    host.close();
  }
}

/** Runs in the page and in each of its frames: says at which time the first question was there to be painted. */
function tellFirst({ ready, shadowOf }: PeerPage): void {
  const look = () => {
    const root = shadowOf === undefined ? document : document.querySelector(shadowOf)?.shadowRoot;
    if (root?.querySelector(ready)) console.log(`first-question ${Date.now()}`);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function figuresOf(name: string, visits: readonly Visit[]): readonly Figure[] {
  const median = (pick: (visit: Visit) => number) => quantile(visits.map(pick), 0.5);
  const what = (unit: string) => `5 questions in a page, ${name}: ${unit}`;
  return [
    {
      what: what('script, style'),
      value: median((one) => one.scriptAndStyleKb),
      unit: 'KB gz',
      ...(name === 'Steppe' ? { most: MOST_KB } : {}),
    },
    { what: what('requests'), value: median((one) => one.requests), unit: '' },
    { what: what('first question'), value: median((one) => one.ms), unit: 'ms' },
  ];
}
