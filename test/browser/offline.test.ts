import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { publicPart } from '../../questions/travel.ts';
import { findChromium } from '../../.ci/browser.mjs';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';
import { setStage } from './stage.ts';
import { reviewsInBrowser } from './storage.ts';

const SHELL = join(import.meta.dirname, '../../web/dist');
const DECK = 'kazakhstan-january-2022';
const deck = deckNamed(DECK);
const questions = questionsOf(deck);
const stage = setStage();
const { server } = stage;
const url = (path: string) => server.url + path;

/** Opens an address and waits until the screen stands there. */
async function openScreen(page: Page, path: string, heading: string = deck.deck.title): Promise<void> {
  await page.goto(url(path));
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Addresses of everything that the browser keeps for use without a network. */
async function keptAddresses(of: Pick<Page, 'evaluate'>): Promise<readonly string[]> {
  return of.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => decodeURIComponent(request.url.slice(location.origin.length)));
  });
}

/** Waits until the worker serves the page and keeps these decks. */
async function whenKept(page: Page, ...decks: readonly string[]): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect
    .poll(async () => (await keptAddresses(page)).join('\n'), { timeout: 10_000 })
    .toMatch(new RegExp(decks.map((id) => `(?=[^]*/decks/${id}\\.txt)`).join('')));
}

/** Studies five questions of the open deck screen and looks at each passage. */
async function studyFive(page: Page): Promise<void> {
  await page.locator('#count').selectOption('5');
  await page.locator('main .primary').click();
  for (let asked = 0; asked < 5; asked += 1) {
    const found = await readQuestion(page, questions);
    await answerByKeyboard(page, found);
    const place = deck.key.facts[found.fact]?.place;
    const marked = (await page.locator('.study-side mark').allTextContents()).join('');
    expect(marked).toBe(deck.document.slice(place?.start, place?.end));
    await next(page);
  }
  await page.locator('main.finish').waitFor();
}

/** A page that counts every error it meets, but for requests that cannot reach a server. */
function errorsOf(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR_')) errors.push(message.text());
  });
  return errors;
}

test('a deck that was opened once is studied from a cold start with the server gone, in every screen', async () => {
  const first = await stage.newLearner();
  await openScreen(first, `/decks/${DECK}`);
  await whenKept(first, DECK);
  await first.close();
  await server.stop();
  const page = await first.context().newPage();
  const errors = errorsOf(page);
  await openScreen(page, `/decks/${DECK}`);
  await studyFive(page);
  expect(await reviewsInBrowser(page)).toHaveLength(5);
  await page.goto(url(`/decks/${DECK}/progress`));
  await page.locator('meter').first().waitFor();
  await page.goto(url(`/decks/${DECK}/document?at=csto-members`));
  await page.locator('mark').first().waitFor();
  expect(errors).toEqual([]);
  await server.start();
  await page.goto(url(`/decks/${DECK}`));
  await page.getByText(/^saved/).waitFor({ timeout: 60_000 });
  await page.context().close();
});

test('a first visit is enough that ends while the worker is still being installed', async () => {
  const first = await stage.newLearner();
  const context = first.context();
  await first.addInitScript(() => {
    const postMessage = ServiceWorker.prototype.postMessage;
    ServiceWorker.prototype.postMessage = function (this: ServiceWorker, paths: unknown) {
      postMessage.call(this, paths);
      document.documentElement.dataset['told'] = this.state;
    };
  });
  const starting = context.waitForEvent('serviceworker');
  await openScreen(first, `/decks/${DECK}`);
  const told = await first.waitForFunction(() => document.documentElement.dataset['told']);
  const state = await told.jsonValue();
  await first.close();
  expect(state).toBe('installing');
  const worker = await starting;
  await expect
    .poll(async () => (await keptAddresses(worker)).join(' '), { timeout: 10_000 })
    .toMatch(new RegExp(`(?=.*/manifest.webmanifest)(?=.*/decks/${DECK}.txt)`));
  await context.setOffline(true);
  const page = await context.newPage();
  await openScreen(page, `/decks/${DECK}`);
  await studyFive(page);
  expect(await reviewsInBrowser(page)).toHaveLength(5);
  await context.close();
});

