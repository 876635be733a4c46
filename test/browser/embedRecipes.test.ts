import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { setHost } from './hosts.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion, tabTo } from './robot.ts';
import { setStage } from './stage.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/hosts');
const PREACT = join(import.meta.dirname, '../../node_modules/preact/dist/preact.mjs');
/** Where the fixtures think that Steppe is. */
const STEPPE = 'https://steppe.example';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};
const QUESTIONS = 3;
/** What the loader holds for a first question, which may be lower. */
const PLACE_PX = 660;
/** A tenth of the layout shift that is called good (https://web.dev/cls): a first question may be a little higher than its place. */
const SHIFT_MOST = 0.01;
/** What Chromium says of every frame with this sandbox, ours or not: it cannot know where the frame comes from. */
const SANDBOX_WARNING = 'An iframe which has both allow-scripts and allow-same-origin';
/** Pages with the element, in folders of test/fixtures/hosts. */
const PAGES = ['plain', 'policy', 'docusaurus', 'mkdocs', 'mdbook', 'wordpress', 'spa'] as const;
/** Those that we wrote ourselves. */
const OURS: ReadonlySet<string> = new Set(['plain', 'policy', 'spa']);
const questions = questionsOf(deckNamed('kazakhstan-january-2022'));
const stage = setStage();
const course = setHost();

beforeAll(() => {
  for (const folder of readdirSync(FIXTURES)) putFolder(folder, `/${folder}`);
  // What a page with a policy has to allow, by the README, and nothing more.
  const policy = `default-src 'self'; script-src ${stage.server.url}; frame-src ${stage.server.url}`;
  putFolder('plain', '/policy', { 'Content-Security-Policy': policy });
  course.put('/favicon.ico', '');
  course.put('/spa/preact.mjs', readFileSync(PREACT), { 'Content-Type': 'text/javascript' });
});

/** Puts a host's files on the course's site, with the test's Steppe in the place of the one that they name. */
function putFolder(folder: string, at: string, headers: Readonly<Record<string, string>> = {}): void {
  for (const name of readdirSync(join(FIXTURES, folder))) {
    const text = readFileSync(join(FIXTURES, folder, name), 'utf8').replaceAll(STEPPE, stage.server.url);
    course.put(`${at}/${name}`, text, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain', ...headers });
  }
}

/** A host page as a new learner opens it, with what its console says against it. */
async function open(host: string, width = 1280): Promise<{ page: Page; errors: readonly string[] }> {
  const page = await stage.newLearner({ viewport: { width, height: 800 } });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    const isAgainst = message.type() === 'error' || message.type() === 'warning';
    if (isAgainst && !message.text().startsWith(SANDBOX_WARNING)) errors.push(message.text());
  });
  await page.addInitScript(observe);
  await page.goto(`${course.origin}/${host}/lesson.html`);
  return { page, errors };
}

/**
 * Runs in the host page: keeps the quiz's events, what is posted to the window, and how far the layout has shifted (CLS) since
 * the element has been there: before, the page itself would have to keep its place.
 */
function observe(): void {
  if (window.top !== window) return;
  const heard: unknown[] = [];
  const posted: unknown[] = [];
  const seen = { heard, posted, shift: 0 };
  Object.assign(window, { seen });
  addEventListener('message', ({ data }) => posted.push(data));
  for (const name of ['ready', 'answer', 'complete'])
    document.addEventListener(`steppe-${name}`, (event) => {
      if (event instanceof CustomEvent) heard.push({ type: event.type, ...event.detail });
    });
  const shifts = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) seen.shift += Number(entry.value);
  });
  const defined = customElements.whenDefined('steppe-quiz');
  const painted = () => requestAnimationFrame(() => shifts.observe({ type: 'layout-shift' }));
  void defined.then(() => requestAnimationFrame(painted));
}

interface Seen {
  readonly heard: readonly { readonly type: string }[];
  readonly posted: readonly unknown[];
  readonly shift: number;
}

function seenBy(page: Page): Promise<Seen> {
  return page.evaluate(() => Reflect.get(window, 'seen') as never);
}

