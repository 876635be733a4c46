import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Quote } from '../../web/embed/messages.ts';
import { coursePage, framesOf, putFrames, saidTo, sayFrom, setHost } from './hosts.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const course = setHost();
const steppe = setHost('steppe.localhost');
const QUIZ = '<steppe-quiz deck="one" highlight="page">led by Russia</steppe-quiz>';
const TEXT = `
  <script type="text/plain">led by Russia</script>
  <p hidden>led by Russia</p>
  <p style="display: none">led by Russia</p>
  <p aria-hidden="true">led by Russia</p>
  <textarea>led by Russia</textarea>
  <div style="height: 4000px"></div>
  <p id="first">The pact is <a href="#x">led
     by <b>Rus</b>sia</a> and the “others” — so it says.</p>
  <p>At first</p><p>there were six.</p>
  <p id="second">Nobody is led by Russia here.</p>
  <div style="height: 4000px"></div>`;

beforeAll(() => putFrames(steppe, ['one']));

interface Lesson {
  readonly page: Page;
  readonly frame: Frame;
  readonly second: Frame | undefined;
}

async function open(body = QUIZ + TEXT, options: BrowserContextOptions = {}): Promise<Lesson> {
  const page = await stage.newLearner({ viewport: { width: 1000, height: 700 }, ...options });
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'self'; script-src ${steppe.origin}; frame-src ${steppe.origin}; style-src 'unsafe-inline'`,
  };
  await page.goto(course.put('/lesson', coursePage(steppe.origin, body), headers));
  const [frame, second] = await framesOf(page, body.split('<steppe-quiz').length - 1);
  if (frame === undefined) throw new Error('no frame');
  return { page, frame, second };
}

const quote = (exact: string, prefix = '', suffix = ''): Quote => ({ exact, prefix, suffix });

/** Lets a frame show a passage, and gives what it is told. */
async function show(frame: Frame, wanted: Quote, go = false): Promise<boolean | undefined> {
  const before = (await saidTo(frame)).length;
  await sayFrom(frame, { type: 'show', go, ...wanted });
  await expect.poll(async () => (await saidTo(frame)).length, { timeout: 10_000 }).toBe(before + 1);
  const last = (await saidTo(frame)).at(-1);
  return last?.type === 'shown' ? last.found : undefined;
}

interface Mark {
  readonly text: string;
  /** The paragraph that it begins in. */
  readonly where: string;
}

/** Every marked passage, in the order in which they were. */
function marked(page: Page): Promise<readonly Mark[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('steppe-passage') ?? [])].flatMap((range) => {
      if (!(range instanceof Range)) return [];
      const where = range.startContainer.parentElement?.closest('p')?.id ?? '';
      return [{ text: range.toString().replaceAll(/\s+/g, ' '), where }];
    }),
  );
}

test('a passage is found through elements, line breaks and the quotes and dashes that a page writes, and marked', async () => {
  const { page, frame } = await open();
  expect(await show(frame, quote('led by Russia and the "others" - so it'))).toBe(true);
  expect(await marked(page)).toEqual([{ text: 'led by Russia and the “others” — so it', where: 'first' }]);
  const colour = await page.evaluate(
    () => getComputedStyle(document.body, '::highlight(steppe-passage)').backgroundColor,
  );
  expect(colour).toBe('rgb(255, 231, 154)');
  await page.context().close();
});

test('of two that read alike the one with the right surroundings is marked', async () => {
  const { page, frame } = await open();
  await show(frame, quote('led by Russia', 'Nobody is ', ' here.'));
  expect(await marked(page)).toEqual([{ text: 'led by Russia', where: 'second' }]);
  await show(frame, quote('led by Russia', 'The pact is ', ' and the'));
  expect((await marked(page)).map(({ where }) => where)).toEqual(['first']);
  await page.context().close();
});

test('what is hidden, no text, or in a quiz is not found, nor what stands in two paragraphs as if it were one word', async () => {
  const { page, frame } = await open();
  await page.evaluate(() => document.querySelectorAll('#first, #second').forEach((seen) => seen.remove()));
  expect(await show(frame, quote('led by Russia'))).toBe(false);
  expect(await show(frame, quote('firstthere'))).toBe(false);
  expect(await show(frame, quote('At first there'))).toBe(true);
  expect(await show(frame, quote('   '))).toBe(false);
  expect(await marked(page)).toEqual([]);
  await page.context().close();
});

test('the page itself, its focus and its selection stay as they are, and it allows no more than two addresses', async () => {
  const { page, frame } = await open();
  await page.evaluate(() => {
    const seen = { changes: 0, refused: 0 };
    Object.assign(window, { seen });
    document.addEventListener('securitypolicyviolation', () => (seen.refused += 1));
    new MutationObserver((list) => (seen.changes += list.length)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  await page.locator('#before').focus();
  await show(frame, quote('led by Russia'), true);
  await sayFrom(frame, { type: 'hide' });
  await expect.poll(() => marked(page), { timeout: 5000 }).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'seen') as unknown)).toEqual({
    changes: 0,
    refused: 0,
  });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  await page.context().close();
});

test('the reader is brought to the passage and back, at once where motion is not wanted', async () => {
  const { page, frame } = await open(undefined, { reducedMotion: 'reduce' });
  const isInView = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  await show(frame, quote('led by Russia', 'The pact is '));
  expect(await isInView('#first')).toBe(false);
  await show(frame, quote('led by Russia', 'The pact is '), true);
  expect(await isInView('#first')).toBe(true);
  await page.getByRole('button', { name: 'Back to the quiz' }).click();
  expect(await isInView('#first')).toBe(false);
  expect(await isInView('iframe')).toBe(true);
  expect(await page.getByRole('button').count()).toBe(0);
  expect((await marked(page)).length).toBe(1);
  await show(frame, quote('led by Russia', 'The pact is '), true);
  await sayFrom(frame, { type: 'hide' });
  await expect.poll(() => isInView('iframe'), { timeout: 5000 }).toBe(true);
  await page.context().close();
});

test('each quiz has its own mark, which goes with it', async () => {
  const { page, frame, second } = await open(`${QUIZ}${QUIZ}${TEXT}`);
  if (second === undefined) throw new Error('no second frame');
  await show(frame, quote('there were six'));
  await show(second, quote('Nobody is'));
  expect((await marked(page)).map(({ text }) => text)).toEqual(['there were six', 'Nobody is']);
  await sayFrom(frame, { type: 'hide' });
  await expect.poll(() => marked(page), { timeout: 5000 }).toEqual([{ text: 'Nobody is', where: 'second' }]);
  await page
    .locator('steppe-quiz')
    .last()
    .evaluate((quiz) => quiz.remove());
  await expect.poll(() => marked(page), { timeout: 5000 }).toEqual([]);
  await page.context().close();
});

test('nothing of it is fetched or done where the page does not ask for it', async () => {
  const page = await stage.newLearner();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const quiz = '<steppe-quiz deck="one"></steppe-quiz>';
  await page.goto(course.put('/lesson', coursePage(steppe.origin, quiz + TEXT)));
  const [frame] = await framesOf(page);
  if (frame === undefined) throw new Error('no frame');
  await sayFrom(frame, { type: 'show', go: true, ...quote('led by Russia') }, { type: 'want-key' });
  await expect.poll(() => saidTo(frame), { timeout: 5000 }).toHaveLength(2);
  expect(fetched).not.toContain('/embed-highlight.js');
  expect(await marked(page)).toEqual([]);
  await page.context().close();
});

test('where the script for it cannot be had the frame is told that there is no passage', async () => {
  const page = await stage.newLearner();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.route('**/embed-highlight.js', (route) => route.abort());
  await page.goto(course.put('/lesson', coursePage(steppe.origin, QUIZ + TEXT)));
  const [frame] = await framesOf(page);
  if (frame === undefined) throw new Error('no frame');
  expect(await show(frame, quote('led by Russia'))).toBe(false);
  expect(errors).toEqual([]);
  await page.context().close();
});
