import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AssignmentId } from '../../questions/classroom/ids.ts';
import type { Answer } from '../../questions/kind.ts';
import { KIND_NAMES } from '../../questions/kinds.ts';
import { ask, assign, begin, join, makeClass, sit, type MadeClass } from './classroom.ts';
import { faultsOf } from './faults.ts';
import { deckNamed, questionsOf, tabTo } from './robot.ts';
import { setStage } from './stage.ts';
import { giveKey } from './storage.ts';

/** One question of each kind. */
const TEN = KIND_NAMES.map((kind) => {
  const found = questionsOf(deckNamed('harbour')).find(({ view }) => view.kind === kind);
  if (found === undefined) throw new Error(`harbour has no ${kind}`);
  return `${found.fact}/${found.id}`;
});
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
  for (const [name, answers] of Object.entries(HANDED_IN)) {
    const { key } = await join(of, name);
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
  return { of, id };
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
  await page.locator('.gradebook').waitFor();
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
  await page.context().close();
});

test('a line opens to what was answered, and sorting puts who has not begun first', async () => {
  const page = await teacherAt('marks');
  await page.getByRole('button', { name: 'Bek', exact: true }).press('Enter');
  const opened = page.locator('.student-detail');
  await opened.getByRole('heading', { name: 'The attempt: 1 of 4 points' }).waitFor();
  const answers = opened.getByRole('row').filter({ hasText: WHO });
  expect(await answers.getByRole('cell').allInnerTexts()).toEqual([
    'Tomas Reyle',
    '0 of 2',
    expect.stringMatching(/^\d+ s$/),
  ]);
  await page.getByRole('button', { name: 'Bek', exact: true }).press('Enter');
  expect(await opened.count()).toBe(0);
  await page.getByRole('button', { name: /^State/ }).press('Enter');
  const names = await page.locator('.student-name').allInnerTexts();
  expect(names.map((name) => name.replace('›', '').trim()).slice(0, 2)).toEqual(['Farid', 'Elena']);
  await page.context().close();
});

test('the files have every mark and every answer, and a name that a spreadsheet would run is a text', async () => {
  const page = await teacherAt('marks');
  const marks = await downloaded(page, 'Download marks (CSV)');
  expect(marks.name).toMatch(/^the-harbour-marks-\d{4}-\d\d-\d\d\.csv$/);
  const [head = [], ...lines] = marks.lines;
  const of = (name: string, column: string) =>
    lines.find(([first]) => first === name)?.[head.indexOf(column)];
  expect(lines.map(([name]) => name)).toContain("'=1+1");
  expect(of('Asel', 'Points')).toBe('3');
  expect(of('Asel', `3. ${WHERE}`)).toBe('0');
  expect(of('Farid', 'State')).toBe('not-started');
  const answers = await downloaded(page, 'Download answers (CSV)');
  expect(
    answers.lines.filter(([name]) => name === 'Cholpon').map(([, , , prompt, answer]) => [prompt, answer]),
  ).toEqual([
    [LONG, '12'],
    [WHO, 'Tomas Reyle'],
    [WHERE, 'Orvik'],
  ]);
  await page.context().close();
});

test('the questions say what was chosen by whom, beside the key and the passage', async () => {
  const page = await teacherAt('questions');
  const part = page.getByRole('article', { name: `3. ${WHERE}` });
  await part.getByText('Asked of 5 students. 40 % of its points were got.').waitFor();
  const chosen = part.getByRole('row').filter({ hasText: 'Tarn Point' });
  expect((await chosen.getByRole('cell').allInnerTexts()).map((text) => text.trim())[0]).toBe('2');
  await part.getByRole('row').filter({ hasText: 'Orvik' }).getByText('right').waitFor();
  await part.locator('mark', { hasText: 'The fishing fleet moved to Orvik in 1932' }).waitFor();
  await page.context().close();
});

test('the document is coloured by what five students know, and says the same in a list', async () => {
  const page = await teacherAt('document');
  await page.locator('.class-document').waitFor();
  const fleet = page.locator('.document .known', { hasText: 'The fishing fleet moved to Orvik' });
  expect(await fleet.getAttribute('data-known')).toBe('partly');
  const list = await page
    .getByRole('navigation', { name: 'Least known first' })
    .getByRole('listitem')
    .allInnerTexts();
  expect(list.map((text) => /\d+ % known, of 5 students/.exec(text)?.[0])).toEqual([
    '40 % known, of 5 students',
    '40 % known, of 5 students',
    '60 % known, of 5 students',
  ]);
  await page.context().close();
});