/** The frame of the page's quiz, with a question in it. */
async function quizOf(page: Page): Promise<Frame> {
  await page.frameLocator('iframe').locator('form.question[data-state=open]').waitFor({ timeout: 20_000 });
  const frame = page.frames().find((one) => one.url().includes('/embed/'));
  if (frame === undefined) throw new Error('the page has no quiz');
  return frame;
}

/** Goes with Tab from the link above the quiz to its first answer. */
async function tabIntoQuiz(page: Page, frame: Frame): Promise<void> {
  await page.locator('p a[href="#article"]').focus();
  await tabTo(frame, 'form.question :is(input, select, li, button)');
}

/** The frame stands whole in its page: nothing in it scrolls or is cut off, and at most so many pixels of it are empty. */
async function expectWhole(frame: Frame, emptyPx: number): Promise<void> {
  const rest = () =>
    frame.evaluate((most) => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      const content = document.body.getBoundingClientRect();
      return {
        below: scrollHeight - clientHeight,
        aside: scrollWidth - clientWidth,
        isEmptier: innerHeight - content.bottom > most,
      };
    }, emptyPx);
  await expect.poll(rest, { timeout: 5000 }).toEqual({ below: 0, aside: 0, isEmptier: false });
}

/** Where the quiz begins and ends in its line, and where the text above it does, in pixels. */
function edges(page: Page): Promise<readonly (readonly number[])[]> {
  return page.evaluate(() =>
    [document.querySelector('steppe-quiz'), document.querySelector('p:has(a[href="#article"])')].map(
      (one) => {
        const { left = 0, right = 0 } = one?.getBoundingClientRect() ?? {};
        return [left, right];
      },
    ),
  );
}

/** Answers all questions of the quiz that has the focus; gives their facts. */
async function answerAll(frame: Frame): Promise<readonly string[]> {
  const facts: string[] = [];
  for (let asked = 0; asked < QUESTIONS; asked += 1) {
    const found = await readQuestion(frame, questions);
    facts.push(found.fact);
    await answerByKeyboard(frame, found);
    await next(frame);
  }
  return facts;
}

describe.each(PAGES)('%s', (host) => {
  test('the quiz is answered to its end by keyboard alone, whole in the page at every step, and the page hears of it', async () => {
    const { page, errors } = await open(host);
    const frame = await quizOf(page);
    await expectWhole(frame, PLACE_PX);
    const [quiz, text] = await edges(page);
    expect(quiz).toEqual(text);
    expect((await seenBy(page)).shift).toBeLessThan(SHIFT_MOST);
    await tabIntoQuiz(page, frame);
    for (let asked = 0; asked < QUESTIONS; asked += 1) {
      await answerByKeyboard(frame, await readQuestion(frame, questions));
      await expectWhole(frame, 1);
      await next(frame);
      await expectWhole(frame, 1);
    }
    const isOver = async () => (await seenBy(page)).heard.at(-1)?.type === 'steppe-complete';
    await expect.poll(isOver, { timeout: 5000 }).toBe(true);
    const { heard, posted } = await seenBy(page);
    expect(heard.map(({ type }) => type)).toEqual([
      'steppe-ready',
      ...Array<string>(QUESTIONS).fill('steppe-answer'),
      'steppe-complete',
    ]);
    expect(heard.at(-1)).toMatchObject({ answered: QUESTIONS, right: QUESTIONS, wrong: 0 });
    expect(posted).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test.each([1280, 390])(
    'axe finds nothing serious in the quiz at %i pixels, and the page does not scroll sideways',
    async (width) => {
      const { page } = await open(host, width);
      const frame = await quizOf(page);
      await expectWhole(frame, PLACE_PX);
      await frame.locator('h1').scrollIntoViewIfNeeded();
      const axe = new AxeBuilder({ page });
      // What is wrong with the page around it is its own affair, where the page is not ours.
      const { passes, violations } = await (OURS.has(host) ? axe : axe.include('steppe-quiz')).analyze();
      const inFrame = passes.filter(({ nodes }) => nodes.some(({ target }) => target.length > 1));
      expect(inFrame.map(({ id }) => id)).toContain('color-contrast');
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
        [],
      );
      const aside = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(aside)).toBe(0);
      await page.context().close();
    },
  );

  test('Tab goes from the link above through the quiz to the link below', async () => {
    const { page } = await open(host);
    const frame = await quizOf(page);
    await tabIntoQuiz(page, frame);
    const isInQuiz = () => page.evaluate(() => document.activeElement?.localName === 'steppe-quiz');
    expect(await isInQuiz()).toBe(true);
    for (let presses = 0; presses < 40 && (await isInQuiz()); presses += 1) await page.keyboard.press('Tab');
    expect(await isInQuiz()).toBe(false);
    await tabTo(page, 'p a[href="#energy"]');
    await page.context().close();
  });
});

