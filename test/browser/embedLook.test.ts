import type { Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { coursePage, framesOf, putFrames, saidTo, setHost } from './hosts.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const course = setHost();
const steppe = setHost('steppe.localhost');
const STYLE = `<style>
  :root { --steppe-paper: #fff; --steppe-radius: 2px; --other: 1px; --steppe-unknown: 1px }
  :root.night { --steppe-paper: #000; color-scheme: dark }
  @media (prefers-color-scheme: dark) { :root { --steppe-ink: #eee } }
  steppe-quiz { --steppe-font: "My Font", serif }
  steppe-quiz.long { --steppe-accent: ${'a'.repeat(300)} }
</style>`;

beforeAll(() => putFrames(steppe, ['one']));

async function open(attributes: string): Promise<{ page: Page; frame: Frame }> {
  const page = await stage.newLearner();
  const quiz = `<steppe-quiz deck="one" ${attributes}></steppe-quiz>`;
  await page.goto(course.put('/lesson', coursePage(steppe.origin, quiz, STYLE)));
  const [frame] = await framesOf(page);
  if (frame === undefined) throw new Error('no frame');
  return { page, frame };
}

const MINE = { paper: '#fff', radius: '2px', font: '"My Font", serif' };

test("a frame is told the page's own style and side, and nothing else of its properties", async () => {
  const { page, frame } = await open('class="long"');
  expect(await saidTo(frame)).toMatchObject([{ type: 'setup', style: MINE, theme: 'auto' }]);
  expect(
    Object.keys((await saidTo(frame)).flatMap((said) => ('style' in said ? [said.style] : []))[0] ?? {}),
  ).toEqual(Object.keys(MINE));
  await page.context().close();
});

test('it is told again when the page changes its look, and only then', async () => {
  const { page, frame } = await open('');
  const looks = async () => (await saidTo(frame)).filter(({ type }) => type === 'style');
  await page.evaluate(() => document.documentElement.classList.add('unrelated'));
  await page.evaluate(() => document.documentElement.classList.add('night'));
  const night = { type: 'style', style: { ...MINE, paper: '#000' }, theme: 'dark' };
  await expect.poll(looks, { timeout: 5000 }).toEqual([night]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const ink = { ...night, style: { ...night.style, ink: '#eee' } };
  await expect.poll(looks, { timeout: 5000 }).toEqual([night, ink]);
  await page.locator('steppe-quiz').evaluate((quiz) => quiz.setAttribute('theme', 'light'));
  await expect.poll(looks, { timeout: 5000 }).toEqual([night, ink, { ...ink, theme: 'light' }]);
  await page.context().close();
});

test('the side that a page is on stands in the address, so that the first paint has it', async () => {
  const { page, frame } = await open('style="color-scheme: dark"');
  expect(new URL(frame.url()).hash).toBe('#v=1&theme=dark');
  await page.context().close();
});
