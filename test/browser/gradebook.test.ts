import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AssignmentId, MemberId } from '../../questions/classroom/ids.ts';
import type { Answer } from '../../questions/kind.ts';
import { ask, assign, begin, join, makeClass, sit, type MadeClass } from './classroom.ts';
import { tabTo } from './robot.ts';
import { setStage } from './stage.ts';
import { giveKey } from './storage.ts';

const stage = setStage();
const { server } = stage;

const WHERE = 'Where did the fishing fleet move?';
const WHO = 'Who designed the stone pier?';
const LONG = 'How long is the stone pier, in metres?';
const THREE = {
  scope: {
    by: 'questions',
    questions: ['stone-pier-length/how-long', 'stone-pier-engineer/who-designed', 'fleet-moved/where-to'],
  },
  points: { 'stone-pier-engineer/who-designed': 2 },
  feedback: 'at-end',
};

/** The class that all tests here look at. */
interface Scene {
  readonly of: MadeClass;
  readonly id: AssignmentId;
  readonly members: ReadonlyMap<string, MemberId>;
}
let scene: Scene;

/** What each student answers; a prompt that is not here stays open. The first name would run in a spreadsheet. */
const HANDED_IN: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  '=1+1': { [WHERE]: 'Orvik', [WHO]: 'Ilse Brandt', [LONG]: '340' },
  Asel: { [WHERE]: 'Tarn Point', [WHO]: 'Ilse Brandt', [LONG]: '340' },
  Bek: { [WHERE]: 'Tarn Point', [WHO]: 'Tomas Reyle', [LONG]: '340' },
  Cholpon: { [WHERE]: 'Orvik', [WHO]: 'Tomas Reyle', [LONG]: '12' },
  Daniyar: { [WHERE]: 'Kelder Bay', [LONG]: '12' },
};

async function makeScene(): Promise<Scene> {
  const of = await makeClass(server.url);
  const id = await assign(of, THREE);
  const members = new Map<string, MemberId>();
  for (const [name, answers] of Object.entries(HANDED_IN)) {
    const { key, member } = await join(of, name);
    members.set(name, member);
    const { sitting } = await sit(of, id, key, ({ view }) => answers[view.prompt]);
    if (name === 'Bek')
      await dispute(
        of,
        id,
        key,
        sitting.attempt,
        sitting.questions.findIndex(({ view }) => view.prompt === WHERE),
      );
  }
  const { key } = await join(of, 'Elena');
  await begin(of, id, key);
  await join(of, 'Farid');
  return { of, id, members };
}

async function dispute(
  of: MadeClass,
  id: AssignmentId,
  key: string,
  attempt: string,
  at: number,
): Promise<void> {
  const path = `/classes/${of.id}/assignments/${id}/attempts/${attempt}/disputes/${at}`;
  const response = await ask(of.url, key, 'PUT', path, { words: 'The fleet passed Tarn Point first.' });
  if (!response.ok) throw new Error(`the dispute was refused: ${await response.text()}`);
}

/** A page of the teacher's at a part of the gradebook, `paper` for the test on paper. */
async function teacherAt(part: string, options = {}, { of, id } = scene): Promise<Page> {
  const page = await stage.newLearner(options);
  await giveKey(page, server.url, of.teacher);
  const path = part === 'paper' ? `/${id}/paper` : `/${id}?view=${part}`;
  await page.goto(`${server.url}/classes/${of.id}${path}`);
  return page;
}

/** A student's line as it is read: state, total, marks. */
async function lineOf(page: Page, name: string): Promise<readonly string[]> {
  const row = page.locator('.gradebook > table > tbody > tr', {
    has: page.getByRole('button', { name, exact: true }),
  });
  return (await row.locator('td').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

beforeAll(async () => {
  scene = await makeScene();
});

test('the marks are those of the answers, and say who has handed in, who is at it and who has not begun', async () => {
  const page = await teacherAt('marks');
  await page.locator('.gradebook').waitFor();
  expect(await lineOf(page, '=1+1')).toEqual(['✓ handed in', '4 of 4', '1', '2', '1']);
  expect(await lineOf(page, 'Asel')).toEqual(['✓ handed in', '3 of 4', '1', '2', '0']);
  expect(await lineOf(page, 'Bek')).toEqual(['✓ handed in', '1 of 4', '1', '0', '0']);
  expect(await lineOf(page, 'Daniyar')).toEqual(['✓ handed in', '0 of 4', '0', '– not answered', '0']);
  expect((await lineOf(page, 'Elena'))[0]).toBe('◐ in progress');
  expect((await lineOf(page, 'Farid'))[0]).toBe('○ not begun');
  await page.getByText('7 students: 5 handed in, 1 in progress, 1 not begun.').waitFor();
  await page.getByText('may be missing').waitFor();
  await page.screenshot({ path: '/tmp/g-marks.png' });
  await page.context().close();
});
