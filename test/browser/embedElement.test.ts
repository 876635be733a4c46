import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { coursePage, framesOf, putFrames, saidTo, sayFrom, setHost } from './hosts.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const course = setHost();
/** A server whose frames say what a test lets them say. */
const steppe = setHost('steppe.localhost');
const QUIZ = '<steppe-quiz deck="one"><a href="/own">The quiz</a></steppe-quiz>';

beforeAll(() => putFrames(steppe, ['one', 'two']));

async function open(quiz: string, head = ''): Promise<Page> {
  const page = await stage.newLearner({ viewport: { width: 1000, height: 700 } });
  await page.goto(course.put('/lesson', coursePage(steppe.origin, quiz, head)));
  return page;
}

const topOfNext = (page: Page) =>
  page.locator('#after').evaluate((link) => Math.round(link.getBoundingClientRect().top + scrollY));

test('an element before the script, one after it and one that a script makes are each loaded once, though the script is there twice', async () => {
  const script = `<script src="${steppe.origin}/embed.js"></script>`;
  const page = await open(`<div>${QUIZ}${script}${QUIZ}</div>`, script);
  await framesOf(page, 2);
  await page.evaluate(() => {
    const quiz = document.createElement('steppe-quiz');
    quiz.setAttribute('deck', 'two');
    document.body.prepend(quiz);
  });
  for (const frame of await framesOf(page, 3))
    expect((await saidTo(frame)).map(({ type }) => type)).toEqual(['setup']);
  expect(page.frames()).toHaveLength(4);
  await page.context().close();
});

test('what is wished stands in the fragment alone, and can lead to no other place', async () => {
  const page = await open(
    '<steppe-quiz deck="../api?x" tags="a b&v=2" count="3" mode="once" lang="kk" highlight="page" theme="dark" src="x"></steppe-quiz>',
  );
  const address = await page.locator('iframe').getAttribute('src');
  const url = new URL(address ?? '');
  expect(url.origin + url.pathname + url.search).toBe(`${steppe.origin}/embed/..%2Fapi%3Fx`);
  expect(Object.fromEntries(new URLSearchParams(url.hash.slice(1)))).toEqual({
    v: '1',
    tags: 'a b&v=2',
    count: '3',
    mode: 'once',
    highlight: 'page',
    theme: 'dark',
  });
  await page.context().close();
});

test('an element that is moved, or brought back, or changed is loaded anew; one that is taken away is not', async () => {
  const page = await open(QUIZ);
  const [first] = await framesOf(page);
  await page.locator('steppe-quiz').evaluate((quiz) => document.body.append(quiz));
  const [moved] = await framesOf(page);
  await expect.poll(() => first?.isDetached(), { timeout: 5000 }).toBe(true);
  await page.locator('steppe-quiz').evaluate((quiz) => {
    quiz.remove();
    Object.assign(window, { quiz });
  });
  await expect.poll(() => moved?.isDetached(), { timeout: 5000 }).toBe(true);
  await page.evaluate(() => document.body.append(Reflect.get(window, 'quiz')));
  await framesOf(page);
  await page.locator('steppe-quiz').evaluate((quiz) => quiz.setAttribute('deck', 'two'));
  const [changed] = await framesOf(page);
  expect(new URL(changed?.url() ?? '').pathname).toBe('/embed/two');
  expect(page.frames()).toHaveLength(2);
  await page.context().close();
});

test('a quiz far below is loaded when the reader comes near, and nothing moves by that', async () => {
  const page = await open(`<div style="height: 3000px"></div>${QUIZ}`);
  await page.waitForFunction(() => customElements.get('steppe-quiz') !== undefined);
  const before = await topOfNext(page);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await page.locator('iframe').getAttribute('src')).toBeNull();
  await page.evaluate(() => scrollTo(0, 1900));
  await framesOf(page);
  expect(await topOfNext(page)).toBe(before);
  await page.context().close();
});

test('its height follows the frame, up and down', async () => {
  const page = await open(QUIZ);
  const [frame] = await framesOf(page);
  if (frame === undefined) throw new Error('no frame');
  const px = () => page.locator('steppe-quiz').evaluate((quiz) => quiz.getBoundingClientRect().height);
  await sayFrom(frame, { type: 'height', px: 900 });
  await expect.poll(px).toBe(900);
  const answer = { type: 'answer', deck: 'one', fact: 'f', question: 'q', outcome: 'right' } as const;
  await sayFrom(frame, { ...answer, answered: 1, of: 5 }, { type: 'height', px: 123 });
  await expect.poll(px).toBe(123);
  await sayFrom(frame, { type: 'height', px: 2000 });
  await expect.poll(px).toBe(2000);
  await page.context().close();
});

test('the place that is held for a first question is given up where there is none', async () => {
  const page = await open(QUIZ);
  const [frame] = await framesOf(page);
  if (frame === undefined) throw new Error('no frame');
  const px = () => page.locator('steppe-quiz').evaluate((quiz) => quiz.getBoundingClientRect().height);
  await sayFrom(frame, { type: 'height', px: 210 }, { type: 'ready', deck: 'one', title: '', questions: 3 });
  expect(await px()).toBe(600);
  await sayFrom(frame, { type: 'ready', deck: 'one', title: '', questions: 0 });
  await expect.poll(px).toBe(210);
  await page.context().close();
});

test('an element without a deck says so', async () => {
  const page = await stage.newLearner();
  await page.goto(course.put('/bare', coursePage(steppe.origin, '<steppe-quiz>My own words</steppe-quiz>')));
  await page.getByText('This quiz names no deck.').waitFor();
  expect(await page.getByText('My own words').isVisible()).toBe(true);
  await page.locator('steppe-quiz').evaluate((quiz) => quiz.replaceChildren());
  expect(await page.locator('steppe-quiz').getByRole('link').count()).toBe(0);
  await page.locator('steppe-quiz').evaluate((quiz) => quiz.setAttribute('deck', 'one'));
  await framesOf(page);
  await page.context().close();
});

test("the page's own words are there where the script is not, and where the frame says nothing for ten seconds", async () => {
  const page = await stage.newLearner();
  await page.clock.install();
  await page.route('**/embed.js', (route) => route.abort());
  const lesson = course.put('/lesson', coursePage(steppe.origin, QUIZ));
  await page.goto(lesson);
  const own = page.getByRole('link', { name: 'The quiz' });
  expect(await own.isVisible()).toBe(true);
  await page.unroute('**/embed.js');
  await page.goto(lesson);
  await framesOf(page);
  expect(await own.isVisible()).toBe(false);
  await page.clock.runFor(4000);
  expect(await own.isVisible()).toBe(false);
  await page.clock.runFor(7000);
  await page.getByText('This quiz could not be loaded.').waitFor();
  expect(await own.isVisible()).toBe(true);
  expect(await page.locator('iframe').count()).toBe(0);
  await page.context().close();
});

test('a quiz that has been heard keeps its place', async () => {
  const page = await stage.newLearner();
  await page.clock.install();
  await page.goto(course.put('/lesson', coursePage(steppe.origin, QUIZ)));
  const [frame] = await framesOf(page);
  if (frame === undefined) throw new Error('no frame');
  await sayFrom(frame, { type: 'height', px: 700 });
  const px = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(px).toBe(700);
  await page.clock.runFor(60_000);
  expect(await page.locator('iframe').count()).toBe(1);
  await page.context().close();
});
