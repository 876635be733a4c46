import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answerByKeyboard, deckNamed, giveByKeyboard, next, questionsOf, readQuestion } from './robot.ts';
import { setStage } from './stage.ts';

const DECK = 'kazakhstan-january-2022';
const LEADS = 'Which state led the CSTO when the article was written?';
const WHOM = 'To whom did President Tokayev turn for military support in January 2022?';
const MANY = 'How many member states did the CSTO have when the article was written?';
const PICKED = { [LEADS]: 'Russia', [WHOM]: 'CSTO', [MANY]: '6' };
/** The picked questions in the deck's order, which is that of the gradebook. */
const ORDER = [WHOM, LEADS, MANY];
const questions = questionsOf(deckNamed(DECK));
const stage = setStage();
const { server } = stage;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true });

async function teacherOf(name: string): Promise<Page> {
  const page = await stage.newLearner({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${server.url}/classes`);
  await page.getByLabel('What the class is called').fill(name);
  await page.getByLabel('Your name, as the class sees it').fill('Ms Serik');
  await button(page, 'Make the class').click();
  await heading(page, name).waitFor();
  return page;
}

async function studentWith(code: string, name: string): Promise<Page> {
  const page = await stage.newLearner();
  await page.goto(`${server.url}/join`);
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Your name').fill(name);
  await button(page, 'Join').click();
  await page.getByText(`You are here as ${name}.`).waitFor();
  return page;
}

/** A test of three picked questions that lasts a minute, made and published on the screen. */
async function publishTest(teacher: Page): Promise<void> {
  await teacher.getByRole('link', { name: 'New assignment' }).click();
  await teacher.getByLabel('Title').fill('January 2022');
  await teacher.getByLabel('Deck').selectOption(DECK);
  await teacher.getByLabel('Picked questions').check();
  for (const [prompt, key] of Object.entries(PICKED))
    await teacher.getByRole('checkbox', { name: `${prompt} Answer: ${key}`, exact: true }).check();
  await teacher.getByLabel('Time limit, in minutes').fill('1');
  await teacher.getByLabel('When handed in').check();
  await button(teacher, 'Publish').click();
  await heading(teacher, 'Open now').waitFor();
}

/** Practice of one passage's facts until the day after tomorrow. */
async function publishRetain(teacher: Page): Promise<void> {
  await teacher.getByRole('link', { name: 'New assignment' }).click();
  await teacher.getByLabel('Retain until a date').check();
  await teacher.getByLabel('Title').fill('Until the exam');
  await teacher.getByLabel('Deck').selectOption(DECK);
  await teacher.getByLabel('By passages').check();
  for (const at of [0, 1, 2]) await teacher.locator('.assign-document input').nth(at).check();
  await teacher.getByLabel('To be known on').fill(inTwoDays());
  await button(teacher, 'Publish').click();
  await teacher.getByRole('link', { name: 'Until the exam', exact: true }).waitFor();
}

/** The day after tomorrow, as a field of date and time takes it. */
function inTwoDays(): string {
  return new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
}

/** Practises what the plan asks today, by keyboard, and comes back to the assignment; gives how many facts that were. */
async function practise(student: Page): Promise<number> {
  await student.reload();
  await student.getByRole('link', { name: 'Until the exam' }).click();
  await student.locator('main a.primary').click();
  const asked = new Set<string>();
  while ((await student.locator('main.finish').count()) === 0) {
    const found = await readQuestion(student, questions);
    asked.add(found.fact);
    await answerByKeyboard(student, found);
    await next(student);
  }
  await student.getByRole('link', { name: 'Back to the assignment' }).click();
  await student.getByText('Your teacher knows this as of now.').waitFor();
  return asked.size;
}

async function begin(student: Page): Promise<void> {
  await student.reload();
  await student.getByRole('link', { name: 'January 2022' }).click();
  await button(student, 'Begin').click();
  await student.locator('form.question').waitFor();
}

/** Answers so many questions in the order in which they come, each rightly unless another option is named for it. */
async function answer(
  student: Page,
  count: number,
  instead: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const found = await readQuestion(student, questions);
    const other = instead[found.view.prompt];
    const kicker = await student.locator('form.question .kicker').textContent();
    await giveByKeyboard(student, other === undefined ? found : { ...found, solution: [other] });
    await student
      .locator('.test-ending')
      .or(student.locator('form.question .kicker').filter({ hasNotText: kicker ?? '' }))
      .waitFor();
  }
}

async function handIn(student: Page): Promise<void> {
  await student.locator('.test-ending').waitFor();
  await student.keyboard.press('Enter');
  await student.keyboard.press('Enter');
}

/** The gradebook as it is on the screen now, read again until it fits. */
async function gradebookFits(teacher: Page, expected: Readonly<Record<string, readonly string[]>>) {
  await expect
    .poll(
      async () => {
        await button(teacher, 'Read again').click();
        await teacher.locator('.gradebook[aria-busy=false], .gradebook').first().waitFor();
        return linesOn(teacher);
      },
      { timeout: 20_000, interval: 500 },
    )
    .toEqual(expected);
}

async function linesOn(teacher: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await teacher.locator('.gradebook tbody > tr:has(th)').all();
  const lines = rows.map(async (row) => {
    const [name = '', ...cells] = await row.locator('th, td').allInnerTexts();
    return [name.replace('›', '').trim(), cells.map((cell) => cell.replace(/\s+/g, ' ').trim())] as const;
  });
  return Object.fromEntries(await Promise.all(lines));
}

/** A file that a button gives, without its mark of UTF-8. */
async function fileFrom(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFileSync(await download.path(), 'utf8').replace(/^\ufeff/, '');
}

test('a teacher and three students: a test with one late, one with more time, one who loses the key, a repaired key, and practice until a date', async () => {
  const teacher = await teacherOf('History 9b');
  const code = (await teacher.locator('.join-code').textContent()) ?? '';
  const aigul = await studentWith(code, 'Aigul');
  const bolat = await studentWith(code, 'Bolat');
  const dana = await studentWith(code, '=Dana');
  await publishTest(teacher);
  const classUrl = teacher.url();

  // Dana has ten minutes more than the others.
  await teacher.getByRole('link', { name: 'Edit January 2022' }).click();
  await teacher.getByLabel('Student', { exact: true }).selectOption({ label: '=Dana' });
  await teacher.getByLabel('Extra minutes').fill('10');
  await button(teacher, 'Save for =Dana').click();
  await teacher.getByText('10 extra minutes').waitFor();

  await begin(bolat);
  await begin(dana);
  await begin(aigul);
  await answer(aigul, 3, { [LEADS]: 'Kazakhstan' });
  await handIn(aigul);
  await heading(aigul, 'Handed in').waitFor();
  const receipt = (await aigul.locator('.receipt-code').textContent()) ?? '';

  // Bolat is without a network over the end of his minute and the grace.
  await answer(bolat, 1);
  await bolat.getByText('saved ✓').waitFor();
  await bolat.context().setOffline(true);
  await answer(bolat, 2);
  await answer(dana, 2, { [LEADS]: 'Kazakhstan' });
  await bolat.waitForTimeout(95_000);
  await bolat.context().setOffline(false);
  await heading(bolat, 'Handed in, after the end').waitFor({ timeout: 60_000 });
  await answer(dana, 1, { [LEADS]: 'Kazakhstan' });
  await handIn(dana);
  await heading(dana, 'Handed in').waitFor();

  const wrongAt = [...ORDER].indexOf(LEADS);
  await teacher.goto(classUrl);
  await teacher.getByRole('link', { name: 'January 2022', exact: true }).click();
  await teacher.locator('.gradebook').waitFor();
  const pointsOf = (points: readonly string[]) => ORDER.map((_, at) => points[at] ?? '');
  await gradebookFits(teacher, {
    '=Dana': [
      '✓ handed in 10 extra minutes',
      '2 of 3',
      ...pointsOf(ORDER.map((one) => (one === LEADS ? '0' : '1'))),
    ],
    Aigul: ['✓ handed in', '2 of 3', ...pointsOf(ORDER.map((one) => (one === LEADS ? '0' : '1')))],
    Bolat: expect.arrayContaining(['1 of 3', '1', '– not answered late']),
  });
  const marks = linesIn(await fileFrom(teacher, 'Download marks (CSV)'));
  expect(marks.map(([name, state]) => [name, state])).toEqual([
    ['Name', 'State'],
    ["'=Dana", 'submitted'],
    ['Aigul', 'submitted'],
    ['Bolat', 'over'],
  ]);
  const answers = linesIn(await fileFrom(teacher, 'Download answers (CSV)'));
  expect(
    answers.filter(([name]) => name === 'Aigul').map(([, , , prompt, given]) => [prompt, given]),
  ).toContainEqual([LEADS, 'Kazakhstan']);

  // Bolat gets two minutes more: what came late counts now.
  await button(teacher, 'Bolat').click();
  await button(teacher, 'Give more time').click();
  await teacher.getByLabel('Extra minutes').fill('2');
  await button(teacher, 'Save the time').click();
  await gradebookFits(
    teacher,
    expect.objectContaining({ Bolat: ['✓ handed in 2 extra minutes', '3 of 3', '1', '1', '1'] }),
  );

  // Dana lost the key and joins anew; the teacher makes the two one.
  await dana.context().close();
  const danaAnew = await studentWith(code, 'Dana');
  await teacher.goto(classUrl);
  await expect
    .poll(
      async () => {
        await button(teacher, 'Look again').click();
        return button(teacher, 'Change Dana').count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await button(teacher, 'Change =Dana').click();
  await button(teacher, 'Lost the key …').click();
  await button(teacher, 'Make them one').click();
  await teacher.getByText('What =Dana did is that of Dana now.').waitFor();

  // Half of the class reads the article so: the key is repaired, and every mark folded anew.
  await teacher.getByRole('link', { name: 'January 2022', exact: true }).click();
  await teacher.getByRole('link', { name: 'Questions' }).click();
  const part = teacher.getByRole('article', { name: `${wrongAt + 1}. ${LEADS}` });
  await part.getByRole('button', { name: 'Repair …' }).click();
  await part.getByLabel('Kazakhstan').check();
  await part.getByLabel('What students read').fill('Kazakhstan counts too.');
  await part.getByRole('button', { name: 'Show who gains and who loses' }).click();
  await part.getByText('2 students gain; nobody loses.').waitFor();
  await part.getByRole('button', { name: 'Repair', exact: true }).click();
  await part.getByText('Repaired: its key was changed.').waitFor();
  await teacher.getByRole('link', { name: 'Marks' }).click();
  await gradebookFits(teacher, {
    Aigul: ['✓ handed in', '3 of 3', '1', '1', '1'],
    Bolat: ['✓ handed in 2 extra minutes', '3 of 3', '1', '1', '1'],
    Dana: ['✓ handed in 10 extra minutes', '3 of 3', '1', '1', '1'],
  });

  // Each student sees one line about it; the one with the new key has the old one's results.
  for (const student of [aigul, danaAnew]) {
    await student.goto(classUrl);
    await student.getByRole('link', { name: 'January 2022' }).click();
    await student.getByText('Kazakhstan counts too.').waitFor();
    await student.getByRole('link', { name: 'Results' }).click();
    await heading(student, '3 of 3 points').waitFor();
  }

  // The receipt is still good.
  await aigul.goto(`${server.url}/receipt`);
  await aigul.getByLabel('The receipt').fill(receipt);
  await button(aigul, 'Check').click();
  await aigul.getByText('3 of 3').waitFor();

  // Until the exam: Aigul practises what her plan asks today; the teacher sees by passage what will be known.
  await teacher.goto(classUrl);
  await publishRetain(teacher);
  await aigul.goto(classUrl);
  const practised = await practise(aigul);
  expect(practised).toBeGreaterThan(0);
  await teacher.getByRole('link', { name: 'Until the exam', exact: true }).click();
  await teacher.getByText('1 of 3 students has begun.').waitFor();
  const recall = await teacher.locator('main').innerText();
  expect(recall).toMatch(/Aigul\n[^%]*\d+ % ✓ reached/);
  expect(recall).toContain('Bolat\t○ not begun');
  expect(recall.match(/begun by 1 of 1 student/g)).toHaveLength(practised);
  for (const page of [teacher, aigul, bolat, danaAnew]) await page.context().close();
}, 400_000);

/** The lines of a CSV file of which no cell has a line break. */
function linesIn(text: string): readonly (readonly string[])[] {
  const lines = text.trimEnd().split('\r\n');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
}
