import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { setHost } from './hosts.ts';
import { tabTo } from './robot.ts';
import { setStage } from './stage.ts';

const DECK = 'kazakhstan-january-2022';
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const stage = setStage();
const { server } = stage;
const host = setHost();
const folder = mkdtempSync(join(tmpdir(), 'steppe-lesson-'));
afterAll(() => rmSync(folder, { recursive: true }));

const elementIn = (page: Page) => page.getByLabel('For a page that takes scripts').inputValue();
const frameIn = (page: Page) => page.getByLabel('For a page that takes frames only').inputValue();
const copyButton = (page: Page, nth: number) =>
  page.getByRole('button', { name: 'Copy', exact: true }).nth(nth);
const status = (page: Page, nth: number) => page.getByRole('status').filter({ hasNotText: 'saved' }).nth(nth);

async function openCode(page: Page): Promise<void> {
  await page.goto(`${server.url}/decks/${DECK}`);
  await page.getByRole('link', { name: 'Put it on a page' }).click();
  await page.getByRole('heading', { level: 1, name: 'Put it on a page' }).waitFor();
}

/** Opens a page of another site with this code in it. */
async function pasted(
  page: Page,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const html = `<!doctype html><title>A course</title><h1>Lesson 4</h1>${code}`;
  await page.goto(host.put('/lesson', html, { 'Content-Type': 'text/html; charset=utf-8', ...headers }));
}

function fileWith(html: string): string {
  writeFileSync(join(folder, 'lesson.html'), html);
  return pathToFileURL(join(folder, 'lesson.html')).href;
}

/** The quiz's own window in the page, once it asks. */
async function askingFrame(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().startsWith(`${server.url}/embed/`));
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  const frame = find();
  if (frame === undefined) throw new Error('the frame has gone');
  await frame.locator('form.question').waitFor({ timeout: 20_000 });
  return frame;
}

test('the code follows the choice, and leaves out what is plain', async () => {
  const page = await stage.newLearner();
  await openCode(page);
  const link = `<a href="${server.url}/decks/${DECK}">Kazakhstan, January 2022</a>`;
  const script = `<script src="${server.url}/embed.js" async></script>\n`;
  expect(await elementIn(page)).toBe(`${script}<steppe-quiz deck="${DECK}">${link}</steppe-quiz>`);
  expect(await frameIn(page)).toContain(`src="${server.url}/embed/${DECK}"`);
  await page.getByLabel('About').selectOption('csto');
  await page.getByLabel('Questions').selectOption('3');
  await page.getByLabel('How').selectOption('once');
  expect(await elementIn(page)).toBe(
    `${script}<steppe-quiz deck="${DECK}" tags="csto" count="3" mode="once">${link}</steppe-quiz>`,
  );
  expect(await frameIn(page)).toContain(
    `src="${server.url}/embed/${DECK}#tags=csto&amp;count=3&amp;mode=once"`,
  );
  await page.context().close();
});

test('what is copied is the code as it stands, and a later choice is not said to be copied', async () => {
  const page = await stage.newLearner();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCode(page);
  await page.getByLabel('Questions').selectOption('10');
  for (const [nth, code] of [elementIn, frameIn].entries()) {
    await copyButton(page, nth).click();
    await expect.poll(() => status(page, nth).textContent(), { timeout: 5000 }).toBe('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page));
  }
  await page.getByLabel('Questions').selectOption('20');
  expect(await status(page, 0).textContent()).toBe('');
  await page.context().close();
});

test('where the browser does not copy, the code is selected and the page says so', async () => {
  const page = await stage.newLearner();
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await openCode(page);
  await copyButton(page, 1).click();
  await page.getByText('The code is selected: please copy it.').waitFor();
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(await frameIn(page));
  await page.context().close();
});

test('a deck that only some sites may show says which', async () => {
  const page = await stage.newLearner();
  await page.route(`**/decks/${DECK}.json`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '"facts":',
      '"embed":{"hosts":["https://course.example.org","https://*.example.edu"]},"facts":',
    );
    await route.fulfill({ response, body });
  });
  await openCode(page);
  await page.getByText('https://course.example.org, https://*.example.edu').waitFor();
  await page.context().close();
});

test.each([
  ['the element', elementIn, 'tags=csto'],
  ['the frame', frameIn, '#tags=csto&count=3'],
])(
  'the code of %s, put into a page of another site, asks what was chosen there',
  async (_which, codeIn, wish) => {
    const page = await stage.newLearner();
    await openCode(page);
    await page.getByLabel('About').selectOption('csto');
    await page.getByLabel('Questions').selectOption('3');
    await pasted(page, await codeIn(page));
    const frame = await askingFrame(page);
    expect(frame.url()).toContain(wish);
    expect(await frame.locator('.count').textContent()).toBe('1 of 3');
    await page.context().close();
  },
);

test.each([
  ['without an origin of its own', '<iframe sandbox="allow-scripts"', {}],
  ['in a page that isolates itself', '<iframe', ISOLATED],
  ['without an origin in a page that isolates itself', '<iframe sandbox="allow-scripts"', ISOLATED],
])('a frame %s runs, and looks as any other', async (_where, frameTag, headers) => {
  const page = await stage.newLearner();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|CORS|blocked|refused/i.test(message.text())) refused.push(message.text());
  });
  await pasted(page, `${frameTag} src="${server.url}/embed/${DECK}"></iframe>`, headers);
  const frame = await askingFrame(page);
  expect(await frame.evaluate(() => window.origin)).toBe(frameTag.includes('sandbox') ? 'null' : server.url);
  expect(await frame.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
  expect(refused).toEqual([]);
  await page.context().close();
});

test.each([
  ['a file on disk', (frame: string) => fileWith(frame)],
  [
    'a page without an origin',
    (frame: string) => host.put('/sandboxed', `<iframe sandbox="allow-scripts" srcdoc='${frame}'></iframe>`),
  ],
])('a frame in %s runs', async (_where, addressOf) => {
  const page = await stage.newLearner();
  await page.goto(addressOf(`<iframe src="${server.url}/embed/${DECK}"></iframe>`));
  await askingFrame(page);
  await page.context().close();
});

test('no other page of ours stands in a frame', async () => {
  const page = await stage.newLearner();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await pasted(page, `<iframe src="${server.url}/decks/${DECK}"></iframe>`);
  await expect.poll(() => refused.join(), { timeout: 10_000 }).toContain('frame-ancestors');
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([1280, 390])(
    'by keyboard alone at %i pixels the code is chosen and copied; axe finds nothing serious, and nothing scrolls sideways',
    async (width) => {
      const page = await stage.newLearner({ viewport: { width, height: 844 }, colorScheme });
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${server.url}/decks/${DECK}`);
      await tabTo(page, 'a[href$="/embed"]');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Put it on a page' }).waitFor();
      await tabTo(page, '#embed-mode');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, '.field button');
      await page.keyboard.press('Enter');
      await page.getByText('Copied.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('mode="once"');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    },
  );
});
