import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './faults.ts';
import { tabTo } from './robot.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { server } = stage;

const BEFORE = `The lighthouse of Brannholm was built in 1862 by the engineer Tove Aldsen.

The Skerry Lighthouse Association was founded in 1974. It looks after nine lighthouses.

The fog signal of Ostvik was switched off in 1989.
`;

/** The first paragraph has gone to the end, the second says another number, the third is not there. */
const AFTER = `Welcome to the coast.

The Skerry Lighthouse Association was founded in 1974. It now looks after eleven lighthouses.

The lighthouse of Brannholm was built in 1862 by the engineer Tove Aldsen.
`;

/** A project whose drafts are all accepted, and its screen for a new version of the document. */
async function changing(page: Page): Promise<string> {
  await page.goto(`${server.url}/studio`);
  await page.getByLabel('The document').fill(BEFORE);
  await page.getByRole('button', { name: 'Find the facts' }).click();
  await page.waitForURL(/\/studio\/[0-9A-Z]{26}$/);
  const address = page.url();
  await page.locator('.review-card').waitFor();
  const left = page.getByText(/^To review/);
  for (let count = 0; count < 60 && (await left.textContent())?.endsWith(' 0') !== true; count += 1) {
    const before = await left.textContent();
    await page.keyboard.press('a');
    await expect.poll(() => left.textContent()).not.toBe(before);
  }
  await page.getByRole('link', { name: 'New version of the document' }).press('Enter');
  await page.getByLabel('The document').waitFor();
  return address;
}

/** The deck file, as the review shows it. */
async function fileOf(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.getByRole('button', { name: 'The file itself' }).press('Enter');
  return page.locator('.review-side textarea').inputValue();
}

test('by keyboard alone: what has moved, is reworded and gone is decided, and the deck is that of the new document', async () => {
  const page = await stage.newLearner({ viewport: { width: 1280, height: 800 } });
  const address = await changing(page);
  await tabTo(page, '#new-deck-document');
  await page.keyboard.insertText(AFTER);
  await tabTo(page, 'main form .primary');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The new document' }).waitFor();
  const articles = page.locator('.change-passage');
  const kickers = await articles.locator('.kicker').allTextContents();
  expect(new Set(kickers.map((words) => words.split(':')[0]))).toEqual(
    new Set(['Moved', 'Reworded', 'Not found']),
  );
  expect(await articles.filter({ hasText: 'Reworded' }).first().locator('ins').allTextContents()).toContain(
    'now ',
  );
  await page.getByRole('button', { name: 'Take the new document' }).press('Enter');
  await page
    .getByText(/still to be decided/)
    .first()
    .waitFor();
  expect(page.url()).toMatch(/change$/);
  for (let at = 0; at < kickers.length; at += 1) {
    await articles.nth(at).locator('button').first().focus();
    await page.keyboard.press('Enter');
  }
  await page.getByText('Everything is decided.').waitFor();
  await page.getByRole('button', { name: 'Take the new document' }).press('Enter');
  await page.waitForURL(address);
  const yaml = await fileOf(page, address);
  expect(yaml).toMatch(/reworded: "?\d{4}-\d\d-\d\dT/);
  expect(yaml).toMatch(/retired:[\s\S]*gone: /);
  expect(yaml).toContain('now looks after eleven');
  expect(yaml).not.toContain('Ostvik was switched off in 1989."');
  await page.getByRole('button', { name: 'Publish', exact: true }).first().press('Enter');
  // The old number is no longer true: its author is told before anybody is asked.
  await page
    .locator('.studio-publish')
    .getByText(/does not stand in the passage/)
    .first()
    .waitFor();
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([1280, 390])(
    'axe finds nothing serious at %i pixels, and nothing scrolls sideways',
    async (width) => {
      const page = await stage.newLearner({ viewport: { width, height: 844 }, colorScheme });
      await changing(page);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel('The document').fill(AFTER);
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.getByRole('heading', { name: 'The new document' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    },
  );
});

test('the same text, and none, are no new version', async () => {
  const page = await stage.newLearner();
  await changing(page);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('There is no text yet').waitFor();
  await page.getByLabel('The document').fill(BEFORE);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('This is the document as it is.').waitFor();
  await page.context().close();
});
