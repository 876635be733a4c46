import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { coursePage, setHost } from './hosts.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const course = setHost();

/** Widths of the quiz in CSS pixels, from a side column to a wide page. */
const WIDTHS = [280, 320, 390, 600, 900, 1200];
/** What browser zoom does: CSS pixels of more device pixels, and of parts of one. */
const CASES = [
  ...[1, 2].flatMap((zoom) => WIDTHS.map((width) => ({ zoom, width }))),
  { zoom: 1.25, width: 600 },
];
/** An image that comes late and tells its size only then. */
const IMAGE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="333"/>')}`;

interface Fit {
  /** How much of the content is out of sight, and how much of the frame is empty, in CSS pixels. */
  readonly hidden: number;
  readonly empty: number;
  readonly hasScrollBar: boolean;
}

const FITS: Fit = { hidden: 0, empty: 0, hasScrollBar: false };

/** A quiz of this width, with its frame. */
async function openQuiz(width: number, zoom: number): Promise<{ page: Page; frame: Frame }> {
  const page = await stage.newLearner({
    viewport: { width: Math.max(width, 320), height: 700 },
    deviceScaleFactor: zoom,
  });
  const quiz = `<div id="column"><steppe-quiz deck="kazakhstan-january-2022" count="4"></steppe-quiz></div>`;
  const head = `<style>body { margin: 0 } #column { width: ${width}px }</style>`;
  await page.goto(course.put(`/at-${width}-${zoom}`, coursePage(stage.server.url, quiz, head)));
  await page.frameLocator('iframe').locator('form.question').waitFor({ timeout: 20_000 });
  const frame = page.frames().find((one) => one.url().includes('/embed/'));
  if (frame === undefined) throw new Error('the page has no quiz');
  return { page, frame };
}

/** How the frame fits its content now. A part of a pixel is none. */
function fitOf(frame: Frame): Promise<Fit> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    const content = Math.max(...[...document.body.children].map((one) => one.getBoundingClientRect().bottom));
    return {
      hidden: Math.max(0, Math.floor(content - innerHeight)),
      empty: Math.max(0, Math.floor(innerHeight - content)),
      hasScrollBar: innerWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
    };
  });
}

async function expectFit(frame: Frame): Promise<void> {
  await expect.poll(() => fitOf(frame), { timeout: 5000 }).toEqual(FITS);
}

const heightIn = (page: Page) =>
  page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);

test.each(CASES)(
  'at $width pixels and zoom $zoom the frame is as high as what is in it, growing and shrinking, and has no scroll bar',
  async ({ width, zoom }) => {
    const { page, frame } = await openQuiz(width, zoom);
    expect((await fitOf(frame)).hasScrollBar).toBe(false);
    const heights: number[] = [];
    const look = async () => {
      await expectFit(frame);
      heights.push(await heightIn(page));
    };
    for (let asked = 0; asked < 4; asked += 1) {
      await frame.getByRole('button', { name: 'I do not know' }).click();
      await frame.locator('form.question[data-state=marked]').waitFor();
      await look();
      await frame.getByRole('button', { name: /^Next/ }).click();
      await frame.locator('form.question[data-state=open]').waitFor();
      await look();
    }
    const steps = heights.slice(1).map((height, at) => Math.sign(height - (heights[at] ?? 0)));
    expect(new Set(steps)).toEqual(new Set([1, -1]));
    await page.context().close();
  },
);

test('the frame follows an image that comes late, larger text, and a column that changes its width', async () => {
  const { page, frame } = await openQuiz(600, 1);
  await frame.getByRole('button', { name: 'I do not know' }).click();
  await frame.locator('form.question[data-state=marked]').waitFor();
  await expectFit(frame);
  const before = await heightIn(page);
  await frame.evaluate((source) => {
    const image = document.createElement('img');
    image.src = source;
    document.querySelector('.passage')?.append(image);
  }, IMAGE);
  await expect.poll(() => heightIn(page), { timeout: 5000 }).toBeGreaterThan(before + 300);
  await expectFit(frame);
  await frame.evaluate(() => document.querySelector('.passage img')?.remove());
  await expect.poll(() => heightIn(page), { timeout: 5000 }).toBe(before);

  await frame.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect.poll(() => heightIn(page), { timeout: 5000 }).toBeGreaterThan(before * 1.5);
  await expectFit(frame);
  await frame.evaluate(() => (document.documentElement.style.fontSize = ''));
  await expect.poll(() => heightIn(page), { timeout: 5000 }).toBe(before);

  await page.evaluate(() => document.getElementById('column')?.style.setProperty('width', '280px'));
  await expect.poll(() => heightIn(page), { timeout: 5000 }).toBeGreaterThan(before * 1.2);
  await expectFit(frame);
  await page.context().close();
});
