import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { focusField, frameIn, PATIENCE, studyIn } from './frames.ts';
import { coursePage, setHost } from './hosts.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';
import { segmentsInKv } from './savedLog.ts';
import { setStage } from './stage.ts';

const DECK = 'kazakhstan-january-2022';
const SEALED = 'harbour';
const stage = setStage();
const course = setHost();
/** Of the same site as Steppe: there the frame could use the app's own storage. */
const neighbour = setHost('127.0.0.1');
const { server } = stage;
/** Opens a page of the course with this in it, and gives its first frame. */
async function open(page: Page, quiz: string, path = '/lesson'): Promise<Frame> {
  await page.goto(course.put(path, coursePage(server.url, quiz)));
  return frameIn(page);
}

/** Keeps what the elements of the page say, on the page. */
async function hearEvents(page: Page): Promise<() => Promise<readonly { type: string; detail: object }[]>> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const type of ['steppe-ready', 'steppe-answer', 'steppe-complete'])
      document.addEventListener(type, (event) =>
        heard.push({ type, detail: event instanceof CustomEvent ? event.detail : null }),
      );
  });
  return () =>
    page.evaluate(() => (window as unknown as { heard: { type: string; detail: object }[] }).heard);
}

/** The learner key that the course keeps. */
const keyKept = (page: Page) =>
  page.evaluate((base) => localStorage.getItem(`steppe key ${base}`) ?? '', server.url);

test('every kind is answered by keyboard in a frame, nothing serious is found before or after, and all is saved once under the course’s key', async () => {
  const page = await stage.newLearner({ viewport: { width: 700, height: 900 } });
  const frame = await open(page, `<steppe-quiz deck="${SEALED}" count="10"></steppe-quiz>`);
  const questions = questionsOf(deckNamed(SEALED));
  const faults: string[] = [];
  const look = async () => {
    await frame.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await new AxeBuilder({ page }).include(['steppe-quiz', 'iframe']).analyze();
    faults.push(
      ...violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    );
  };
  const kinds = new Set<string>();
  while ((await frame.locator('main.finish').count()) === 0) {
    await frame.locator('form.question').waitFor(PATIENCE);
    if (kinds.size === 0) await frame.locator('h1').focus();
    await focusField(frame);
    const found = await readQuestion(frame, questions);
    kinds.add(found.view.kind);
    await look();
    await answerByKeyboard(frame, found);
    await look();
    await next(frame);
  }
  await look();
  expect(faults).toEqual([]);
  expect(kinds.size).toBeGreaterThan(5);
  await frame.getByText(/^saved/).waitFor(PATIENCE);
  const segments = await segmentsInKv(server, await keyKept(page));
  expect(segments.map(({ reviews }) => reviews.length)).toEqual([10]);
  await page.context().close();
}, 240_000);

test('the page hears what happens and how it went, and nothing of the key, the answers or the solutions', async () => {
  const page = await stage.newLearner();
  const heard = await hearEvents(page);
  const frame = await open(page, `<steppe-quiz deck="${DECK}" count="2"></steppe-quiz>`);
  expect(await studyIn(frame, DECK)).toBe(2);
  await expect
    .poll(async () => (await heard()).map(({ type }) => type), PATIENCE)
    .toEqual(['steppe-ready', 'steppe-answer', 'steppe-answer', 'steppe-complete']);
  const [ready, first, , complete] = await heard();
  expect(ready?.detail).toEqual({ deck: DECK, title: 'Kazakhstan, January 2022', questions: 2 });
  expect(first?.detail).toMatchObject({ deck: DECK, outcome: 'right', answered: 1, of: 2 });
  expect(Object.keys(first?.detail ?? {}).toSorted()).toEqual([
    'answered',
    'deck',
    'fact',
    'of',
    'outcome',
    'question',
  ]);
  expect(complete?.detail).toEqual({ deck: DECK, answered: 2, right: 2, close: 0, partial: 0, wrong: 0 });
  await page.context().close();
});