/** Stands before the server and gives the worker another version from `renew` on. */
async function startRenewable() {
  let version: string | undefined;
  const front = createServer((request, response) => {
    void fetch(url(request.url ?? '/')).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      const isWorker = version !== undefined && request.url === '/service-worker.js';
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' });
      response.end(isWorker ? body.toString().replaceAll(version ?? '', 'next') : body);
    });
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    renew: (old: string) => void (version = old),
    stop: () => front.close().closeAllConnections(),
  };
}

test('a new version waits until every page of the earlier one is closed, and leaves nothing of it', async () => {
  const front = await startRenewable();
  const page = await stage.newLearner();
  const open = async (on: Page) => {
    await on.goto(`${front.url}/decks/${DECK}`);
    await on.getByRole('heading', { level: 1, name: deck.deck.title }).waitFor();
  };
  const versions = (on: Page) =>
    on.evaluate(async () =>
      (await caches.keys()).flatMap((name) => (name.startsWith('steppe-shell-') ? [name.slice(13)] : [])),
    );
  await open(page);
  await whenKept(page, DECK);
  const [before = ''] = await versions(page);
  front.renew(before);
  await page.reload();
  const waiting = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
  await expect.poll(waiting, { timeout: 10_000 }).toBe('installed');
  expect(await versions(page)).toEqual([before, 'next']);
  await page.close();
  const later = await page.context().newPage();
  await open(later);
  await expect.poll(() => versions(later)).toEqual(['next']);
  front.stop();
  await open(later);
  await later.context().close();
});

test('every file of the app that learners need and the decks that were opened are kept, and no answer of the API', async () => {
  const page = await stage.newLearner();
  await openScreen(page, `/decks/${DECK}`);
  await whenKept(page, DECK);
  await studyFive(page);
  await page.getByText(/^saved/).waitFor({ timeout: 60_000 });
  const files = readdirSync(SHELL, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    // What reads Word files and PDFs and finds facts is for authors alone, and comes when it is used.
    .filter((entry) => statSync(join(entry.parentPath, entry.name)).size <= 200_000)
    .map((entry) => `/${relative(SHELL, join(entry.parentPath, entry.name))}`)
    .filter(
      (path) =>
        !/^\/(?:_headers|index\.html|service-worker\.js|decks\/.*|embed.*|assets\/embed\/.*)$/.test(path),
    );
  expect((await keptAddresses(page)).toSorted()).toEqual(
    ['/', ...files, `/kept?/decks/${DECK}.json /decks/${DECK}.txt`].toSorted(),
  );
  await page.context().close();
});

test('a sealed deck opens without a network, and an answer waits on the screen for the server', async () => {
  const page = await stage.newLearner();
  await openScreen(page, '/decks/harbour', deckNamed('harbour').deck.title);
  await whenKept(page, 'harbour');
  await page.context().setOffline(true);
  await page.goto(url('/decks/harbour/study?count=5'));
  await readQuestion(page, questionsOf(deckNamed('harbour')));
  await page.getByRole('button', { name: 'I do not know' }).click();
  await page.getByText('Your answer could not be checked').waitFor();
  await page.context().close();
});

test('a deck never opened is said to need a connection, and the list of decks is there', async () => {
  const page = await stage.newLearner();
  await page.goto(url('/'));
  await page.getByRole('link', { name: deck.deck.title }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => keptAddresses(page)).toContain('/kept?/decks/index.json');
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: deck.deck.title }).click();
  await page.getByRole('heading', { name: 'No connection' }).waitFor();
  await page.context().close();
});

