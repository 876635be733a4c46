import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { StandingsSchema } from '../../questions/classroom/api.ts';
import type { AssignmentId } from '../../questions/classroom/ids.ts';
import type { FactStanding } from '../../questions/classroom/recall.ts';
import { FactIdSchema } from '../../questions/ids.ts';
import { ask, assignRetain, join, makeClass, tellStanding, type MadeClass } from './classroom.ts';
import { faultsOf } from './faults.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion, tabTo } from './robot.ts';
import { setStage } from './stage.ts';
import { giveKey } from './storage.ts';

const DAY_MS = 86_400_000;
const PIER = ['stone-pier-finished', 'stone-pier-length', 'stone-pier-engineer'];
const questions = questionsOf(deckNamed('harbour'));
const stage = setStage();
const { server } = stage;

/** A page of somebody of the class at the assignment. */
async function pageOf(of: MadeClass, id: AssignmentId, key: string, options = {}): Promise<Page> {
  const page = await stage.newLearner(options);
  await giveKey(page, server.url, key);
  await page.goto(`${server.url}/classes/${of.id}/${id}`);
  return page;
}

async function standingsOf(of: MadeClass, id: AssignmentId) {
  const response = await ask(of.url, of.teacher, 'GET', `/classes/${of.id}/assignments/${id}/standings`);
  return v.parse(StandingsSchema, await response.json()).standings;
}

/** Answers a session to its end by keyboard; gives the facts in the order in which they were asked. */
async function answerAll(page: Page, how: 'rightly' | 'wrongly'): Promise<readonly string[]> {
  const asked: string[] = [];
  while ((await page.locator('main.finish').count()) === 0) {
    const found = await readQuestion(page, questions);
    asked.push(found.fact);
    if (how === 'rightly') await answerByKeyboard(page, found);
    else await page.getByRole('button', { name: 'I do not know' }).press('Enter');
    await page.locator('form.question[data-state=marked]').waitFor();
    await next(page);
  }
  return asked;
}

/** Facts of the pier as a report tells them: answered `daysAgo` with this stability. */
function standings(stability: number, daysAgo: number, right?: readonly boolean[]): readonly FactStanding[] {
  return PIER.map((fact, at) => ({
    fact: v.parse(FactIdSchema, fact),
    stability,
    lastAtMs: Date.now() - daysAgo * DAY_MS,
    ...(right === undefined ? {} : { check: { predicted: 0.85, right: right[at] === true } }),
  }));
}

test('a student practises today’s facts by keyboard alone, and the teacher is told once what came of it', async () => {
  const of = await makeClass(server.url);
  const id = await assignRetain(of, { dateMs: Date.now() + 2 * DAY_MS });
  const { key } = await join(of, 'Asel');
  const page = await pageOf(of, id, key);
  let told = 0;
  page.on('request', (request) => (told += request.url().endsWith('/standing') ? 1 : 0));
  await page.getByText(/^3 facts of “.+”, to be known in 2 days: on /).waitFor();
  await page.getByText(/^The target is 90 % of the facts\./).waitFor();
  const today = (await page.getByText(/^Today: \d facts?, /).textContent()) ?? '';
  const count = Number(/\d/.exec(today)?.[0]);
  await tabTo(page, 'main a.primary');
  await page.keyboard.press('Enter');
  const asked = await answerAll(page, 'rightly');
  expect(new Set(asked).size).toBe(count);
  expect(asked.filter((fact) => !PIER.includes(fact))).toEqual([]);
  await tabTo(page, 'main.finish a[href^="/classes/"]');
  await page.keyboard.press('Enter');
  await page.getByText('Your teacher knows this as of now.').waitFor();
  await page.reload();
  await page.getByText('Your teacher knows this as of now.').waitFor();
  expect(told).toBe(1);
  const [standing] = await standingsOf(of, id);
  expect(standing?.report.facts.map(({ fact }) => fact).sort()).toEqual([...asked].sort());
  await page.context().close();
});

test('a student who comes before the opening sees when it opens, and is given nothing to do', async () => {
  const of = await makeClass(server.url);
  const id = await assignRetain(of, { opensAtMs: Date.now() + DAY_MS });
  const { key } = await join(of, 'Asel');
  const page = await pageOf(of, id, key);
  await page.getByText(/^It opens on /).waitFor();
  expect(await page.locator('main a.primary').count()).toBe(0);
  await page.context().close();
});

test('on a day for which the plan asks nothing, a student may practise all the same, and is done then', async () => {
  const of = await makeClass(server.url);
  const id = await assignRetain(of, { dateMs: Date.now() + 90 * DAY_MS });
  const { key } = await join(of, 'Asel');
  const page = await pageOf(of, id, key);
  await page.getByText('Nothing to do today.').waitFor();
  await page.getByRole('link', { name: 'Practise 3 facts all the same' }).press('Enter');
  expect([...(await answerAll(page, 'rightly'))].sort()).toEqual([...PIER].sort());
  await page.getByRole('link', { name: 'Back to the assignment' }).press('Enter');
  await page.getByText('Done for today.').waitFor();
  await page.context().close();
});

