import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { CompiledDeck } from '../../questions/compile.ts';
import { fold } from '../../questions/fold.ts';
import type { FactId } from '../../questions/ids.ts';
import { faultsOf } from './faults.ts';
import { answerByKeyboard, next, questionsOf, readQuestion, tabTo, type Found } from './robot.ts';
import { setStage } from './stage.ts';
import { reviewsInBrowser } from './storage.ts';

const stage = setStage();
const { server } = stage;

/** A text that the drafter has never met. */
const DOCUMENT = `# Lighthouses of the Skerry Coast

The lighthouse of Brannholm was built in 1862 by the engineer Tove Aldsen. It stands 41 metres above the sea. Its lamp can be seen from 22 kilometres away.

Brannholm is the largest of the nine Skerry Islands. About 300 people live on it. The island was electrified in 1931 because the old paraffin lamps needed too many keepers.

The Skerry Lighthouse Association (SLA) was founded in 1974. It looks after four lighthouses: Brannholm, Ostvik, Lund Point and Harfell. According to the chairman, Nils Orre, the association will open a museum in 2028.

The fog signal of Ostvik was switched off in 1989. It had sounded every 30 seconds for 85 years. The signal was driven by compressed air, which two diesel engines supplied.

Harfell is the northernmost lighthouse of the coast. Ice destroyed its first tower in 1888. The second tower was built of granite in order to withstand the drift ice. Ada Lindqvist was the first woman to keep a lighthouse on the coast. She served at Harfell from 1901 to 1919.
`;

const WRONG = 'Zanzibar';

/** Waits until so many questions are reviewed; a rejected one leaves the count of all. */
async function reviewed(page: Page, count: number): Promise<void> {
  await expect
    .poll(() => page.locator('.review-progress').textContent(), { timeout: 10_000 })
    .toMatch(new RegExp(`(?:^|\\D)${count} of `));
}

/** Studies one fact until a question of this kind is on the screen; others on the way are answered rightly. */
async function askedAs(page: Page, address: string, deck: CompiledDeck, wanted: Found): Promise<void> {
  const all = questionsOf(deck);
  for (let tries = 0; tries < 6; tries += 1) {
    await page.goto(`${address}/study?only=${wanted.fact}&once`);
    const found = await readQuestion(page, all);
    if (found.id === wanted.id) return;
    await answerByKeyboard(page, found);
    await next(page);
    await page.locator('main.finish').waitFor();
  }
  throw new Error(`${wanted.fact}/${wanted.id} was never asked`);
}

async function typed(page: Page, text: string): Promise<string | null> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.locator('form.question[data-state=marked]').waitFor();
  return page.locator('#verdict').getAttribute('data-outcome');
}

/** The deck as learners' browsers read it, with its key, because it is open. */
async function deckAt(address: string): Promise<CompiledDeck> {
  const id = address.split('/').at(-1) ?? '';
  const [deck, document] = await Promise.all([
    fetch(`${server.url}/api/v1/decks/${id}`),
    fetch(`${server.url}/api/v1/decks/${id}/document`),
  ]);
  return { ...((await deck.json()) as CompiledDeck), document: await document.text() };
}

