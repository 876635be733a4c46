import { expect, test } from 'vitest';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';
import { setStage } from './stage.ts';
import { reviewsInBrowser } from './storage.ts';

const stage = setStage();
const { server } = stage;
const article = questionsOf(deckNamed('kazakhstan-january-2022'));
const harbour = questionsOf(deckNamed('harbour'));

test('a hint is shown and logged; an answer taken back is logged as undone and asked again', async () => {
  const page = await stage.newLearner();
  await page.goto(`${server.url}/decks/kazakhstan-january-2022/study?count=5`);
  const asked = await readQuestion(page, article);
  await page.keyboard.press('h');
  await page.getByText('Hint:').waitFor();
  await answerByKeyboard(page, asked);
  await page.keyboard.press('u');
  expect(await readQuestion(page, article)).toBe(asked);
  const [answer, undo] = await reviewsInBrowser(page);
  expect(answer).toMatchObject({
    type: 'answer',
    fact: asked.fact,
    question: asked.id,
    hint: true,
    rating: 2,
  });
  expect(undo).toMatchObject({ type: 'undo', undoes: answer?.id });
  await page.context().close();
});

test('a fact missed comes back in the session in another form, never at once, and is offered again at the end', async () => {
  const page = await stage.newLearner();
  await page.goto(`${server.url}/decks/kazakhstan-january-2022/study?count=5`);
  const missed = await readQuestion(page, article);
  await page.getByRole('button', { name: 'I do not know' }).click();
  await page.locator('form.question[data-state=marked]').waitFor();
  await page.locator('.study-main .primary').focus();
  await next(page);
  const order: string[] = [];
  while ((await page.locator('main.finish').count()) === 0) {
    const asked = await readQuestion(page, article);
    order.push(asked.fact);
    if (asked.fact === missed.fact) expect(asked.id).not.toBe(missed.id);
    if (asked.fact === missed.fact) await page.getByRole('button', { name: 'I do not know' }).click();
    else await answerByKeyboard(page, asked);
    await page.locator('form.question[data-state=marked]').waitFor();
    await page.locator('.study-main .primary').focus();
    await next(page);
  }
  expect(order.indexOf(missed.fact)).toBeGreaterThanOrEqual(1);
  await page.getByRole('button', { name: 'Mistakes again now' }).click();
  expect((await readQuestion(page, article)).fact).toBe(missed.fact);
  await page.context().close();
});

test('a sealed deck is graded by the server: the browser holds no key before the answer, and the passage after it', async () => {
  const page = await stage.newLearner();
  const received: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('harbour') && !response.url().endsWith('.txt'))
      received.push(response.text());
  });
  await page.goto(`${server.url}/decks/harbour/study?count=5`);
  const asked = await readQuestion(page, harbour);
  const sentences = harbour.flatMap(({ view }) => (view.kind === 'evidence' ? view.sentences : []));
  const before = sentences.reduce(
    (text, one) => text.replaceAll(one, ''),
    (await Promise.all(received)).join('\n'),
  );
  for (const { question } of harbour) {
    if (question.kind === 'short') expect(before).not.toContain(question.answer);
  }
  await answerByKeyboard(page, asked);
  expect(await page.locator('.study-side mark').count()).toBeGreaterThan(0);
  await page.context().close();
});

test('with the server gone a sealed answer is kept on the screen and can be sent again', async () => {
  const page = await stage.newLearner();
  await page.goto(`${server.url}/decks/harbour/study?count=5`);
  await readQuestion(page, harbour);
  await page.route('**/answers', (route) => route.abort());
  await page.getByRole('button', { name: 'I do not know' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/answers');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('form.question[data-state=marked]').waitFor();
  expect(await reviewsInBrowser(page)).toHaveLength(1);
  await page.context().close();
});

test('on a touch screen a question is answered by tapping, and no key is named', async () => {
  const page = await stage.newLearner({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`${server.url}/decks/kazakhstan-january-2022/study?count=5`);
  await readQuestion(page, article);
  expect(await page.locator('kbd:visible').count()).toBe(0);
  await page.locator('form.question label').first().tap();
  await page.getByRole('button', { name: /^Check/ }).tap();
  await page.locator('form.question[data-state=marked]').waitFor();
  await page.context().close();
});

test('offline, answers wait; with the network back they are saved once', async () => {
  const page = await stage.newLearner();
  await page.goto(`${server.url}/decks/kazakhstan-january-2022/study?count=5`);
  const before = await server.operations();
  await readQuestion(page, article);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  while ((await page.locator('main.finish').count()) === 0) {
    await answerByKeyboard(page, await readQuestion(page, article));
    await next(page);
  }
  await page.getByText('waiting (5)').waitFor();
  await page.context().setOffline(false);
  await page.getByText(/^saved/).waitFor({ timeout: 60_000 });
  expect((await server.operations()).put - before.put).toBe(1);
  await page.context().close();
});

test('the end of a session stands after a reload, and the same address begins a new one', async () => {
  const page = await stage.newLearner();
  const address = `${server.url}/decks/kazakhstan-january-2022/study?count=5`;
  await page.goto(address);
  while ((await page.locator('main.finish').count()) === 0) {
    await answerByKeyboard(page, await readQuestion(page, article));
    await next(page);
  }
  expect(await page.locator('.count').textContent()).toBe('5 of 5');
  await page.reload();
  await page.locator('main.finish').waitFor();
  await page.goto('about:blank');
  await page.goto(address);
  await readQuestion(page, article);
  await page.context().close();
});
