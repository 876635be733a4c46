import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { FromHost } from '../../web/embed/messages.ts';
import { coursePage, framesOf, putFrames, saidTo, sayFrom, setHost, wasTold } from './hosts.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const course = setHost();
const steppe = setHost('steppe.localhost');
const QUIZ = '<steppe-quiz deck="one"></steppe-quiz>';
const KEY = /^[0-9A-HJKMNP-TV-Z]{32}$/;

beforeAll(() => putFrames(steppe, ['one']));

const lesson = () => course.put('/lesson', coursePage(steppe.origin, QUIZ + QUIZ));
const kept = (page: Page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));

async function twoQuizzes(page: Page) {
  const [first, second] = await framesOf(page, 2);
  if (first === undefined || second === undefined) throw new Error('not two frames');
  return { first, second };
}

/** What the frame was told first. */
async function setupOf(frame: Parameters<typeof saidTo>[0]): Promise<Extract<FromHost, { type: 'setup' }>> {
  const [setup] = await saidTo(frame);
  if (setup?.type !== 'setup') throw new Error('no setup');
  return setup;
}

test('the quizzes of a page have one key, made when the first of them wants one and kept with the page', async () => {
  const page = await stage.newLearner();
  await page.goto(lesson());
  const { first, second } = await twoQuizzes(page);
  expect(await setupOf(first)).toMatchObject({ key: null, keeps: true, waiting: [] });
  expect(await kept(page)).toEqual({});
  await sayFrom(first, { type: 'want-key' });
  await expect.poll(() => saidTo(second), { timeout: 5000 }).toHaveLength(2);
  await sayFrom(second, { type: 'want-key' });
  await expect.poll(() => saidTo(first), { timeout: 5000 }).toHaveLength(3);
  const told = [...(await saidTo(first)), ...(await saidTo(second))];
  const keys = new Set(told.flatMap((said) => (said.type === 'key' ? [said.key] : [])));
  const [key = ''] = keys;
  expect(keys.size).toBe(1);
  expect(key).toMatch(KEY);
  expect(await kept(page)).toEqual({ [`steppe key ${steppe.origin}`]: key });
  await page.reload();
  expect(await setupOf((await twoQuizzes(page)).second)).toMatchObject({ key });
  await page.context().close();
});

test('another key is told to every quiz of the page and of other tabs, and is theirs from then on', async () => {
  const page = await stage.newLearner();
  await page.goto(lesson());
  const tab = await page.context().newPage();
  await tab.goto(lesson());
  const { first, second } = await twoQuizzes(page);
  const key = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  await sayFrom(first, { type: 'use-key', key });
  for (const frame of [first, second, ...(await framesOf(tab, 2))])
    await expect
      .poll(async () => (await saidTo(frame)).at(-1), { timeout: 5000 })
      .toEqual({ type: 'key', key });
  await page.reload();
  const { first: again } = await twoQuizzes(page);
  expect((await setupOf(again)).key).toBe(key);
  await page.context().close();
});

test('what a frame could not send is handed to the next one, and is kept until that one has it', async () => {
  const page = await stage.newLearner();
  await page.goto(lesson());
  const { first } = await twoQuizzes(page);
  await sayFrom(first, { type: 'waiting', value: 'older' }, { type: 'waiting', value: 'what waits' });
  await expect.poll(async () => Object.values(await kept(page)), { timeout: 5000 }).toEqual(['what waits']);
  await page.reload();
  const { first: next } = await twoQuizzes(page);
  expect((await setupOf(next)).waiting).toEqual(['what waits']);
  expect(Object.values(await kept(page))).toEqual(['what waits']);
  await sayFrom(next, { type: 'waiting', value: 'what waits, and more' });
  await expect
    .poll(async () => Object.values(await kept(page)), { timeout: 5000 })
    .toEqual(['what waits, and more']);
  await sayFrom(next, { type: 'waiting', value: null });
  await expect.poll(() => kept(page), { timeout: 5000 }).toEqual({});
  await page.context().close();
});

test('what waits of a frame is handed to no other as long as it is there; loaded again it gets its own back', async () => {
  const page = await stage.newLearner();
  await page.goto(lesson());
  const { first, second } = await twoQuizzes(page);
  await sayFrom(first, { type: 'waiting', value: 'mine' });
  await expect.poll(async () => Object.values(await kept(page)), { timeout: 5000 }).toEqual(['mine']);
  const reload = async (frame: typeof first) => {
    await frame.evaluate(() => location.reload());
    await wasTold(frame);
    return (await setupOf(frame)).waiting;
  };
  expect(await reload(second)).toEqual([]);
  expect(await reload(first)).toEqual(['mine']);
  await page
    .locator('steppe-quiz')
    .first()
    .evaluate((quiz) => quiz.remove());
  expect(await reload(second)).toEqual(['mine']);
  await page.context().close();
});

test('where the page may keep nothing the frames know that, and share a key as long as the page lives', async () => {
  const page = await stage.newLearner();
  await page.addInitScript(() => {
    if (window.top === window)
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(lesson());
  const { first, second } = await twoQuizzes(page);
  expect(await setupOf(first)).toMatchObject({ key: null, keeps: false, waiting: [] });
  await sayFrom(first, { type: 'waiting', value: 'x' }, { type: 'want-key' });
  await sayFrom(second, { type: 'want-key' });
  await expect.poll(() => saidTo(first), { timeout: 5000 }).toHaveLength(3);
  const [, one, two] = await saidTo(first);
  expect(one).toEqual(two);
  expect(errors).toEqual([]);
  await page.context().close();
});