test('a frame takes neither the focus nor the keys of the page around it', async () => {
  const page = await stage.newLearner();
  const frame = await open(
    page,
    `<input autofocus id="own"><steppe-quiz deck="${DECK}" count="2"></steppe-quiz>`,
  );
  await frame.locator('form.question').waitFor(PATIENCE);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('1');
  await page.keyboard.press('h');
  await page.keyboard.press('Enter');
  expect(await frame.locator('input:checked').count()).toBe(0);
  expect(await frame.locator('form.question').getAttribute('data-state')).toBe('open');
  expect(await frame.locator('.hint').textContent()).toBe('');
  // Once the learner is in the frame the next question has the focus, as in the app.
  await frame.getByRole('button', { name: 'I do not know' }).click();
  await frame.getByRole('button', { name: /^Next/ }).click();
  await frame.locator('form.question[data-state=open]').waitFor(PATIENCE);
  expect(await frame.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
  await page.context().close();
});

test('at the end mistakes can be practised again at once, and nothing due says when it is', async () => {
  const page = await stage.newLearner();
  const frame = await open(page, `<steppe-quiz deck="${DECK}" tags="outcome" count="50"></steppe-quiz>`);
  await studyIn(frame, DECK, false);
  await frame.getByRole('heading', { name: 'Done for now' }).waitFor();
  await frame.getByRole('button', { name: 'Mistakes again now' }).click();
  await studyIn(frame, DECK);
  await frame.getByText(/^saved/).waitFor(PATIENCE);
  await page.reload();
  const again = await frameIn(page);
  await again.getByRole('heading', { name: 'Nothing to practise now' }).waitFor(PATIENCE);
  await again.getByText(/The next fact is due in/).waitFor();
  await again.getByRole('button', { name: 'Practise anyway' }).click();
  await again.locator('form.question[data-state=open]').waitFor(PATIENCE);
  await page.context().close();
}, 240_000);

test('what is asked once is asked once ever: a reload goes on, a miss does not come back, and the result stands there', async () => {
  const page = await stage.newLearner();
  const quiz = `<steppe-quiz deck="${DECK}" count="3" mode="once"></steppe-quiz>`;
  const frame = await open(page, quiz);
  await frame.getByRole('button', { name: 'I do not know' }).click();
  await frame.locator('form.question[data-state=marked]').waitFor(PATIENCE);
  expect(await frame.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  expect(await frame.getByText('You will see this fact again').count()).toBe(0);
  await frame.getByText('waiting (1)').waitFor(PATIENCE);
  await page.reload();
  expect(await studyIn(await frameIn(page), DECK)).toBe(2);
  const result = { name: '2 of 3 right' };
  await (await frameIn(page)).getByRole('heading', result).waitFor(PATIENCE);
  await (await frameIn(page)).getByText(/^saved/).waitFor(PATIENCE);
  await page.reload();
  const later = await frameIn(page);
  await later.getByRole('heading', result).waitFor(PATIENCE);
  await later.getByRole('button', { name: 'Practise these' }).click();
  await later.locator('form.question[data-state=open]').waitFor(PATIENCE);
  await page.context().close();
}, 240_000);

test('what could not be sent is sent by the next frame', async () => {
  const page = await stage.newLearner();
  await page.route('**/api/v1/log/**', (route) => route.abort());
  const frame = await open(page, `<steppe-quiz deck="${DECK}" count="2"></steppe-quiz>`);
  await studyIn(frame, DECK);
  await frame.getByText('waiting (2)').waitFor(PATIENCE);
  await page.unroute('**/api/v1/log/**');
  await page.reload();
  await (await frameIn(page)).getByText(/^saved/).waitFor(PATIENCE);
  const saved = await segmentsInKv(server, await keyKept(page));
  expect(new Set(saved.flatMap(({ reviews }) => reviews.map(({ id }) => id))).size).toBe(2);
  await page.context().close();
});

test('nothing lies in the frame’s own storage under a loader, even where the course is of the same site', async () => {
  const page = await stage.newLearner();
  const quiz = `<steppe-quiz deck="${DECK}" count="1"></steppe-quiz>`;
  await page.goto(neighbour.put('/lesson', coursePage(server.url, quiz)));
  const frame = await frameIn(page);
  await studyIn(frame, DECK);
  await frame.getByText(/^saved/).waitFor(PATIENCE);
  const app = await page.context().newPage();
  await app.goto(`${server.url}/favicon.svg`);
  expect(await app.evaluate(async () => (await indexedDB.databases()).length + localStorage.length)).toBe(0);
  await page.context().close();
});

test('a learner’s own key brings what other devices did, and the key is shown only on wish', async () => {
  const page = await stage.newLearner();
  const one = await open(page, `<steppe-quiz deck="${DECK}" count="1"></steppe-quiz>`);
  await studyIn(one, DECK);
  await one.getByText(/^saved/).waitFor(PATIENCE);
  await one.getByRole('button', { name: 'Your key' }).click();
  expect(await one.locator('output').count()).toBe(0);
  await one.getByRole('button', { name: 'Show my key' }).click();
  const code = (await one.locator('output').textContent()) ?? '';
  expect(code.replaceAll('-', '')).toHaveLength(40);
  const key = await keyKept(page);

  const other = await stage.newLearner();
  const two = await open(other, `<steppe-quiz deck="${DECK}" count="1"></steppe-quiz>`);
  await studyIn(two, DECK, false);
  await two.getByRole('button', { name: 'Your key' }).click();
  await two.getByText(/can read it/).waitFor();
  await two.getByLabel('Use a key from another device').fill('not a key');
  await two.getByRole('button', { name: 'Use this key' }).click();
  await two
    .getByText(/stands in no key|groups? /)
    .first()
    .waitFor();
  await two.getByLabel('Use a key from another device').fill(code);
  await two.getByRole('button', { name: 'Use this key' }).click();
  await expect.poll(() => keyKept(other), PATIENCE).toBe(key);
  await two.getByText(/^saved/).waitFor(PATIENCE);
  const saved = await segmentsInKv(server, key);
  expect(new Set(saved.flatMap(({ reviews }) => reviews.map(({ id }) => id))).size).toBeGreaterThan(1);
  await page.context().close();
  await other.context().close();
}, 240_000);

/** A lesson that has a deck's document below a quiz of it. */
function lessonOf(deck: string): string {
  const { document } = deckNamed(deck);
  const paragraphs = document.split(/\n+/).map((text) => `<p>${text.replaceAll('<', '&lt;')}</p>`);
  const quiz = `<steppe-quiz deck="${deck}" count="2" highlight="page"></steppe-quiz>`;
  return `${quiz}<div id="far"></div><article>${paragraphs.join('')}</article>`;
}

test('with highlight="page" the passage is shown in the lesson on wish, and the way back is there', async () => {
  const page = await stage.newLearner({ viewport: { width: 700, height: 600 } });
  const head = '<style>#far { block-size: 3000px }</style>';
  await page.goto(course.put('/marked', coursePage(server.url, lessonOf(DECK), head)));
  const frame = await frameIn(page);
  await frame.getByRole('button', { name: 'I do not know' }).click();
  await frame.getByRole('button', { name: 'Show it in the page' }).click(PATIENCE);
  await expect.poll(() => page.evaluate(() => window.scrollY), PATIENCE).toBeGreaterThan(1500);
  await frame.getByRole('button', { name: 'Back', exact: true }).click();
  await expect.poll(() => page.evaluate(() => window.scrollY), PATIENCE).toBeLessThan(1500);
  await page.context().close();
});

test('a sealed deck’s passage is never looked for in the page', async () => {
  const page = await stage.newLearner();
  await page.goto(course.put('/sealed', coursePage(server.url, lessonOf(SEALED))));
  const frame = await frameIn(page);
  await frame.getByRole('button', { name: 'I do not know' }).click();
  await frame.getByText('Where it says so').waitFor(PATIENCE);
  await frame.getByText('waiting (1)').waitFor(PATIENCE);
  expect(await frame.getByRole('button', { name: 'Show it in the page' }).count()).toBe(0);
  await page.context().close();
});

test('a deck that is not there, and a network that is not, are said; the latter is tried again on wish', async () => {
  const page = await stage.newLearner();
  const frame = await open(page, `<steppe-quiz deck="no-such-deck"></steppe-quiz>`);
  await frame.getByRole('heading', { name: 'There is no such deck' }).waitFor(PATIENCE);
  await page.route(`**/decks/${DECK}.json`, (route) => route.abort());
  const other = await open(page, `<steppe-quiz deck="${DECK}"></steppe-quiz>`, '/other');
  await other.getByRole('heading', { name: 'No connection' }).waitFor(PATIENCE);
  await page.unroute(`**/decks/${DECK}.json`);
  await other.getByRole('button', { name: 'Try again' }).click();
  await other.locator('form.question').waitFor(PATIENCE);
  await page.context().close();
});