/** Lets the server send this deck and this document in the place of its own, to the worker too. */
async function publish(
  context: BrowserContext,
  title: string,
  hashed: string,
  document: string,
): Promise<void> {
  const body = { ...publicPart(deck), deck: { ...deck.deck, title }, documentSha256: hashed };
  await context.unrouteAll();
  await context.route(`**/decks/${DECK}.json`, (route) => route.fulfill({ json: body }));
  await context.route(`**/decks/${DECK}.txt`, (route) =>
    route.fulfill({ body: document, contentType: 'text/plain' }),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('a deck of one revision never stands beside the document of another', async () => {
  const page = await stage.newLearner();
  const context = page.context();
  const document = `${deck.document}\n\nA paragraph of the second revision.\n`;
  await openScreen(page, `/decks/${DECK}`);
  await whenKept(page, DECK);

  await publish(context, 'Second revision', sha256(document), deck.document);
  await openScreen(page, `/decks/${DECK}`);
  await publish(context, deck.deck.title, sha256(deck.document), document);
  await page.goto(url(`/decks/${DECK}/document`));
  await page.getByText('Kazakhstan').first().waitFor();
  expect(await page.getByText('A paragraph of the second revision.').count()).toBe(0);

  await publish(context, 'Second revision', sha256(document), document);
  await openScreen(page, `/decks/${DECK}`, 'Second revision');
  await context.unrouteAll();
  await context.setOffline(true);
  await openScreen(page, `/decks/${DECK}`, 'Second revision');
  await page.goto(url(`/decks/${DECK}/document`));
  await page.getByText('A paragraph of the second revision.').waitFor();
  await context.close();
});

test('only screens and their files are answered by the worker; unknown addresses, the API and data go to the server', async () => {
  const page = await stage.newLearner();
  await openScreen(page, `/decks/${DECK}`);
  await whenKept(page, DECK);
  const visit = async (path: string) => {
    const response = await page.goto(url(path));
    return [
      response?.fromServiceWorker(),
      response?.status(),
      response?.headers()['content-type']?.split(';')[0],
    ];
  };
  expect(await visit(`/decks/${DECK}/progress`)).toEqual([true, 200, 'text/html']);
  expect(await visit('/no/such/page')).toEqual([false, 200, 'text/html']);
  expect(await visit('/api/v1/decks')).toEqual([false, 200, 'application/json']);
  expect(await visit('/api/v1/no/such/thing')).toEqual([false, 404, 'application/problem+json']);
  expect(await visit(`/decks/${DECK}.json`)).toEqual([false, 200, 'application/json']);
  expect(await visit('/embed/anything')).toEqual([false, 404, 'text/html']);
  await page.context().close();
});

test('the worker is asked for anew at every start, and may load nothing from elsewhere', async () => {
  const [worker, page, manifest] = await Promise.all(
    ['/service-worker.js', '/', '/manifest.webmanifest'].map((path) => fetch(url(path))),
  );
  expect(worker?.headers.get('cache-control')).toBe('no-cache');
  expect(worker?.headers.get('content-type')).toMatch(/javascript/);
  expect(page?.headers.get('content-security-policy')).toContain("worker-src 'self';");
  expect(manifest?.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
});

test('the worker is not fetched before the first question', async () => {
  const page = await stage.newLearner();
  const order: string[] = [];
  page.context().on('request', (request) => order.push(new URL(request.url()).pathname));
  await page.exposeFunction('shown', () => order.push('question'));
  await page.addInitScript(() => {
    const watching = new MutationObserver(() => {
      if (document.querySelector('form.question') === null) return;
      watching.disconnect();
      void (window as unknown as { shown: () => Promise<void> }).shown();
    });
    watching.observe(document, { childList: true, subtree: true });
  });
  await page.goto(url(`/decks/${DECK}/study?count=5`));
  await expect.poll(() => order).toContain('/service-worker.js');
  expect(order.indexOf('question')).toBeGreaterThan(0);
  expect(order.indexOf('/service-worker.js')).toBeGreaterThan(order.indexOf('question'));
  await page.context().close();
});

test.each([
  ['has no service workers', () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  [
    'refuses them',
    () =>
      (ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException('no', 'SecurityError'))),
  ],
])('a browser that %s shows no error and studies as before', async (_, spoil) => {
  const page = await stage.newLearner();
  const errors = errorsOf(page);
  await page.addInitScript(spoil);
  await openScreen(page, `/decks/${DECK}`);
  await studyFive(page);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('Chromium finds nothing that keeps the app from being installed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steppe-profile-'));
  // A private context, as the other tests have, can install nothing.
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await context.newPage();
    await openScreen(page, `/decks/${DECK}`);
    await whenKept(page, DECK);
    const session = await context.newCDPSession(page);
    expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
    expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