test('from a pasted text to a published deck by keyboard; a learner reports a question, and meets it mended with the memory kept', async () => {
  const author = await stage.newLearner({ viewport: { width: 1280, height: 800 } });
  const errors: string[] = [];
  author.on('pageerror', (error) => errors.push(error.message));
  author.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

  await author.goto(`${server.url}/studio`);
  await tabTo(author, '#new-deck-document');
  await author.keyboard.insertText(DOCUMENT);
  await tabTo(author, 'main form .primary');
  await author.keyboard.press('Enter');
  await author.waitForURL(/\/studio\/[0-9A-Z]{26}$/);
  const project = author.url();
  await author.locator('.review-card').waitFor();
  expect(await faultsOf(author)).toEqual([]);

  let count = 0;
  const decide = async (key: string, times: number) => {
    for (let time = 0; time < times; time += 1) {
      await author.keyboard.press(key);
      await reviewed(author, (count += 1));
    }
  };
  const mend = async (words: string) => {
    await author.keyboard.press('e');
    await author.locator('.review-editor').waitFor();
    await author.locator('.review-editor summary').click();
    await author.getByLabel('Explanation').fill(words);
    await author.keyboard.press('Enter');
    await author.locator('.review-editor').waitFor({ state: 'detached' });
    await reviewed(author, (count += 1));
  };
  await decide('a', 5);
  await mend('A first word of mine.');
  await decide('a', 5);
  await decide('r', 5);
  await mend('A second word of mine.');
  await author.keyboard.press('t');
  await author.locator('dialog form.question').waitFor();
  await author.keyboard.press('Escape');

  await tabTo(author, '.review-panels button', 2);
  await author.keyboard.press('Enter');
  await author.getByText('12 questions are reviewed.').waitFor();
  expect(await faultsOf(author)).toEqual([]);
  await tabTo(author, '.studio-publish .actions button.primary');
  await author.keyboard.press('Enter');
  const link = author.locator('.studio-links a.code');
  await link.waitFor();
  const address = (await link.textContent()) ?? '';
  expect(address).toMatch(/\/decks\/lighthouses-of-the-skerry-coast-[0-9a-z]{16}$/);

  const deck = await deckAt(address);
  const authored = questionsOf(deck).filter(({ id }) => id !== 'evidence');
  expect(authored).toHaveLength(12);
  const target = authored.find(({ question }) => question.kind === 'short' && question.expects === 'text');
  if (target === undefined) throw new Error('no typed question was accepted');

  const learner = await stage.newLearner({ viewport: { width: 390, height: 844 } });
  await learner.goto(address);
  await learner.getByRole('link', { name: /^Learn \d+ new$/ }).press('Enter');
  await answerByKeyboard(learner, await readQuestion(learner, questionsOf(deck)));
  await next(learner);
  await askedAs(learner, address, deck, target);
  expect(await typed(learner, WRONG)).toBe('wrong');
  await learner.getByRole('button', { name: 'Report this question' }).press('Enter');
  await learner.getByText(/^Reported: the deck’s author sees it/).waitFor();
  expect(await faultsOf(learner)).toEqual([]);
  const before = await reviewsInBrowser(learner);

  await author.goto(`${project}/reports`);
  const report = author.locator('article.report');
  await report.getByText(WRONG).waitFor();
  await report.locator('mark').first().waitFor();
  expect(await faultsOf(author)).toEqual([]);
  await report.getByRole('button', { name: 'Accept this answer' }).press('Enter');
  await report.getByText('The answer is accepted now.').waitFor();
  await author.reload();
  await report.getByText('The answer is accepted now.').waitFor();

  const mended = await deckAt(address);
  expect(mended.deck.revision).not.toBe(deck.deck.revision);
  await expect
    .poll(
      async () => {
        await learner.goto(address);
        await learner.locator('.stats').waitFor();
        return learner.evaluate(async (path) => {
          const response = await fetch(path);
          return ((await response.json()) as { deck: { revision: string } }).deck.revision;
        }, `/api/v1/decks/${deck.deck.id}`);
      },
      { timeout: 90_000, interval: 2000 },
    )
    .toBe(mended.deck.revision);
  expect(await reviewsInBrowser(learner)).toEqual(before);
  const repsBefore = fold(before).facts.get(target.fact as FactId)?.reps ?? 0;
  await askedAs(learner, address, mended, target);
  expect(await typed(learner, WRONG)).toBe('right');
  const after = fold(await reviewsInBrowser(learner)).facts.get(target.fact as FactId);
  expect(after?.reps).toBeGreaterThan(repsBefore);
  expect(errors).toEqual([]);
  await author.context().close();
  await learner.context().close();
}, 300_000);
