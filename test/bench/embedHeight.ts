import type { Frame, Page } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';
import { coursePage, HostSite } from '../browser/hosts.ts';
import { Server } from '../browser/server.ts';
import type { Figure } from './figure.ts';

const CHANGES = 40;

/** How many paints of a host page pass from a change in the quiz until its frame has the new height, in Chromium. */
export async function measureEmbedHeight(): Promise<readonly Figure[]> {
  const server = new Server();
  const course = new HostSite();
  const [browser] = await Promise.all([openChromium(), server.start(), course.start()]);
  try {
    const page = await browser.newPage();
    const quiz = '<steppe-quiz deck="kazakhstan-january-2022"></steppe-quiz>';
    await page.goto(course.put('/lesson', coursePage(server.url, quiz)));
    await page.frameLocator('iframe').getByRole('button', { name: 'I do not know' }).click();
    await page.frameLocator('iframe').locator('form.question[data-state=marked]').waitFor();
    const frame = page.frames().find((one) => one.url().includes('/embed/'));
    if (frame === undefined) throw new Error('the page has no quiz');
    const paints: number[] = [];
    for (let at = 0; at < CHANGES; at += 1) paints.push(await paintsUntilFit(page, frame, at % 2 === 0));
    const sorted = paints.toSorted((a, b) => a - b);
    const what = 'paints of the host page until its frame has the new height';
    return [
      { what: `${what}, median of ${CHANGES}`, value: sorted[CHANGES / 2] ?? NaN, unit: 'paints', most: 1 },
      { what: `${what}, most`, value: sorted.at(-1) ?? NaN, unit: 'paints' },
    ];
  } finally {
    await browser.close();
    await Promise.all([server.close(), course.close()]);
  }
}

/** Makes the quiz higher or lower, and counts the paints of the host page after the quiz's own that still show the old height. */
async function paintsUntilFit(page: Page, frame: Frame, higher: boolean): Promise<number> {
  const seen = page.evaluate(
    () =>
      new Promise<readonly (readonly [atMs: number, height: number])[]>((resolve) => {
        const paints: [number, number][] = [];
        const look = () => {
          const height = document.querySelector('steppe-quiz')?.getBoundingClientRect().height ?? 0;
          paints.push([performance.timeOrigin + performance.now(), height]);
          if (paints.length < 60) requestAnimationFrame(look);
          else resolve(paints);
        };
        requestAnimationFrame(look);
      }),
  );
  // The paints are being watched by then.
  await page.waitForTimeout(200);
  const changedAtMs = await frame.evaluate(
    (isHigher) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const quiz = document.querySelector<HTMLElement>('.frame');
          if (quiz !== null) quiz.style.paddingBottom = isHigher ? '300px' : '';
          resolve(performance.timeOrigin + performance.now());
        });
      }),
    higher,
  );
  const paints = await seen;
  const before = paints.findLast(([atMs]) => atMs <= changedAtMs)?.[1];
  if (before === undefined || before === paints.at(-1)?.[1])
    throw new Error('Inconsistent: the change was not seen from its beginning to its end');
  const late = paints.filter(([atMs, height]) => atMs > changedAtMs && height === before);
  return late.length;
}
