import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { focusField, PATIENCE, studyIn } from './frames.ts';
import { setHost } from './hosts.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';
import { setStage } from './stage.ts';

const DECK = 'kazakhstan-january-2022';
const questions = questionsOf(deckNamed(DECK));
const stage = setStage();
const course = setHost();
/** Of the same site as Steppe: there the browser lets a frame keep what it wants. */
const neighbour = setHost('127.0.0.1');
const { server } = stage;

/** A page with a bare frame, which notes everything that it is told. */
async function openBare(page: Page, attributes: string, fragment: string, site = course): Promise<Frame> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    window.addEventListener('message', ({ data }) => told.push(data));
  });
  const src = `${server.url}/embed/${DECK}${fragment}`;
  await page.goto(
    site.put('/bare', `<!doctype html><iframe ${attributes} width="600" height="900" src="${src}"></iframe>`),
  );
  await expect.poll(() => page.frames().length, PATIENCE).toBe(2);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('no frame');
  await frame.locator('form.question').waitFor(PATIENCE);
  return frame;
}

const toldTo = (page: Page) => page.evaluate(() => (window as unknown as { told: unknown[] }).told);

test('in a sandbox that allows scripts alone a question is answered, nothing is kept or sent, and the page hears heights alone', async () => {
  const page = await stage.newLearner();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'warning' && errors.push(message.text()));
  const before = await server.operations();
  const frame = await openBare(page, 'sandbox="allow-scripts"', '#?secret=a1B2c3');
  await frame.locator('h1').focus();
  await focusField(frame);
  await answerByKeyboard(frame, await readQuestion(frame, questions));
  await frame.getByText(/Not kept here/).waitFor(PATIENCE);
  await next(frame);
  expect(errors).toEqual([]);
  expect(await server.operations()).toEqual(before);
  const told = await toldTo(page);
  const isHeight = (said: unknown) =>
    /^{"subject":"lti.frameResize","height":\d+}$/.test(String(said)) ||
    /^{"message":"height","value":\d+,"secret":"a1B2c3"}$/.test(JSON.stringify(said));
  expect(told.length).toBeGreaterThan(1);
  expect(told.filter((said) => !isHeight(said))).toEqual([]);
  await page.context().close();
});

test('a frame that is promised a loader which never comes goes on after a moment, and keeps nothing', async () => {
  const page = await stage.newLearner();
  const before = await server.operations();
  const frame = await openBare(page, '', '#v=1&count=1');
  await studyIn(frame, DECK, false);
  await frame.getByText(/Not kept here/).waitFor(PATIENCE);
  expect(await server.operations()).toEqual(before);
  await page.context().close();
});

test('a bare frame keeps its answers where the browser lets it, as the app does, and goes on with them', async () => {
  const page = await stage.newLearner();
  const open = () => openBare(page, '', '#count=2', neighbour);
  const first = await open();
  const { fact } = await readQuestion(first, questions);
  await studyIn(first, DECK);
  await first.getByText(/^saved/).waitFor(PATIENCE);
  expect((await readQuestion(await open(), questions)).fact).not.toBe(fact);
  await page.goto(`${server.url}/decks/${DECK}`);
  await page.getByText(/^saved/).waitFor(PATIENCE);
  expect(await page.locator('.stat', { hasText: 'new' }).textContent()).toBe('new80');
  await page.context().close();
});
