import type { Frame, Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { waitingIn } from '../../web/embed/mirroredLog.ts';
import { LearnerKeySchema, type LearnerKey } from '../../web/keyFormat.ts';
import { codeOf } from '../../web/recoveryCode.ts';
import { isRefused, openBlocking } from './blocking.ts';
import { coursePage, setHost } from './hosts.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';
import { segmentsInKv } from './savedLog.ts';
import { setStage } from './stage.ts';
import { reviewsInBrowser } from './storage.ts';

const DECK = 'kazakhstan-january-2022';
const questions = questionsOf(deckNamed(DECK));
const stage = setStage();
const { server } = stage;
const course = setHost();
const WATCH = `<script>
  window.heard = [];
  for (const name of ['ready', 'answer', 'complete'])
    document.addEventListener('steppe-' + name, ({ type, detail, target }) =>
      heard.push({ type, quiz: target.id, ...detail }));
</script>`;
const TWO = `<steppe-quiz id="some" deck="${DECK}" count="2" mode="once"></steppe-quiz>
  <steppe-quiz id="others" deck="${DECK}" count="3" tags="csto"></steppe-quiz>`;

const lesson = (quizzes: string) => course.put('/lesson', coursePage(server.url, quizzes, WATCH));
const kept = (page: Page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
const heard = (page: Page) =>
  page.evaluate(() => Reflect.get(window, 'heard') as readonly { type: string }[]);

/** How many answers the host page keeps that have not been sent. */
async function waitsIn(page: Page): Promise<number> {
  const texts = Object.entries(await kept(page)).filter(([name]) => name.startsWith('steppe waiting'));
  const rows = texts
    .flatMap(([, text]) => waitingIn(text))
    .filter(({ savedAtMs }) => savedAtMs === undefined);
  // Both quizzes of a page may have taken over the same one.
  return new Set(rows.map(({ review }) => review.id)).size;
}

/** The frame of a quiz, once it shows a question or says that there is none. */
async function quiz(page: Page, id: string): Promise<Frame> {
  const frame = await (await page.locator(`#${id} iframe`).elementHandle())?.contentFrame();
  if (frame === null || frame === undefined) throw new Error(`no quiz ${id}`);
  await frame.locator('form.question[data-state=open], main.frame-pane').waitFor({ timeout: 20_000 });
  return frame;
}

/** Answers so many questions rightly, by keyboard. */
async function answer(frame: Frame, count: number): Promise<void> {
  // From then on the quiz moves the focus itself.
  await frame.locator('form.question').locator('input, select, li, button').first().focus();
  for (let asked = 0; asked < count; asked += 1) {
    await answerByKeyboard(frame, await readQuestion(frame, questions));
    await next(frame);
  }
}

/** The key that the host page keeps, once it is there. */
async function keyOf(page: Page): Promise<LearnerKey> {
  const key = async () => (await kept(page))[`steppe key ${server.url}`];
  await expect.poll(key, { timeout: 10_000 }).toBeDefined();
  return v.parse(LearnerKeySchema, await key());
}

async function reviewsInKv(key: string): Promise<readonly string[]> {
  const segments = await segmentsInKv(server, key);
  return [...new Set(segments.flatMap(({ reviews }) => reviews.map(({ id }) => id)))];
}

test('where a frame may keep nothing, two quizzes of a page share a learner, whose answers outlive the page and are the same in the app', async () => {
  const page = await openBlocking();
  await page.goto(lesson(TWO));
  const some = await quiz(page, 'some');
  expect(await isRefused(some)).toBe(true);
  await answer(some, 2);
  await some.getByRole('heading', { name: '2 of 2 right' }).waitFor();
  await answer(await quiz(page, 'others'), 1);

  const events = await heard(page);
  expect(events.filter(({ type }) => type !== 'steppe-ready')).toMatchObject([
    { type: 'steppe-answer', quiz: 'some', deck: DECK, outcome: 'right', answered: 1, of: 2 },
    { type: 'steppe-answer', quiz: 'some', answered: 2 },
    { type: 'steppe-complete', quiz: 'some', answered: 2, right: 2, close: 0, partial: 0, wrong: 0 },
    { type: 'steppe-answer', quiz: 'others', answered: 1, of: 3 },
  ]);
  const key = await keyOf(page);
  expect(JSON.stringify(events)).not.toContain(key);

  await page.reload();
  await (await quiz(page, 'some')).getByRole('heading', { name: '2 of 2 right' }).waitFor();
  await quiz(page, 'others');
  expect(await keyOf(page)).toBe(key);
  await expect.poll(() => reviewsInKv(key), { timeout: 20_000 }).toHaveLength(3);
  await expect.poll(() => waitsIn(page), { timeout: 10_000 }).toBe(0);

  const own = await stage.newLearner();
  await own.goto(`${server.url}/key#${codeOf(key)}`);
  await own.locator('.key-linked .primary').click();
  await own.getByText('This device uses that key now.').waitFor();
  await expect
    .poll(async () => (await reviewsInBrowser(own)).map(({ id }) => id).sort(), { timeout: 20_000 })
    .toEqual([...(await reviewsInKv(key))].sort());
  await own.context().close();
});

test('what could not be sent before the page was left is sent by the next quiz, and waits no longer then', async () => {
  const page = await stage.newLearner();
  await page.addInitScript(() => {
    const fetchAll = window.fetch;
    window.fetch = (target, options) =>
      new Request(target).url.includes('/api/v1/log')
        ? Promise.reject(new TypeError('cut off'))
        : fetchAll(target, options);
  });
  await page.goto(lesson(TWO));
  await answer(await quiz(page, 'others'), 1);
  const key = await keyOf(page);
  await expect.poll(() => waitsIn(page), { timeout: 5000 }).toBe(1);
  await page.reload();
  // Asked once: not before it is known what was asked.
  await (await quiz(page, 'some')).getByRole('button', { name: 'Try again' }).waitFor();
  await answer(await quiz(page, 'others'), 1);
  await expect.poll(() => waitsIn(page), { timeout: 5000 }).toBe(2);
  const later = await page.context().newPage();
  await page.close();
  expect(await reviewsInKv(key)).toEqual([]);
  await later.goto(lesson(TWO));
  await expect.poll(() => reviewsInKv(key), { timeout: 30_000 }).toHaveLength(2);
  await expect.poll(() => waitsIn(later), { timeout: 10_000 }).toBe(0);
  await later.context().close();
});

test('the passage of an answer is marked in a page that has the document, and the way to it leads back', async () => {
  const page = await stage.newLearner({ viewport: { width: 900, height: 700 }, reducedMotion: 'reduce' });
  const text = deckNamed(DECK).document;
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  await page.goto(
    lesson(
      `<steppe-quiz id="some" deck="${DECK}" count="1" highlight="page"></steppe-quiz>${paragraphs.join('')}`,
    ),
  );
  const some = await quiz(page, 'some');
  await some.getByRole('button', { name: 'I do not know' }).click();
  const mark = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('steppe-passage') ?? [])].map(
        (range) => range instanceof Range && range.toString(),
      ),
    );
  await expect.poll(mark, { timeout: 10_000 }).toHaveLength(1);
  const shown = (await some.locator('mark').first().textContent()) ?? '?';
  expect(String(await mark())).toContain(shown.trim());
  await some.getByRole('button', { name: 'Show it in the page' }).click();
  await page.getByRole('button', { name: 'Back to the quiz' }).click();
  await some.locator('form.question').waitFor();
  await page.context().close();
});

test('the quiz looks as its page wants it, also when the page changes sides', async () => {
  const page = await stage.newLearner({ colorScheme: 'light' });
  const style = `<style>
    :root { --steppe-accent: rgb(120, 0, 90); color-scheme: light }
    :root.night { --steppe-accent: rgb(250, 150, 220); color-scheme: dark }
  </style>`;
  await page.goto(
    course.put(
      '/looks',
      coursePage(server.url, `<steppe-quiz id="one" deck="${DECK}"></steppe-quiz>`, style),
    ),
  );
  const frame = await quiz(page, 'one');
  const look = () =>
    frame.evaluate(() => {
      const root = getComputedStyle(document.documentElement);
      return { accent: root.getPropertyValue('--accent'), paper: root.backgroundColor };
    });
  await expect
    .poll(look, { timeout: 5000 })
    .toEqual({ accent: 'rgb(120, 0, 90)', paper: 'rgb(251, 249, 244)' });
  await page.evaluate(() => document.documentElement.classList.add('night'));
  await expect
    .poll(look, { timeout: 5000 })
    .toEqual({ accent: 'rgb(250, 150, 220)', paper: 'rgb(20, 25, 24)' });
  await page.context().close();
});