test('a document that four students were asked about is not coloured', async () => {
  const of = await makeClass(server.url);
  const id = await assign(of, THREE);
  for (const name of ['Asel', 'Bek', 'Cholpon', 'Daniyar']) {
    const { key } = await join(of, name);
    await sit(of, id, key, () => null);
  }
  const page = await teacherAt('document', {}, { of, id });
  await page.getByRole('heading', { name: 'Too few students yet' }).waitFor();
  expect(await page.locator('.known').count()).toBe(0);
  await page.context().close();
});

test('a test on paper is printed in two versions with their answers on sheets of their own', async () => {
  const { of } = scene;
  const page = await teacherAt(
    'paper',
    {},
    { of, id: await assign(of, { scope: { by: 'questions', questions: TEN } }) },
  );
  await page.locator('.sheet').first().waitFor();
  await page.getByLabel('Versions').selectOption('2');
  await page.getByRole('region', { name: 'Answers, version B' }).waitFor();
  const sheets = page.locator('.sheet');
  expect(await sheets.count()).toBe(4);
  expect(await sheets.first().locator('.sheet-question').count()).toBe(10);
  const sheet = await sheets.first().innerText();
  expect(sheet).toContain(LONG);
  expect(sheet).not.toContain('herring');
  expect(await sheets.nth(2).innerText()).toContain('Three trades built the town: herring, salt and rope.');
  const order = (at: number) => sheets.nth(at).locator('.sheet-boxes').first().innerText();
  await page.reload();
  await page.getByRole('region', { name: 'Answers, version B' }).waitFor();
  const before = [await order(0), await order(1)];
  await page.reload();
  await page.getByRole('region', { name: 'Answers, version B' }).waitFor();
  expect([await order(0), await order(1)]).toEqual(before);

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(4);
  await page.emulateMedia({ media: 'print' });
  expect(
    await page
      .locator('.topbar, .paper-head')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).display)),
  ).toEqual(['none', 'none']);
  await page.context().close();
});

