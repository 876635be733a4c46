import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from './faults.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { server } = stage;
const DECKS = join(import.meta.dirname, '../../questions/decks/kazakhstan-january-2022');
const DOCUMENT = readFileSync(join(DECKS, 'document.md'), 'utf8');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (page: Page) => page.getByLabel('The document');
const lines = (page: Page) => page.locator('[aria-labelledby=own-projects] .class-list > li');

/** A page at the studio's first screen, and what goes wrong on it. */
async function atStudio(page?: Page): Promise<{ page: Page; errors: string[] }> {
  const author = page ?? (await stage.newLearner());
  const errors: string[] = [];
  author.on('pageerror', (error) => errors.push(error.message));
  author.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await author.goto(`${server.url}/studio`);
  await author.getByRole('heading', { name: 'The studio' }).waitFor();
  return { page: author, errors };
}

/** Pastes a text, waits for its drafts, and comes back to the first screen. */
async function draft(page: Page, text: string, title?: string): Promise<void> {
  await field(page).fill(text);
  if (title !== undefined) await page.getByLabel('Title').fill(title);
  await button(page, 'Find the facts').click();
  await page.waitForURL(/\/studio\/[0-9A-Z]{26}$/);
  await page.goto(`${server.url}/studio`);
}

test('a pasted text becomes a project with drafts, which is there after a reload', async () => {
  const { page, errors } = await atStudio();
  await draft(page, DOCUMENT, 'Kazakhstan');
  await expect.poll(() => lines(page).textContent()).toMatch(/Kazakhstan.*0 of \d+ reviewed/);
  await page.reload();
  await expect.poll(() => lines(page).textContent()).toMatch(/0 of [4-9]\d reviewed/);
  expect(errors).toEqual([]);
  await page.context().close();
});
