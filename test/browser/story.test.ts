import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fold } from '../../questions/fold.ts';
import { SegmentSchema } from '../../questions/review.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion, tabTo } from './robot.ts';
import { setStage } from './stage.ts';
import { forgetReviews, reviewsInBrowser } from './storage.ts';

const DECK = 'kazakhstan-january-2022';
const deck = deckNamed(DECK);
const questions = questionsOf(deck);
const stage = setStage();
const { server } = stage;

/** Answers rightly, by keyboard, until the session ends; gives the kinds that came up. */
async function studyToTheEnd(page: Page, most: number): Promise<readonly string[]> {
  const kinds: string[] = [];
  while (kinds.length < most) {
    kinds.push(await answerByKeyboard(page, await readQuestion(page, questions)));
    await next(page);
    if ((await page.locator('main.finish').count()) > 0) break;
  }
  return kinds;
}

test('twenty answers are one put in KV, fold to the same schedule there, and outlive a reload and a restart', async () => {
  const page = await stage.newLearner({ viewport: { width: 1280, height: 800 } });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));

  await page.goto(server.url);
  await tabTo(page, `a[href="/decks/${DECK}"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/decks/${DECK}`);
  await page.goto(`${server.url}/decks/${DECK}/study?count=20&more`);
  const before = await server.operations();

  const first = await readQuestion(page, questions);
  await answerByKeyboard(page, first);
  const passage = deck.key.facts[first.fact]?.place;
  const exact = deck.document.slice(passage?.start, passage?.end);
  expect((await page.locator('.study-side mark').allTextContents()).join('')).toBe(exact);
  await next(page);
  const kinds = await studyToTheEnd(page, 19);
  expect(kinds).toHaveLength(19);

  await page.getByText(/^saved/).waitFor();
  const after = await server.operations();
  expect({ put: after.put - before.put, get: after.get - before.get }).toEqual({ put: 1, get: 0 });
  expect(after.list - before.list).toBeLessThanOrEqual(1);

  const inBrowser = await reviewsInBrowser(page);
  expect(inBrowser).toHaveLength(20);
  const schedule = serialiseSchedule(fold(inBrowser));

  await page.goto(`${server.url}/decks/${DECK}/progress`);
  await page.locator('meter').first().waitFor();
  const progress = await page.locator('main').textContent();

  await server.stop();
  const stored = await server.storedWhileStopped();
  expect([...stored.keys()]).toEqual([
    expect.stringMatching(new RegExp(`^log/[0-9a-f]{64}/${DECK}/[0-9A-HJKMNP-TV-Z]{26}$`)),
  ]);
  const segment = v.parse(SegmentSchema, JSON.parse([...stored.values()][0] ?? ''));
  expect(serialiseSchedule(fold(segment.reviews))).toBe(schedule);

  await server.start();
  await forgetReviews(page);
  await page.reload();
  await page.locator('meter').first().waitFor();
  expect(await page.locator('main').textContent()).toBe(progress);
  expect(serialiseSchedule(fold(await reviewsInBrowser(page)))).toBe(schedule);
  expect(errors).toEqual([]);
  await page.context().close();
}, 180_000);

test('a reload in the middle of a session keeps every answer and asks the same question again', async () => {
  const page = await stage.newLearner();
  await page.goto(`${server.url}/decks/${DECK}/study?count=5`);
  await studyToTheEnd(page, 2);
  const asked = await readQuestion(page, questions);
  await page.reload();
  expect((await readQuestion(page, questions)).id).toBe(asked.id);
  expect(await reviewsInBrowser(page)).toHaveLength(2);
  await page.context().close();
});
