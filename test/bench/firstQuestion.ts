import { gzipSync } from 'node:zlib';
import type { Frame, Page, Response } from 'playwright-core';

/** What a page and its frames load. */
interface Loading {
  /** The scripts and styles at these addresses, compressed, in KB. */
  kb(isWanted: (address: string) => boolean): Promise<number>;
}

/** Watches what a new page loads from here on, and when its first question stands. */
export async function watchLoading(page: Page): Promise<Loading> {
  const responses = new Map<string, Response>();
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type === 'script' || type === 'stylesheet') responses.set(response.url(), response);
  });
  await page.addInitScript(noteFirstQuestion);
  return {
    async kb(isWanted) {
      const bodies = [...responses].flatMap(([at, response]) => (isWanted(at) ? response.body() : []));
      const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
      return sizes.reduce((sum, size) => sum + size, 0) / 1024;
    },
  };
}

/** What was asked for before the first question stood. Not what has come by then: that would depend on the network. */
export async function askedBeforeQuestion(frame: Frame): Promise<ReadonlySet<string>> {
  await frame.locator('form.question').waitFor();
  const addresses = await frame.evaluate(() => {
    const shownMs = Number(document.documentElement.dataset['shownMs']);
    const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < shownMs);
    return before.map(({ name }) => name);
  });
  return new Set(addresses);
}

/** Runs in every frame: notes when its first question stood, in ms since the frame began. */
function noteFirstQuestion(): void {
  const watching = new MutationObserver(() => {
    if (document.querySelector('form.question') === null) return;
    watching.disconnect();
    document.documentElement.dataset['shownMs'] = String(performance.now());
  });
  watching.observe(document, { childList: true, subtree: true });
}
