import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fold } from '../../questions/fold.ts';
import type { Review } from '../../questions/review.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion, tabTo } from './robot.ts';
import { setStage } from './stage.ts';
import { forgetReviews, reviewsInBrowser } from './storage.ts';

const OPEN = 'kazakhstan-january-2022';
const SEALED = 'harbour';
const stage = setStage();
const { server } = stage;

/** A new learner who has studied five questions and now looks at the deck's progress. */
async function studied(deck: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await stage.newLearner(options);
  const questions = questionsOf(deckNamed(deck));
  await page.goto(`${server.url}/decks/${deck}/study?count=5`);
  while ((await page.locator('main.finish').count()) === 0) {
    await answerByKeyboard(page, await readQuestion(page, questions));
    await next(page);
  }
  await page.getByText(/^saved/).waitFor();
  await goTo(page, deck, 'progress');
  return page;
}

async function goTo(page: Page, deck: string, screen: string): Promise<void> {
  await page.goto(`${server.url}/decks/${deck}/${screen}`);
  await page.locator('main h1').waitFor();
}

/** The row of the first fact that was answered or started afresh. */
const firstRow = (page: Page) => page.locator('tbody tr', { has: page.locator('details') }).first();
const firstFact = async (page: Page, deck: string) => {
  const rows = page.locator('tbody tr');
  const at = await rows.evaluateAll((all) => all.findIndex((row) => row.querySelector('details') !== null));
  return { at, id: deckNamed(deck).deck.facts[at]?.id };
};
const strengths = (page: Page) => page.locator('tbody td:nth-of-type(1)').allTextContents();
const shown = async (page: Page) => (await page.locator('main').textContent()) ?? '';
const ofType = (reviews: readonly Review[], type: Review['type']) =>
  reviews.filter((review) => review.type === type);
const scheduleOf = (reviews: readonly Review[]) => serialiseSchedule(fold(reviews));

/** The log once it has this many reviews. */
async function logOf(page: Page, count: number): Promise<readonly Review[]> {
  await expect.poll(async () => (await reviewsInBrowser(page)).length).toBe(count);
  return reviewsInBrowser(page);
}

async function startDeckAfresh(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the whole deck afresh' }).click();
  await page.getByRole('button', { name: 'Start afresh', exact: true }).click();
}

/** What axe finds that is serious, in light and in the dark (there the colours alone), and whether the page scrolls sideways. */
async function faultsOf(page: Page, where: string): Promise<readonly string[]> {
  const light = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).withRules('color-contrast').analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  const serious = [...light.violations, ...dark.violations].filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [...serious.map(({ id }) => `${where}: ${id}`), ...(wide ? [`${where} scrolls sideways`] : [])];
}

test.each([OPEN, SEALED])(
  'a fact of %s starts afresh while the others stay, and taken back it is what it was',
  async (deck) => {
    const page = await studied(deck);
    const before = await reviewsInBrowser(page);
    const strengthsBefore = await strengths(page);
    const fact = await firstFact(page, deck);
    const row = firstRow(page);
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'Start this fact afresh' }).click();
    expect(await row.locator('[role=group]').textContent()).toMatch(
      /no longer count.*in your log.*take this back/,
    );
    expect(await reviewsInBrowser(page)).toHaveLength(before.length);
    await row.getByRole('button', { name: 'Start afresh', exact: true }).click();
    expect(await row.getByRole('status').textContent()).toMatch(/^Started afresh\./);
    expect(await strengths(page)).toEqual(strengthsBefore.with(fact.at, 'new'));
    const [reset, ...others] = ofType(await logOf(page, before.length + 1), 'reset');
    expect(reset).toMatchObject({ type: 'reset', fact: fact.id });
    expect(others).toEqual([]);

    await row.getByRole('button', { name: 'Take it back' }).click();
    expect(await row.getByRole('status').textContent()).toMatch(/^Taken back\./);
    expect(await strengths(page)).toEqual(strengthsBefore);
    const after = await logOf(page, before.length + 2);
    expect(ofType(after, 'undo')).toEqual([expect.objectContaining({ undoes: reset?.id })]);
    expect(scheduleOf(after)).toBe(scheduleOf(before));
    await page.context().close();
  },
);

