import type { Frame, Page } from 'playwright-core';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';

/** How long a frame may take on a busy machine. */
export const PATIENCE = { timeout: 10_000 };

/** The frame of a page's first quiz, once it shows something. */
export async function frameIn(page: Page): Promise<Frame> {
  const handle = await page.locator('steppe-quiz iframe').elementHandle(PATIENCE);
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('no frame');
  await frame.locator('main').waitFor(PATIENCE);
  return frame;
}

/** Answers every question rightly, or not at all, until there is none. Gives how many there were. */
export async function studyIn(frame: Frame, deck: string, knows = true): Promise<number> {
  const questions = questionsOf(deckNamed(deck));
  for (let asked = 0; ; asked += 1) {
    await frame.locator('form.question[data-state=open], main.finish').waitFor(PATIENCE);
    if ((await frame.locator('main.finish').count()) > 0) return asked;
    if (knows) {
      await frame.locator('h1').focus();
      await focusField(frame);
      await answerByKeyboard(frame, await readQuestion(frame, questions));
    } else {
      await frame.getByRole('button', { name: 'I do not know' }).click();
    }
    await frame.locator('form.question[data-state=marked]').waitFor(PATIENCE);
    await next(frame);
  }
}

/** A frame takes no focus by itself before the learner has done something in it; then the field has it, as in the app. */
export async function focusField(frame: Frame): Promise<void> {
  const field = frame.locator('form.question input.text, form.question select').first();
  if ((await field.count()) > 0) await field.focus();
}
