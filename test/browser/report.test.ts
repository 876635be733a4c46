import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PublishedSchema, ReportsSchema } from '../../questions/publish.ts';
import { newLearnerKey } from '../../web/learnerKey.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const { server } = stage;
const DOCUMENT = 'The Nile flows north. It is 6,650 kilometres long.\n';
const YAML = `title: Rivers
language: en
access: open
documentSha256: ${createHash('sha256').update(DOCUMENT).digest('hex')}
facts:
  nile-length:
    statement: The Nile is 6,650 kilometres long.
    standing: stated
    passage: { exact: "It is 6,650 kilometres long." }
    questions:
      long: { kind: number, prompt: "How many kilometres long is the river Nile?", answer: 6650, unit: kilometres }
`;
const key = newLearnerKey(crypto.getRandomValues(new Uint8Array(20)));

async function asAuthor(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

async function published() {
  const body = { yaml: YAML, document: DOCUMENT, offered: '', after: null };
  return v.parse(PublishedSchema, await asAuthor('PUT', '/own/decks/rivers', body));
}

/** Comes to the number question, past the one that asks for the sentence, and answers it wrongly. */
async function answerWrongly(page: Page, deck: string): Promise<void> {
  const form = (kind: string) => page.locator(`form.question[data-kind=${kind}][data-state=open]`);
  for (let tries = 0; tries < 4; tries += 1) {
    await page.goto(`${server.url}/decks/${deck}/study?only=nile-length&once`);
    await page.locator('form.question[data-state=open]').waitFor();
    if ((await form('number').count()) > 0) break;
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.locator('form.question[data-state=marked]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('main.finish').waitFor();
  }
  await page.keyboard.type('7000');
  await page.keyboard.press('Enter');
  await page.locator('form.question[data-state=marked]').waitFor();
}

const reportButton = (page: Page) => page.getByRole('button', { name: 'Report this question' });
const reports = async () =>
  v.parse(ReportsSchema, await asAuthor('GET', '/own/decks/rivers/reports')).reports;

test('a report that is made without a network waits in the browser, and reaches the author once', async () => {
  const { id, revision } = await published();
  const page = await stage.newLearner();
  await answerWrongly(page, id);
  await page.context().setOffline(true);
  await reportButton(page).press('Enter');
  await page.getByText('Reported: it is kept here and sent when there is a connection.').waitFor();
  expect(await reports()).toEqual([]);
  await page.context().setOffline(false);
  await page.getByText(/^Reported: the deck’s author sees it/).waitFor();
  await expect.poll(async () => (await reports()).length, { timeout: 10_000 }).toBe(1);
  const [known] = await reports();
  expect(known?.report).toEqual({
    fact: 'nile-length',
    question: 'long',
    answer: '7000',
    outcome: 'wrong',
    revision,
  });
  await answerWrongly(page, id);
  expect(await reports()).toHaveLength(1);
  await page.context().close();
});

test('a report that waited when its page was closed is sent by the next page', async () => {
  const { id } = await published();
  const page = await stage.newLearner();
  await answerWrongly(page, id);
  const earlier = (await reports()).length;
  await page.context().setOffline(true);
  await reportButton(page).press('Enter');
  await page.getByText('Reported: it is kept here and sent when there is a connection.').waitFor();
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  expect(await reports()).toHaveLength(earlier);
  const next = await context.newPage();
  await next.goto(server.url);
  await expect
    .poll(async () => (await reports()).length, { timeout: 20_000, interval: 500 })
    .toBe(earlier + 1);
  await context.close();
});

test('a published deck that was open once is studied without a network, and stands on the first screen', async () => {
  const { id } = await published();
  const page = await stage.newLearner();
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${server.url}/decks/${id}`);
  await expect
    .poll(() => keptFiles(page), { timeout: 20_000 })
    .toMatch(new RegExp(`index\\.json.*${id}|${id}.*index\\.json`));
  await page.context().setOffline(true);
  await answerWrongly(page, id);
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Rivers' }).first().waitFor();
  await page.context().close();
});

test('a short first visit is enough to keep a published deck', async () => {
  const { id } = await published();
  const page = await stage.newLearner();
  await page.goto(`${server.url}/decks/${id}`);
  await expect.poll(() => keptFiles(page), { timeout: 20_000 }).toContain(id);
  await page.context().close();
});

/** The names of the files that the service worker keeps. */
function keptFiles(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = await (await caches.open('steppe-decks')).keys();
    return kept.map(({ url }) => decodeURIComponent(url)).join(' ');
  });
}

test('a deck of the repository has nobody who reads reports', async () => {
  const page = await stage.newLearner();
  await page.goto(`${server.url}/decks/kazakhstan-january-2022/study?count=5`);
  await page.locator('form.question[data-state=open]').waitFor();
  await page.getByRole('button', { name: /I do not know/ }).press('Enter');
  await page.locator('form.question[data-state=marked]').waitFor();
  await page.getByRole('button', { name: /^Next/ }).waitFor();
  expect(await reportButton(page).count()).toBe(0);
  await page.context().close();
});
