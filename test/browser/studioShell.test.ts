import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from './faults.ts';
import { tabTo } from './robot.ts';
import { setStage } from './stage.ts';
import { giveKey, keyInBrowser } from './storage.ts';

const stage = setStage();
const { server } = stage;
const KEY = 'STEPPE0STVD10STEPPE0STVD10STEPPE';
const FOLDER = join(import.meta.dirname, '../../questions/decks/kazakhstan-january-2022');
const DECK = join(FOLDER, 'deck.yaml');
const DOCUMENT = join(FOLDER, 'document.md');
const TEXT = readFileSync(DOCUMENT, 'utf8');
const PROJECT = /\/studio\/[0-9A-Z]{26}$/;

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
  await field(author).waitFor();
  return { page: author, errors };
}

/** Every project that the browser keeps. */
function keptIn(page: Page): Promise<{ document: string; yaml: string }[]> {
  return page.evaluate(async () => {
    const open = indexedDB.open('steppe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const asked = database.transaction('projects').objectStore('projects').getAll();
    const all = await new Promise<{ document: string; yaml: string }[]>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return all;
  });
}

test('a pasted text becomes a project with drafts, which is there after a reload', async () => {
  const { page, errors } = await atStudio();
  await field(page).fill(TEXT);
  await page.getByLabel('Title').fill('Kazakhstan');
  await button(page, 'Find the facts').click();
  await page.waitForURL(PROJECT);
  await page.goto(`${server.url}/studio`);
  await expect.poll(() => lines(page).textContent()).toMatch(/Kazakhstan.*0 of \d\d+ reviewed/);
  await page.reload();
  await expect.poll(() => lines(page).textContent()).toMatch(/Kazakhstan.*0 of \d\d+ reviewed/);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('by keyboard alone: paste, find the facts, and come to the review', async () => {
  const { page } = await atStudio();
  await tabTo(page, '#new-deck-document');
  await page.keyboard.insertText('The Nile is 6,650 kilometres long. It flows through Egypt.');
  await tabTo(page, 'main form .primary');
  await page.keyboard.press('Enter');
  await page.waitForURL(PROJECT);
  await page.context().close();
});

test('a search that is cancelled leaves the text where it was, and nothing behind', async () => {
  const { page } = await atStudio();
  const long = Array.from({ length: 40 }, (_, at) => TEXT.replaceAll('20', String(10 + at))).join('\n\n');
  await field(page).fill(long);
  await button(page, 'Find the facts').click();
  await button(page, 'Cancel').click();
  await field(page).waitFor();
  expect(await field(page).inputValue()).toBe(long);
  expect(await keptIn(page)).toEqual([]);
  await page.context().close();
});

test('what is missing is said where it is missing, and no longer once it is there', async () => {
  const { page } = await atStudio();
  await button(page, 'Find the facts').click();
  await page.getByText('There is no text yet').waitFor();
  await field(page).fill('# The Nile\n\nIt is long.');
  expect(await page.getByText('There is no text yet').count()).toBe(0);
  expect(await page.getByLabel('Title').inputValue()).toBe('The Nile');
  await page.getByLabel('Title').fill(' ');
  await button(page, 'Find the facts').click();
  await page.getByText('The title is empty.').waitFor();
  await page.context().close();
});

test('a file is read as it is, Windows newlines and all; another language says what follows', async () => {
  const { page } = await atStudio();
  const text = '# Der Nil\r\n\r\nDer Nil ist 6.650 Kilometer lang.\r\n';
  await page.setInputFiles('input[type=file]', {
    name: 'nil.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(text),
  });
  await page.getByText('nil.md').waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Der Nil');
  await page.getByLabel('Its language').selectOption('de');
  await page.getByText('Drafts are made for English.').waitFor();
  await button(page, 'Make the deck').click();
  await page.waitForURL(PROJECT);
  const [project] = await keptIn(page);
  expect(project?.document).toBe(text);
  expect(project?.yaml).toContain('language: de');
  await page.context().close();
});

test('a deck folder is opened again without a byte changed; a deck file alone is asked for its document', async () => {
  const { page } = await atStudio();
  await page.setInputFiles('input[type=file]', [DECK]);
  await page.getByText('give deck.yaml and document.md together').waitFor();
  await page.setInputFiles('input[type=file]', [DECK, DOCUMENT]);
  await page.waitForURL(PROJECT);
  const [project] = await keptIn(page);
  expect(project?.yaml).toBe(readFileSync(DECK, 'utf8'));
  expect(project?.document).toBe(TEXT);
  await page.context().close();
});

test('a deleted project can be brought back', async () => {
  const { page } = await atStudio();
  await page.setInputFiles('input[type=file]', [DECK, DOCUMENT]);
  await page.waitForURL(PROJECT);
  await page.goto(`${server.url}/studio`);
  await button(page, /^Delete/).click();
  await expect.poll(() => lines(page).count()).toBe(0);
  expect(await keptIn(page)).toEqual([]);
  await button(page, 'Bring it back').click();
  await expect.poll(() => lines(page).count()).toBe(1);
  await page.context().close();
});

test('a browser that kept an earlier version’s data keeps it, and projects beside it', async () => {
  const page = await stage.newLearner();
  await giveKey(page, server.url, KEY);
  await atStudio(page);
  await page.setInputFiles('input[type=file]', [DECK, DOCUMENT]);
  await page.waitForURL(PROJECT);
  expect(await keyInBrowser(page)).toBe(KEY);
  expect(await keptIn(page)).toHaveLength(1);
  await page.context().close();
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('the studio’s first screen is without faults, %s and %i wide', async (colorScheme, width) => {
  const page = await stage.newLearner({ colorScheme, viewport: { width, height: 900 } });
  await atStudio(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.setInputFiles('input[type=file]', [DECK, DOCUMENT]);
  await page.waitForURL(PROJECT);
  await page.goto(`${server.url}/studio`);
  await lines(page).getByText('reviewed').waitFor();
  await button(page, /^Delete/).click();
  await button(page, 'Bring it back').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});
