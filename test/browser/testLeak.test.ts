import type { BrowserContext, Page, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { KIND_NAMES } from '../../questions/kinds.ts';
import { formsOfKey, foundIn, wordsAfter, wordsIn } from '../worker/classroom/searched.ts';
import { assign, join, makeClass } from './classroom.ts';
import { deckNamed, questionsOf } from './robot.ts';
import { setStage } from './stage.ts';
import { giveKey } from './storage.ts';

const stage = setStage();
const { server } = stage;
const harbour = deckNamed('harbour');
/** One question of each kind but `evidence`, whose sentences are the document's own and may hold the others' answers. */
const ASKED = KIND_NAMES.filter((kind) => kind !== 'evidence').map((kind) => {
  const found = questionsOf(harbour).find(({ view }) => view.kind === kind);
  if (found === undefined) throw new Error(`harbour has no ${kind}`);
  return found;
});

/** Every byte that a browser receives from now on, its service worker's too, as latin 1 and as UTF-8. */
function listening(context: BrowserContext): () => Promise<readonly { url: string; text: string }[]> {
  const bodies: Promise<{ url: string; text: string }>[] = [];
  context.on('response', (response) => bodies.push(textOf(response)));
  return () => Promise.all(bodies);
}

async function textOf(response: Response): Promise<{ url: string; text: string }> {
  const headers = JSON.stringify(await response.allHeaders());
  // A redirect or an answer of 304 has no body.
  const body = await response.body().catch(() => Buffer.alloc(0));
  return { url: response.url(), text: `${headers}\n${body.toString('utf8')}` };
}

async function doNotKnow(page: Page): Promise<void> {
  for (const _ of ASKED) {
    const kicker = await page.locator('form.question .kicker').textContent();
    await page.getByRole('button', { name: 'I do not know' }).click();
    await page
      .locator('.test-ending')
      .or(page.locator('form.question .kicker').filter({ hasNotText: kicker ?? '' }))
      .waitFor();
  }
}

test.each(['after-close', 'never'] as const)(
  'from the class to the receipt no byte that a browser receives tells a key, with feedback %s',
  async (feedback) => {
    const of = await makeClass(server.url);
    const { key } = await join(of, 'Asel');
    const scope = { by: 'questions', questions: ASKED.map(({ fact, id }) => `${fact}/${id}`) };
    const id = await assign(of, { scope, feedback, deck: 'harbour' });
    const page = await stage.newLearner();
    await giveKey(page, server.url, key);
    const heard = listening(page.context());
    await page.goto(`${server.url}/classes/${of.id}`);
    await page.getByRole('link', { name: 'The harbour' }).click();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('form.question').waitFor();
    await page.reload();
    await page.locator('form.question').waitFor();
    await doNotKnow(page);
    await page.locator('.test-ending').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Handed in' }).waitFor();
    await page.goto(`${server.url}/classes/${of.id}/${id}`);
    await page.getByText('The harbour').first().waitFor();
    await page.waitForLoadState('networkidle');
    const secrets = ASKED.flatMap(({ question }) => formsOfKey(harbour, question));
    expect(secrets.length).toBeGreaterThanOrEqual(8);
    const received = await heard();
    expect(received.filter(({ url }) => url.includes('/attempts')).length).toBeGreaterThan(2);
    for (const { url, text } of received) {
      const long = [...secrets, ...wordsAfter(harbour)].filter(({ length }) => length > 4);
      expect([url, wordsIn(text, secrets), foundIn(text, long)]).toEqual([url, [], []]);
    }
    await page.context().close();
  },
);
