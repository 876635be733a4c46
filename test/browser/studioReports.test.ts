import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PublishedSchema, type Published } from '../../questions/publish.ts';
import { authorAt, deckFile, DOCUMENT, newKey } from './author.ts';
import { faultsOf } from './faults.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { send, publish, servedYaml, openDeck } = authorAt(stage);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const reportNamed = (page: Page, text: string) => page.locator('.report').filter({ hasText: text });

let reports = 0;
/** Somebody else reports an answer. */
async function report(deck: Published, fact: string, question: string, answer: string): Promise<void> {
  reports += 1;
  const id = `01J${String(reports).padStart(23, '0')}`;
  const { revision } = deck;
  const outcome = 'wrong';
  await send('PUT', `/decks/${deck.id}/reports/${id}`, newKey(), {
    fact,
    question,
    revision,
    answer,
    outcome,
  });
}

const published = async (key: string) => publish(key, await deckFile());

/** The author's reports, on a device that has the key alone. */
async function atReports(key: string, options = {}): Promise<Page> {
  const page = await openDeck(key, options);
  await page.goto(`${page.url()}/reports`);
  return page;
}

test('an answer that two learners report is decided once: accepted, published, and told', async () => {
  const key = newKey();
  const deck = await published(key);
  await report(deck, 'nile-direction', 'where', 'Northward');
  await report(deck, 'nile-direction', 'where', 'northward');
  const page = await atReports(key);
  const shown = reportNamed(page, 'In which direction');
  await shown.getByText('Reported 2 times').waitFor();
  expect(await shown.locator('.passage mark').textContent()).toBe('The Nile flows north.');
  await button(page, 'Accept this answer').click();
  await shown.getByText('The answer is accepted now.').waitFor();
  const yaml = await servedYaml(key);
  expect(yaml).toMatch(/accept: \[\s*"?northward"?\s*\]/i);
  expect(yaml).toContain("nile-direction: # the author's own words");
  const revision = v.parse(
    PublishedSchema,
    await send('PUT', '/own/decks/rivers', key, {
      yaml,
      document: DOCUMENT,
      offered: '',
      after: null,
    }),
  ).revision;
  const told = await send('GET', '/own/decks/rivers/reports', key);
  expect(told).toMatchObject({
    reports: [
      { decision: { decision: 'accepted', revision } },
      { decision: { decision: 'accepted', revision } },
    ],
  });
  await page.reload();
  await shown.getByText('The answer is accepted now.').waitFor();
  await page.context().close();
});

test('a question that is asked no longer goes with its fact, and one that is kept changes nothing', async () => {
  const key = newKey();
  const deck = await published(key);
  await report(deck, 'nile-direction', 'where', 'south');
  await report(deck, 'niger', 'country', 'Niger');
  const page = await atReports(key);
  const [nile, niger] = [reportNamed(page, 'the Nile run'), reportNamed(page, 'the bend of the Niger')];
  await niger.getByRole('button', { name: 'Keep it as it is' }).click();
  await niger.getByText('The question was kept as it is.').waitFor();
  expect(await servedYaml(key)).toBe(await deckFile());
  await nile.getByRole('button', { name: 'Ask it no longer' }).click();
  await page.getByText('The question is no longer asked.').waitFor();
  const yaml = await servedYaml(key);
  expect(yaml).not.toContain('statement: The Nile flows north.');
  expect(yaml).toMatch(/retired:\s+- \{? ?id: nile-direction/);
  await page.context().close();
});

test('without a connection nothing is lost: the deck changes here, and a second press publishes it', async () => {
  const key = newKey();
  const deck = await published(key);
  await report(deck, 'nile-direction', 'where', 'up');
  const page = await atReports(key);
  await button(page, 'Accept this answer').waitFor();
  await page.context().setOffline(true);
  await button(page, 'Accept this answer').click();
  await page.getByText('There is no connection. Nothing is lost').waitFor();
  await page.context().setOffline(false);
  await button(page, 'Accept this answer').click();
  await page.getByText('The answer is accepted now.').waitFor();
  expect(await servedYaml(key)).toMatch(/accept: \[\s*"?up"?\s*\]/);
  await page.context().close();
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('the reports are without faults, %s and %i wide', async (colorScheme, width) => {
  const key = newKey();
  const deck = await published(key);
  await report(deck, 'nile-direction', 'where', 'Northward');
  const page = await atReports(key, { colorScheme, viewport: { width, height: 900 } });
  await button(page, 'Accept this answer').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});
