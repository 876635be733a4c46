import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { authorAt, deckFile, newKey } from './author.ts';
import { faultsOf } from './faults.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { publish, servedYaml, openDeck } = authorAt(stage);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** The deck on a device of its author's, at the publishing. */
async function atPublishing(key: string, options = {}): Promise<Page> {
  const page = await openDeck(key, options);
  await button(page, 'Publish').click();
  await page.getByText('2 questions are reviewed.').waitFor();
  return page;
}

async function seal(page: Page): Promise<void> {
  await page.getByText('Sealed').click();
  await page.getByText('There are changes that nobody sees yet.').waitFor();
}

test('a deck that is opened from the server is published again from there, and says that nothing waits', async () => {
  const key = newKey();
  await publish(key, await deckFile());
  const page = await atPublishing(key);
  await page.getByText('Everything is published.').waitFor();
  await seal(page);
  await button(page, 'Publish again').click();
  await page.getByText('Everything is published.').waitFor();
  expect(await servedYaml(key)).toBe((await deckFile()).replace('access: open', 'access: sealed'));
  await page.context().close();
});

test('what was published from another device is not overwritten silently: look at it, or publish over it', async () => {
  const key = newKey();
  const yaml = await deckFile();
  const first = await publish(key, yaml);
  const page = await atPublishing(key);
  const other = yaml.replace('title: Rivers', 'title: Great rivers');
  await publish(key, other, first.revision);
  await seal(page);
  const own = page.url();
  await button(page, 'Publish again').click();
  await page.getByText('This deck was published from somewhere else meanwhile.').waitFor();
  expect(await servedYaml(key)).toBe(other);
  await button(page, 'Look at the other version').click();
  await page.getByRole('heading', { name: 'Great rivers' }).waitFor();
  await page.goto(own);
  await button(page, 'Publish').click();
  await button(page, 'Publish again').click();
  await button(page, 'Publish this one over it').click();
  await page.getByText('Everything is published.').waitFor();
  expect(await servedYaml(key)).toBe(yaml.replace('access: open', 'access: sealed'));
  await page.context().close();
});

test('an error of the lint blocks, and its link leads to the question', async () => {
  const key = newKey();
  await publish(key, await deckFile());
  const page = await openDeck(key);
  await button(page, 'The file itself').click();
  const file = page.locator('textarea.review-file');
  await file.fill((await file.inputValue()).replace('answer: "north"', 'answer: "east"'));
  await page.locator('main .primary').click();
  await button(page, 'Publish').click();
  await page.getByRole('heading', { name: /to be mended first/ }).waitFor();
  expect(await button(page, 'Publish again').getAttribute('aria-disabled')).toBe('true');
  expect(await page.getByRole('link', { name: 'nile-direction/where' }).getAttribute('href')).toBe(
    '#nile-direction/where',
  );
  await page.context().close();
});

test('a deck that is taken off the server leads nowhere, and stays in the browser', async () => {
  const key = newKey();
  const deck = await publish(key, await deckFile());
  const page = await openDeck(key);
  await page.goto(`${stage.server.url}/studio`);
  await button(page, /^Take it back/).click();
  await button(page, 'Take it off the server').click();
  await expect.poll(() => page.getByText('Published with your key').count()).toBe(0);
  expect((await fetch(`${stage.server.url}/api/v1/decks/${deck.id}`)).status).toBe(404);
  await page.locator('[aria-labelledby=own-projects]').getByText('Rivers').waitFor();
  await page.context().close();
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('the publishing is without faults, %s and %i wide', async (colorScheme, width) => {
  const key = newKey();
  await publish(key, await deckFile());
  const page = await atPublishing(key, { colorScheme, viewport: { width, height: 900 } });
  await page.getByText('A code for a camera').click();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});