test('more time is given from a student’s line by keyboard, and moves the close', async () => {
  const page = await teacherAt('marks');
  await page.getByRole('button', { name: 'Farid', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Give more time' }).press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await page.locator('.remarks', { hasText: '30 extra minutes' }).waitFor();
  await page.getByText('30 extra minutes included').waitFor();
  await page.context().close();
});

test('what came after the close is shown as late; it counts once that student has more time', async () => {
  const of = await makeClass(server.url);
  const opensAtMs = Date.now() - 86_400_000;
  const id = await assign(of, { ...THREE, opensAtMs });
  const { key } = await join(of, 'Asel');
  await sit(of, id, key, ({ view }) => (view.prompt === WHERE ? 'Orvik' : undefined));
  await assign(of, { ...THREE, opensAtMs, closesAtMs: Date.now() - 600_000 }, id);
  const page = await teacherAt('marks', {}, { of, id });
  expect(await lineOf(page, 'Asel')).toEqual([
    '◼ time over, not handed in 1 late answer',
    '0 of 4',
    '– not answered',
    '– not answered',
    '– not answered late',
  ]);
  await page.getByRole('button', { name: 'Asel', exact: true }).press('Enter');
  await page.getByText(/^Late, .+, not counted: Orvik$/).waitFor();
  await page.getByRole('button', { name: 'Give more time' }).press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await page.locator('.remarks', { hasText: '15 extra minutes' }).waitFor();
  expect((await lineOf(page, 'Asel')).slice(0, 2)).toEqual(['✓ handed in 15 extra minutes', '1 of 4']);
  await page.context().close();
});

test('a repair shows who gains before it is made; then every mark follows it, until it is taken back', async () => {
  const page = await teacherAt('questions');
  const part = page.getByRole('article', { name: `3. ${WHERE}` });
  await part.getByRole('button', { name: 'Repair …' }).press('Enter');
  await tabTo(page, '.repair-key .option input');
  await page.keyboard.press('Space');
  await part.getByLabel('Tarn Point').check();
  await part.getByRole('button', { name: 'Show who gains and who loses' }).press('Enter');
  await part.getByText('2 students gain; nobody loses.').waitFor();
  const effect = await part.locator('.effect tbody tr').allInnerTexts();
  expect(effect.map((line) => line.replace(/\s+/g, ' '))).toEqual([
    'Asel 3 of 4 4 of 4 ↑ gains: 75 % → 100 %',
    'Bek 1 of 4 2 of 4 ↑ gains: 25 % → 50 %',
  ]);
  const marks = await teacherAt('marks');
  expect((await lineOf(marks, 'Asel'))[1]).toBe('3 of 4');
  await part.getByRole('button', { name: 'Repair', exact: true }).press('Enter');
  await part.getByText('Repaired: its key was changed.').waitFor();
  await page.getByRole('link', { name: 'Marks' }).press('Enter');
  await page.locator('.gradebook').waitFor();
  expect((await lineOf(page, 'Asel'))[1]).toBe('4 of 4');
  expect((await lineOf(page, 'Daniyar'))[1]).toBe('0 of 4');
  await page.goBack();
  await part.getByRole('button', { name: 'Repair again …' }).press('Enter');
  await part.getByLabel('Take back the repair').check();
  await part.getByRole('button', { name: 'Show who gains and who loses' }).press('Enter');
  await part.getByText('Nobody gains; 2 students lose.').waitFor();
  await part.getByRole('button', { name: 'Take it back' }).press('Enter');
  await part.getByText('Repaired: its key was changed.').waitFor({ state: 'detached' });
  await page.context().close();
  await marks.context().close();
});

test('a dispute stands beside the key and the passage, and is kept with words for the student', async () => {
  const page = await teacherAt('disputes');
  const one = page.getByRole('article', { name: `3. ${WHERE}` });
  await one.getByText('The fleet passed Tarn Point first.').waitFor();
  await one.locator('mark', { hasText: 'The fishing fleet moved to Orvik' }).waitFor();
  expect(await one.locator('dd').allInnerTexts()).toEqual(['Tarn Point', 'Orvik', '0 of 1']);
  await one.getByRole('button', { name: 'Keep it as it is' }).press('Enter');
  await page.keyboard.type('It says Orvik.');
  await one.getByRole('button', { name: 'Keep the mark' }).press('Enter');
  await one.getByText('Kept as it is. It says Orvik.').waitFor();
  await page.getByRole('heading', { name: 'Every dispute is decided' }).waitFor();
  await page.context().close();
});

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each(SIZES)(
    'axe finds nothing serious on a teacher’s screens at $width pixels, and nothing scrolls sideways',
    async (viewport) => {
      const page = await teacherAt('marks', { viewport, colorScheme });
      const faults: string[] = [];
      const look = async (part: string) =>
        faults.push(...(await faultsOf(page, `${part} ${viewport.width} ${colorScheme}`)));
      await page.getByRole('button', { name: 'Bek', exact: true }).click();
      await page.getByRole('button', { name: 'Give more time' }).click();
      await look('marks');
      await page.getByRole('link', { name: 'Questions' }).click();
      await page.getByRole('button', { name: 'Repair …' }).last().click();
      await page
        .getByRole('button', { name: 'Give everyone credit' })
        .or(page.getByLabel('Give everyone credit'))
        .click();
      await page.getByRole('button', { name: 'Show who gains and who loses' }).click();
      await page.locator('.effect').waitFor();
      await look('questions');
      await page.getByRole('link', { name: 'Document' }).click();
      await page.locator('.class-document').waitFor();
      await look('document');
      await page.getByRole('link', { name: 'Disputes' }).click();
      await page.locator('.dispute mark').waitFor();
      await look('disputes');
      await page.getByRole('link', { name: 'On paper' }).click();
      await page.locator('.sheet').first().waitFor();
      await look('paper');
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});

/** A file that a button gives, its lines as cells. */
async function downloaded(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), lines: cellsOf(text) };
}

/** Cells of RFC 4180, without the mark before the first. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, cell = '', plain = '', end = ''] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(cell === '' ? plain : cell.replaceAll('""', '"'));
    if (end !== ',') lines.push([]);
  }
  return lines.slice(0, -1);
}
