import { openChromium } from '../browser/chromium.ts';
import { Server } from '../browser/server.ts';
import { markedDocuments } from '../questions/draft/markedDocuments.ts';
import type { Figure } from './figure.ts';

const WORDS = 10_000;
const DRAFTED_MOST_MS = 2000;
const BLOCKED_MOST_MS = 50;

/** A document of some ten thousand words goes through the studio, from the press to the review, in Chromium. */
export async function measureStudio(): Promise<readonly Figure[]> {
  const server = new Server();
  const [browser] = await Promise.all([openChromium(), server.start()]);
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${server.url}/studio`);
    await page.getByLabel('The document').fill(longDocument());
    await page.evaluate(() => {
      const times = { drafting: [] as number[] };
      const watch = () => times.drafting.push(performance.now());
      Object.assign(window, { times, ticking: setInterval(watch, 4) });
    });
    const started = Date.now();
    await page.getByRole('button', { name: 'Find the facts' }).press('Enter');
    await page.locator('.studio-making').waitFor();
    await page.locator('.studio-making').waitFor({ state: 'detached' });
    const draftedMs = Date.now() - started;
    const gaps = await page.evaluate(() => {
      const { times } = window as unknown as { times: { drafting: number[] } };
      return times.drafting.map((at, index) => at - (times.drafting[index - 1] ?? at));
    });
    await page.locator('.review-card').waitFor();
    const shownMs = Date.now() - started;
    return [
      {
        what: '10,000 words are drafted, from the press to the deck',
        value: draftedMs,
        unit: 'ms',
        most: DRAFTED_MOST_MS,
      },
      { what: 'the same, until the review is on the screen', value: shownMs, unit: 'ms' },
      {
        what: 'the page’s longest pause meanwhile',
        value: Math.max(...gaps),
        unit: 'ms',
        most: BLOCKED_MOST_MS,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The marked documents again and again, each time with other names and years, so that no passage stands twice. */
function longDocument(): string {
  const endings = ['', 'ard', 'bel', 'cor', 'dun', 'est', 'fal'];
  const parts = endings.flatMap((ending, turn) =>
    markedDocuments().map(({ document }) =>
      document
        .replace(/\b[A-Z][a-z]{4,}\b/g, (word) => word + ending)
        .replace(/\b1\d{3}\b/g, (year) => String(Number(year) + turn)),
    ),
  );
  const words = parts.join('\n\n').split(/(?<=\s)/);
  return words.slice(0, WORDS).join('');
}
