import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds that is serious or critical on a page, and whether it scrolls sideways; `where` says which screen it is. */
export async function faultsOf(page: Page, where = page.url()): Promise<readonly string[]> {
  // Text that is just fading in has too little contrast for a moment; a fading that is broken off has ended too.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  const named = serious.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  return wide ? [...named, `${where} scrolls sideways`] : named;
}
