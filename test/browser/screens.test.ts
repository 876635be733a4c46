import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../questions/day.ts';
import { KIND_NAMES } from '../../questions/kinds.ts';
import { faultsOf } from './faults.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';
import { setStage } from './stage.ts';

const DECK = 'kazakhstan-january-2022';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
const questions = questionsOf(deckNamed(DECK));
const stage = setStage();
const { server } = stage;

/** Goes through a visit and gives the faults of every screen on the way. */
async function visit(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const look = async () => faults.push(...(await faultsOf(page)));
  const open = async (path: string, ready: string) => {
    await page.goto(server.url + path);
    await page.locator(ready).first().waitFor();
    await look();
  };
  await open('/', `a[href="/decks/${DECK}"]`);
  await open(`/decks/${DECK}`, 'main .primary');
  await open(`/decks/${DECK}/study?count=5`, 'form.question');
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await look();
  await page.keyboard.press('Escape');
  for (let asked = 0; (await page.locator('main.finish').count()) === 0; asked += 1) {
    const found = await readQuestion(page, questions);
    if (asked === 1) await page.getByRole('button', { name: 'I do not know' }).click();
    else await answerByKeyboard(page, found);
    await page.locator('form.question[data-state=marked]').waitFor();
    if (asked < 2) await look();
    await page.locator('.study-main .primary').focus();
    await next(page);
  }
  await look();
  await open(`/decks/${DECK}/progress`, 'meter');
  await open(`/decks/${DECK}/document?at=csto-members`, 'mark');
  await open('/decks/no-such-deck', 'h1');
  await open('/no/such/page', 'h1');
  return faults;
}

describe.each(SCHEMES)('%s', (colorScheme) => {
  test.each(SIZES)(
    'axe finds nothing serious on any screen at $width pixels, and nothing scrolls sideways',
    async (viewport) => {
      const page = await stage.newLearner({ viewport, colorScheme, hasTouch: viewport.width < 500 });
      expect(await visit(page)).toEqual([]);
      await page.context().close();
    },
    240_000,
  );
});

test('over a year of study all ten kinds come up; each works by keyboard alone, and axe finds nothing serious before or after its answer', async () => {
  const page = await stage.newLearner({ viewport: SIZES[1], hasTouch: false });
  const faults: string[] = [];
  const seen = new Set<string>();
  const now = Date.now();
  // The server would tell the page what day it is.
  await page.context().route('**/api/v1/log**', (route) => route.abort());
  await page.clock.install({ time: now - 420 * DAY_MS });
  for (const daysAgo of [420, 400, 340, 200, 150, 100, 60, 30, 15, 7, 3, 1]) {
    if (seen.size === KIND_NAMES.length) break;
    await page.clock.setSystemTime(now - daysAgo * DAY_MS);
    await page.goto(`${server.url}/decks/${DECK}/study?count=20&more`);
    while ((await page.locator('main.finish').count()) === 0) {
      const found = await readQuestion(page, questions);
      const isNew = !seen.has(found.view.kind);
      seen.add(found.view.kind);
      if (isNew) faults.push(...(await faultsOf(page)));
      await answerByKeyboard(page, found);
      if (isNew) faults.push(...(await faultsOf(page)));
      await next(page);
    }
    await page.getByRole('link', { name: 'Back to the deck' }).press('Enter');
    await page.waitForURL(`**/decks/${DECK}`);
  }
  expect(faults).toEqual([]);
  expect([...seen].toSorted()).toEqual([...KIND_NAMES].toSorted());
  await page.context().close();
}, 480_000);