test('after the date each fact is asked once, a missed one too, and is held against the prediction', async () => {
  const of = await makeClass(server.url);
  const id = await assignRetain(of);
  const { key } = await join(of, 'Asel');
  const page = await pageOf(of, id, key);
  await page.goto(`${server.url}/decks/harbour/study?only=${PIER.join(',')}`);
  await answerAll(page, 'rightly');
  await assignRetain(of, { dateMs: Date.now() }, id);
  await page.goto(`${server.url}/classes/${of.id}/${id}`);
  await page.getByRole('link', { name: 'Check 3 facts' }).press('Enter');
  expect([...(await answerAll(page, 'wrongly'))].sort()).toEqual([...PIER].sort());
  await page.getByRole('link', { name: 'Back to the assignment' }).press('Enter');
  await page.getByText('Of 3 facts you knew 0: 0 %. Predicted were 100 %.').waitFor();
  expect(await page.getByRole('link', { name: /^Check/ }).count()).toBe(0);
  await page.getByText('Your teacher knows this as of now.').waitFor();
  const teacher = await pageOf(of, id, of.teacher);
  await teacher.getByRole('heading', { name: 'How right the prediction was' }).waitFor();
  await teacher.getByText('3 answers since the date: 100 % were predicted to be right, 0 % were.').waitFor();
  await page.context().close();
  await teacher.context().close();
});

/** A class of six: four know the pier well, one hardly, one has not begun; where `checked`, the date is over. */
async function classOfSix(checked: boolean): Promise<{ readonly of: MadeClass; readonly id: AssignmentId }> {
  const of = await makeClass(server.url);
  const id = await assignRetain(of, { dateMs: Date.now() + DAY_MS });
  for (const name of ['Asel', 'Bek', 'Cholpon', 'Daniyar', 'Elena']) {
    const { key } = await join(of, name);
    const stability = name === 'Elena' ? 0.05 : 25;
    const facts = standings(stability, 1, checked ? [true, true, name !== 'Asel'] : undefined);
    await tellStanding(of, id, key, { facts: [...facts], minutesADay: 4 });
  }
  await join(of, 'Farid');
  return { of, id };
}

test('the teacher sees each student, who has not begun, and each passage coloured by what is predicted', async () => {
  const { of, id } = await classOfSix(false);
  const page = await pageOf(of, id, of.teacher);
  await page.getByText(/^5 of 6 students have begun\. .+; 4 of them reach the target of 90 %\.$/).waitFor();
  const line = async (name: string) =>
    (await page.getByRole('row').filter({ hasText: name }).getByRole('cell').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    );
  expect((await line('Asel')).slice(0, 2)).toEqual(['99 % ✓ reached', 'about 4 minutes']);
  expect(await line('Farid')).toEqual(['○ not begun', '–', '0 of 3']);
  const passage = page.locator('.document .known').first();
  expect(await passage.getAttribute('data-known')).toBe('well');
  const list = page.getByRole('navigation', { name: 'Least known first' }).getByRole('listitem');
  expect(await list.count()).toBe(3);
  expect(await list.first().innerText()).toMatch(/\d+ % predicted, begun by 5 of 5 students · §\d/);
  expect(await page.getByRole('heading', { name: 'How right the prediction was' }).count()).toBe(0);
  await page.context().close();
});

test('with fewer than five students the passages stand in a table, uncoloured', async () => {
  const of = await makeClass(server.url);
  const id = await assignRetain(of);
  const { key } = await join(of, 'Asel');
  await tellStanding(of, id, key, { facts: [...standings(60, 1)], minutesADay: 0 });
  const page = await pageOf(of, id, of.teacher);
  await page.getByRole('cell', { name: 'nothing more' }).waitFor();
  expect(await page.getByText('begun by 1 of 1 student').count()).toBe(3);
  expect(await page.locator('.known').count()).toBe(0);
  await page.context().close();
});

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each(SIZES)(
    'axe finds nothing serious on both sides at $width pixels, and nothing scrolls sideways',
    async (viewport) => {
      const { of, id } = await classOfSix(true);
      const options = { viewport, colorScheme };
      const { key } = await join(of, 'Gulnara');
      const student = await pageOf(of, id, key, options);
      await student.getByText(/^The target is /).waitFor();
      const teacher = await pageOf(of, id, of.teacher, options);
      await teacher.getByRole('heading', { name: 'How right the prediction was' }).waitFor();
      await teacher.locator('.class-document').waitFor();
      const faults = [...(await faultsOf(student, 'student')), ...(await faultsOf(teacher, 'teacher'))];
      expect(faults).toEqual([]);
      await student.context().close();
      await teacher.context().close();
    },
  );
});
