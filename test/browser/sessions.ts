import type { Page } from 'playwright-core';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';

/** The deck that the fault tests study: an open one. */
export const DECK = 'kazakhstan-january-2022';
const questions = questionsOf(deckNamed(DECK));

/** The address of a session of so many questions. */
export function sessionOf(count: number): string {
  return `/decks/${DECK}/study?count=${count}&more`;
}

/** The question on the screen, as the deck names it: `fact/question`. */
export async function shownQuestion(page: Page): Promise<string> {
  const { fact, id } = await readQuestion(page, questions);
  return `${fact}/${id}`;
}

/** Answers the question on the screen rightly, and stays at its verdict. */
export async function answer(page: Page): Promise<void> {
  await answerByKeyboard(page, await readQuestion(page, questions));
}

/** Answers so many questions and goes on to the next one each time. */
export async function study(page: Page, count: number): Promise<void> {
  for (let asked = 0; asked < count; asked += 1) {
    await answer(page);
    await next(page);
  }
}

/** Answers what is left of the session. */
export async function studyToTheEnd(page: Page): Promise<void> {
  while ((await page.locator('main.finish').count()) === 0) await study(page, 1);
}