test('a fact started afresh is new in the deck and in its document, and taken back after a reload', async () => {
  const page = await studied(OPEN);
  const before = await reviewsInBrowser(page);
  const total = deckNamed(OPEN).deck.facts.length;
  const newFacts = () => page.locator('.stat', { hasText: 'new' }).locator('dd').textContent();
  await firstRow(page).locator('summary').click();
  await page.getByRole('button', { name: 'Start this fact afresh' }).click();
  await page.getByRole('button', { name: 'Start afresh', exact: true }).click();
  await logOf(page, before.length + 1);
  await goTo(page, OPEN, '');
  expect(await newFacts()).toBe(String(total - 4));
  await goTo(page, OPEN, 'document');
  expect(await page.locator('nav.facts .quiet', { hasText: 'recall' }).count()).toBe(4);

  await goTo(page, OPEN, 'progress');
  await firstRow(page).locator('summary').click();
  expect(await firstRow(page).locator('li').textContent()).toMatch(/^Started afresh, .*\d.*\. Take it back$/);
  await firstRow(page).getByRole('button', { name: 'Take it back' }).click();
  expect(scheduleOf(await logOf(page, before.length + 2))).toBe(scheduleOf(before));
  await page.reload();
  await page.locator('table').waitFor();
  expect(await shown(page)).not.toContain('Started afresh');
  await goTo(page, OPEN, '');
  expect(await newFacts()).toBe(String(total - 5));
  await page.context().close();
});

test('a deck starts afresh on the server too, offers its facts as new, and is taken back after a reload', async () => {
  const page = await studied(OPEN);
  const before = await reviewsInBrowser(page);
  const first = await firstFact(page, OPEN);
  const progress = await shown(page);
  const { put } = await server.operations();
  await startDeckAfresh(page);
  expect(new Set(await strengths(page))).toEqual(new Set(['new']));
  const [reset] = ofType(await logOf(page, before.length + 1), 'reset');
  expect(reset).not.toHaveProperty('fact');

  await goTo(page, OPEN, '');
  await page.getByText('Learn 10 new').waitFor();
  await page.getByText(/^saved/).waitFor();
  // At least once: a page that is left before it hears the answer sends the same segment again.
  await expect.poll(async () => (await server.operations()).put).toBeGreaterThan(put);
  await forgetReviews(page);
  await goTo(page, OPEN, 'progress');
  await page.getByText('Whole deck started afresh').waitFor();
  expect(await reviewsInBrowser(page)).toContainEqual(
    expect.objectContaining({ type: 'reset', id: reset?.id }),
  );
  await goTo(page, OPEN, 'study?count=5');
  expect((await readQuestion(page, questionsOf(deckNamed(OPEN)))).fact).toBe(first.id);

  await goTo(page, OPEN, 'progress');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Taken back.').waitFor();
  expect(scheduleOf(await logOf(page, before.length + 2))).toBe(scheduleOf(before));
  await page.reload();
  await page.locator('meter').first().waitFor();
  expect(await shown(page)).toBe(progress);
  await page.context().close();
});

test('the keyboard alone asks, leaves it, starts afresh and takes back, and the focus is never lost', async () => {
  const page = await studied(SEALED);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Start this fact afresh');
  for (const leave of ['Escape', 'Leave it as it is']) {
    await page.keyboard.press('Enter');
    expect(await focused()).toMatch(/^The one answer to this fact will no longer count\./);
    if (leave !== 'Escape') await page.getByRole('button', { name: leave }).press('Enter');
    else await page.keyboard.press('Escape');
    expect(await focused()).toBe('Start this fact afresh');
    expect(await page.locator('[role=group]').count()).toBe(0);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(ofType(await reviewsInBrowser(page), 'reset')).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Start afresh');
  await page.keyboard.press('Enter');
  expect(await focused()).toMatch(/^Started afresh\./);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Take it back');
  await page.keyboard.press('Enter');
  expect(await focused()).toMatch(/^Taken back\./);
  await page.context().close();
});

test.each([1280, 390])('axe finds nothing serious in a start afresh at %i pixels', async (width) => {
  const page = await studied(SEALED, { viewport: { width, height: 844 } });
  const faults: string[] = [];
  const look = async (where: string) => faults.push(...(await faultsOf(page, where)));
  await firstRow(page).locator('summary').click();
  await page.getByRole('button', { name: 'Start this fact afresh' }).click();
  await look('asked');
  await page.getByRole('button', { name: 'Start afresh', exact: true }).click();
  await look('done');
  await startDeckAfresh(page);
  await page.reload();
  await page.locator('table').waitFor();
  await look('after a reload');
  expect(faults).toEqual([]);
  await page.context().close();
});