test('a page that keeps the place of a quiz in its own style does not move when the script comes late', async () => {
  const page = await stage.newLearner({ viewport: { width: 1280, height: 800 } });
  let letThrough: () => void = () => {};
  const late = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/embed.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(`${course.origin}/plain/lesson.html`, { waitUntil: 'commit' });
  const top = () => page.locator('a[href="#energy"]').evaluate((link) => link.getBoundingClientRect().top);
  const before = await top();
  letThrough();
  await expectWhole(await quizOf(page), PLACE_PX);
  expect(await top()).toBe(before);
  await page.context().close();
});

test('in a single-page app the quiz goes with its screen and comes back with other questions', async () => {
  const { page, errors } = await open('spa');
  const frame = await quizOf(page);
  await tabIntoQuiz(page, frame);
  const answered = await answerAll(frame);
  await page.getByRole('button', { name: 'Article' }).click();
  await page.getByRole('heading', { name: 'The article' }).waitFor();
  await expect.poll(() => page.frames().length, { timeout: 5000 }).toBe(1);
  await page.getByRole('button', { name: 'Lesson' }).click();
  expect(answered).not.toContain((await readQuestion(await quizOf(page), questions)).fact);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('the plain frame that Moodle leaves of it is answered to its end, and says nothing to the page but its height', async () => {
  const { page, errors } = await open('moodle');
  const frame = await quizOf(page);
  await tabIntoQuiz(page, frame);
  await answerAll(frame);
  const { posted } = await seenBy(page);
  const parsed = posted.map((one): unknown => JSON.parse(String(one)));
  expect(parsed.length).toBeGreaterThan(1);
  for (const one of parsed) expect(one).toEqual({ subject: 'lti.frameResize', height: expect.any(Number) });
  // A window as the tests open it gives another site's frame no storage: the frame says so, and goes on.
  for (const error of errors) expect(error).toContain('refuses to store progress');
  await page.context().close();
});

test('the frame that WordPress puts into a sandbox is answered, grows with what it shows, says that nothing is kept, and leads to where it is', async () => {
  const { page, errors } = await open('wordpress-oembed');
  const frame = await quizOf(page);
  await expectWhole(frame, 1);
  const height = () => page.locator('iframe').evaluate((one) => one.clientHeight);
  const asking = await height();
  await tabIntoQuiz(page, frame);
  await answerByKeyboard(frame, await readQuestion(frame, questions));
  await expect.poll(height, { timeout: 5000 }).toBeGreaterThan(asking);
  await frame.getByText('Not kept here').waitFor();
  expect(errors).toEqual([]);
  await frame.getByRole('link', { name: 'Open it in its own tab' }).click();
  await page.waitForURL(`${stage.server.url}/decks/kazakhstan-january-2022`);
  await page.context().close();
});

test('where the reader allows no scripts, the page has a link to the quiz', async () => {
  const page = await stage.newLearner({ javaScriptEnabled: false });
  await page.goto(`${course.origin}/plain/lesson.html`);
  const link = page.locator('steppe-quiz a');
  expect(await link.isVisible()).toBe(true);
  expect(await link.getAttribute('href')).toBe(`${stage.server.url}/decks/kazakhstan-january-2022`);
  await page.context().close();
});
