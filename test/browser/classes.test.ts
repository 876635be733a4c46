import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './faults.ts';
import { tabTo } from './robot.ts';
import { setStage } from './stage.ts';

const DECK = 'kazakhstan-january-2022';
const stage = setStage();
const { server } = stage;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const lineOf = (page: Page, name: string) =>
  page.locator('[aria-labelledby=students] .class-list > li').filter({ hasText: name });

/** A teacher on the screen of a new class. */
async function teacherOf(name: string, page?: Page): Promise<Page> {
  const teacher = page ?? (await stage.newLearner());
  await teacher.goto(`${server.url}/classes`);
  await teacher.getByLabel('What the class is called').fill(name);
  await teacher.getByLabel('Your name, as the class sees it').fill('Ms Serik');
  await button(teacher, 'Make the class').click();
  await heading(teacher, name).waitFor();
  return teacher;
}

async function codeOn(teacher: Page): Promise<string> {
  return (await teacher.locator('.join-code').textContent()) ?? '';
}

/** A student who has joined with a code. */
async function studentWith(code: string, name: string): Promise<Page> {
  const student = await stage.newLearner();
  await student.goto(`${server.url}/join`);
  await student.getByLabel('Code').fill(code);
  await student.getByLabel('Your name').fill(name);
  await button(student, 'Join').click();
  await student.getByText(`You are here as ${name}.`).waitFor();
  return student;
}

/** The teacher asks anew until the list shows what is awaited. */
async function lookFor(teacher: Page, name: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await button(teacher, 'Look again').click();
        return lineOf(teacher, name).count();
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
}

async function openMenu(teacher: Page, name: string): Promise<void> {
  await button(teacher, `Change ${name}`).click();
}

async function closeAll(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.context().close();
}

test('a class is made with two names, and a student joins by its code, however that is typed', async () => {
  const teacher = await teacherOf('Year 9');
  const code = await codeOn(teacher);
  expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4}$/);
  const typed = code.toLowerCase().replaceAll('0', 'o').replace(' ', ' - ');
  const student = await studentWith(typed, 'Aigul');
  await lookFor(teacher, 'Aigul');
  await teacher.goto(`${server.url}/classes`);
  await teacher.getByRole('link', { name: 'Year 9' }).click();
  await heading(teacher, 'Year 9').waitFor();
  await student.goto(`${server.url}/classes`);
  await heading(student, 'You have joined').waitFor();
  await student.getByRole('link', { name: 'Year 9' }).waitFor();
  await closeAll(teacher, student);
});

test('a link brings the code, which stays in no address; a wrong code is said, and the name is not lost', async () => {
  const teacher = await teacherOf('By link');
  const code = (await codeOn(teacher)).replace(' ', '');
  const student = await stage.newLearner();
  await student.goto(`${server.url}/join#${code}`);
  await heading(student, 'Join a class').waitFor();
  expect(await student.getByLabel('Code').inputValue()).toBe(await codeOn(teacher));
  expect(student.url()).toBe(`${server.url}/join`);
  await student.getByLabel('Code').fill('short');
  await student.getByLabel('Your name').fill('Bolat');
  await button(student, 'Join').click();
  await student.getByText('This is no code: it has eight letters and digits.').waitFor();
  await student.getByLabel('Code').fill('ZZZZ ZZZZ');
  await button(student, 'Join').click();
  await student.getByText('No class is joined with this code.').waitFor();
  expect(await student.getByLabel('Your name').inputValue()).toBe('Bolat');
  await student.getByLabel('Code').fill(code);
  await button(student, 'Join').click();
  await student.getByText('You are here as Bolat.').waitFor();
  await closeAll(teacher, student);
});

test('a student is renamed, taken out and taken back in, and sees it', async () => {
  const teacher = await teacherOf('In and out');
  const student = await studentWith(await codeOn(teacher), 'Dana');
  await lookFor(teacher, 'Dana');
  await openMenu(teacher, 'Dana');
  await button(teacher, 'Rename').last().click();
  await teacher.getByLabel('Name of Dana in this class').fill('Dana K.');
  await button(teacher, 'Save the name').click();
  await teacher.getByText('Dana is Dana K. now.').waitFor();
  await openMenu(teacher, 'Dana K.');
  await button(teacher, 'Take out …').click();
  await teacher.keyboard.press('Escape');
  await openMenu(teacher, 'Dana K.');
  await button(teacher, 'Take out …').click();
  await button(teacher, 'Take out').click();
  await teacher.getByText('Dana K. is out of the class.').waitFor();
  expect(await button(teacher, 'Change Dana K.').count()).toBe(0);
  await student.reload();
  await heading(student, 'This is not one of your classes').waitFor();
  await teacher.getByText('Taken out, or left: 1').click();
  await button(teacher, 'Take Dana K. back in').click();
  await teacher.getByText('Dana K. is in the class again').waitFor();
  await student.reload();
  await student.getByText('You are here as Dana K.').waitFor();
  await closeAll(teacher, student);
});

test('a student leaves, and the class is no longer in the own list', async () => {
  const teacher = await teacherOf('To be left');
  const student = await studentWith(await codeOn(teacher), 'Erlan');
  await button(student, 'Leave the class …').click();
  await button(student, 'Leave the class').click();
  await heading(student, 'You are in no class yet').waitFor();
  await closeAll(teacher, student);
});

test('a student who lost the key and joined anew is made one with the earlier entry', async () => {
  const teacher = await teacherOf('Lost key');
  const first = await studentWith(await codeOn(teacher), 'Farida');
  const second = await studentWith(await codeOn(teacher), 'Farida again');
  await lookFor(teacher, 'Farida again');
  await button(teacher, 'Change Farida').click();
  await button(teacher, 'Lost the key …').click();
  await teacher.getByText('All attempts, marks and extra time of Farida (joined').waitFor();
  await button(teacher, 'Make them one').click();
  await teacher.getByText('What Farida did is that of Farida again now.').waitFor();
  expect(await teacher.locator('[aria-labelledby=students] .class-list > li').count()).toBe(1);
  await lineOf(teacher, 'with an earlier key').waitFor();
  await closeAll(teacher, first, second);
});

test('a second teacher takes part by the link, which stays in no address, and sees the students', async () => {
  const teacher = await teacherOf('Two teachers');
  const student = await studentWith(await codeOn(teacher), 'Gulnara');
  await button(teacher, 'Invite a teacher').click();
  const link = (await teacher.locator('.invite-link').textContent()) ?? '';
  expect(link.startsWith(`${server.url}/teach#`)).toBe(true);
  const other = await stage.newLearner();
  await other.goto(`${link.slice(0, -3)}xyz`);
  await other.getByLabel('Your name, as the class sees it').fill('Mr Omarov');
  await button(other, 'Take part').click();
  await other.getByText('This invitation cannot be used.').waitFor();
  await other.goto('about:blank');
  await other.goto(link);
  await other.getByLabel('Your name, as the class sees it').fill('Mr Omarov');
  expect(other.url()).toBe(`${server.url}/teach`);
  await button(other, 'Take part').click();
  await heading(other, 'Two teachers').waitFor();
  await lookFor(other, 'Gulnara');
  await other.getByText('Mr Omarov (you)').waitFor();
  await closeAll(teacher, student, other);
});

test('a new code replaces the old one, and joining can be closed', async () => {
  const teacher = await teacherOf('New code');
  const old = await codeOn(teacher);
  await button(teacher, 'New code …').click();
  await button(teacher, 'Make a new code').click();
  await expect.poll(() => codeOn(teacher)).not.toBe(old);
  const late = await stage.newLearner();
  await late.goto(`${server.url}/join`);
  await late.getByLabel('Code').fill(old);
  await late.getByLabel('Your name').fill('Hasan');
  await button(late, 'Join').click();
  await late.getByText('No class is joined with this code.').waitFor();
  await button(teacher, 'Close joining …').click();
  await button(teacher, 'Close joining').click();
  await teacher.getByText('Joining is closed.').waitFor();
  await closeAll(teacher, late);
});

test('what a teacher did stays on the screen while the list is late, and a failed act loses nothing', async () => {
  const teacher = await teacherOf('Late');
  const path = new URL(teacher.url()).pathname;
  const stale = await teacher.evaluate(async () => {
    const asked: Response[] = [];
    const original = window.fetch;
    window.fetch = async (...all) => {
      const answer = await original(...all);
      asked.push(answer.clone());
      return answer;
    };
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Look again')?.click();
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    window.fetch = original;
    return asked[0]?.text() ?? '';
  });
  await teacher.route(`**/api/v1${path}/acts/*`, (route) => route.abort());
  await button(teacher, 'Rename').click();
  await teacher.getByLabel('What the class is called').fill('Soon');
  await teacher.keyboard.press('Enter');
  await teacher.getByText('There is no connection. Nothing is lost: please try again.').waitFor();
  await teacher.unroute(`**/api/v1${path}/acts/*`);
  await button(teacher, 'Save the name').click();
  await heading(teacher, 'Soon').waitFor();
  await teacher.route(`**/api/v1${path}`, (route) =>
    route.fulfill({ body: stale, contentType: 'application/json' }),
  );
  await teacher.reload();
  await heading(teacher, 'Soon').waitFor();
  await closeAll(teacher);
});

test('an assignment is drafted, changed and published by keyboard alone, and only then seen by students', async () => {
  const teacher = await teacherOf('By keyboard');
  const student = await studentWith(await codeOn(teacher), 'Indira');
  const press = async (selector: string) => {
    await tabTo(teacher, selector);
    await teacher.keyboard.press('Enter');
  };
  await press('a[href$="/assign"]');
  await heading(teacher, 'New assignment').waitFor();
  await tabTo(teacher, '#assign-title');
  await teacher.keyboard.type('Week one');
  await teacher.keyboard.press('Enter');
  await tabTo(teacher, '#assign-deck');
  await teacher.keyboard.type('Kaz');
  await heading(teacher, 'What is asked').waitFor();
  await tabTo(teacher, '#assign-count');
  await teacher.keyboard.press('ControlOrMeta+A');
  await teacher.keyboard.type('99');
  await press('form > .class-part .plain:not(.assign-show)');
  await teacher.getByText('A whole number from 1 to 60, or nothing for all.').waitFor();
  expect(await teacher.evaluate(() => document.activeElement?.id)).toBe('assign-count');
  await teacher.keyboard.press('ControlOrMeta+A');
  await teacher.keyboard.type('5');
  await teacher.reload();
  await teacher.getByText('This is what you typed before').waitFor();
  expect(await teacher.getByLabel('Title').inputValue()).toBe('Week one');
  await heading(teacher, 'What is asked').waitFor();
  await press('form > .class-part .plain:not(.assign-show)');
  await teacher.getByText('Saved as a draft.').waitFor();
  expect(teacher.url()).toMatch(/\/assign\/[0-9A-Z]{26}$/);
  await student.reload();
  await heading(student, 'Nothing is set yet').waitFor();
  await press('.kicker a');
  await heading(teacher, 'Drafts').waitFor();
  await press('.class-phase a');
  await heading(teacher, 'Edit the draft').waitFor();
  await heading(teacher, 'What is asked').waitFor();
  await press('form > .class-part .primary');
  await heading(teacher, 'By keyboard').waitFor();
  await heading(teacher, 'Open now').waitFor();
  await student.reload();
  await student.getByRole('link', { name: 'Week one' }).waitFor();
  await closeAll(teacher, student);
});

test('the scope goes by tags, by passages and by picked questions, whose answers the teacher sees', async () => {
  const teacher = await teacherOf('Scope');
  await teacher.getByRole('link', { name: 'New assignment' }).click();
  await teacher.getByLabel('Title').fill('Picked');
  await teacher.getByLabel('Deck').selectOption(DECK);
  const sum = teacher.locator('.assign-sum');
  const whole = await sum.textContent();
  await teacher.getByLabel('By tags').check();
  await button(teacher, 'Publish').click();
  await teacher.getByText('Please choose a tag.').waitFor();
  await teacher.locator('.assign-tags input').first().check();
  expect(await sum.textContent()).not.toBe(whole);
  await teacher.getByLabel('By passages').check();
  await teacher.locator('.assign-document input').first().check();
  expect(await teacher.locator('.assign-document mark').count()).toBeGreaterThan(0);
  await teacher.getByLabel('Picked questions').check();
  await teacher.locator('.assign-facts input').nth(0).check();
  await teacher.locator('.assign-facts input').nth(1).check();
  expect(await sum.textContent()).toMatch(/^2 questions about/);
  await button(teacher, 'Preview as a student').click();
  const answer = (await teacher.locator('.assign-answer').first().textContent()) ?? '';
  expect(answer).toMatch(/^Answer: ./);
  await teacher.getByText('Question 1 of 2').waitFor();
  await button(teacher, 'Show the answer').click();
  await button(teacher, 'Close').click();
  await button(teacher, 'Publish').click();
  await teacher.getByRole('link', { name: 'Edit Picked' }).click();
  await teacher.getByText('2 questions about').waitFor();
  expect(await teacher.getByLabel('Deck').count()).toBe(0);
  await closeAll(teacher);
});

test('a retain assignment has a date and a share to be known, and is about facts alone', async () => {
  const teacher = await teacherOf('Retain');
  await teacher.getByRole('link', { name: 'New assignment' }).click();
  await teacher.getByLabel('Deck').selectOption(DECK);
  await teacher.getByLabel('Picked questions').check();
  await teacher.getByLabel('Retain until a date').check();
  expect(await teacher.getByLabel('Picked questions').count()).toBe(0);
  expect(await teacher.getByLabel('The whole deck').isChecked()).toBe(true);
  await teacher.getByLabel('Title').fill('For the exam');
  await teacher.getByLabel('How much of it, in per cent').fill('99');
  await button(teacher, 'Publish').click();
  await teacher.getByText('A share from 50 to 97 per cent.').waitFor();
  await teacher.getByLabel('How much of it, in per cent').fill('85');
  await button(teacher, 'Publish').click();
  await teacher.getByRole('link', { name: 'Edit For the exam' }).click();
  await teacher.getByText('Retain until a date').waitFor();
  expect(await teacher.getByLabel('How much of it, in per cent').inputValue()).toBe('85');
  await closeAll(teacher);
});

test('one student gets extra time, and an assignment is withdrawn', async () => {
  const teacher = await teacherOf('Extra');
  const student = await studentWith(await codeOn(teacher), 'Jamila');
  await lookFor(teacher, 'Jamila');
  await teacher.getByRole('link', { name: 'New assignment' }).click();
  await teacher.getByLabel('Title').fill('Timed');
  await teacher.getByLabel('Deck').selectOption(DECK);
  await teacher.getByLabel('Time limit, in minutes').fill('20');
  await button(teacher, 'Publish').click();
  await teacher.getByRole('link', { name: 'Edit Timed' }).click();
  await teacher.getByLabel('Student', { exact: true }).selectOption({ label: 'Jamila' });
  await teacher.getByLabel('Extra minutes').fill('-1');
  await button(teacher, 'Save for Jamila').click();
  await teacher.getByText('A whole number from 0').waitFor();
  await teacher.getByLabel('Extra minutes').fill('10');
  await button(teacher, 'Save for Jamila').click();
  await teacher.getByText('10 extra minutes').waitFor();
  await button(teacher, 'Withdraw it …').click();
  await button(teacher, 'Withdraw it').click();
  await teacher.getByText('Nothing is set yet.').waitFor();
  await student.reload();
  await heading(student, 'Nothing is set yet').waitFor();
  await closeAll(teacher, student);
});

test('a class is archived, and deleted with everything in it once its name is typed', async () => {
  const teacher = await teacherOf('The end');
  const code = await codeOn(teacher);
  const student = await studentWith(code, 'Karim');
  await button(teacher, 'Archive').click();
  await teacher.getByText('Archived. Nobody joins it now.').waitFor();
  await button(teacher, 'Delete the class …').click();
  await teacher.getByLabel('To be sure, type its name').fill('The ende');
  await button(teacher, 'Delete everything').click();
  await teacher.getByText('That is not the name of this class.').waitFor();
  await teacher.getByLabel('To be sure, type its name').fill('The end');
  await button(teacher, 'Delete everything').click();
  await heading(teacher, 'You are in no class yet').waitFor();
  await student.reload();
  await heading(student, 'This is not one of your classes').waitFor();
  await closeAll(teacher, student);
});

test('before everything is erased it says that a class is left without its teacher', async () => {
  const teacher = await teacherOf('Left alone');
  await teacher.goto(`${server.url}/key`);
  await button(teacher, /^Erase everything/).click();
  await teacher.getByText('The class that you teach is left without you.').waitFor();
  await closeAll(teacher);
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([1280, 390])(
    'at %i pixels axe finds nothing serious on any screen of a class',
    async (width) => {
      const page = await stage.newLearner({ viewport: { width, height: 844 }, colorScheme });
      const faults: string[] = [];
      const look = async (where: string) => faults.push(...(await faultsOf(page, where)));
      await page.goto(`${server.url}/classes`);
      await heading(page, 'You are in no class yet').waitFor();
      await button(page, 'Make the class').click();
      await look('classes');
      await page.goto(`${server.url}/join`);
      await heading(page, 'Join a class').waitFor();
      await button(page, 'Join').click();
      await look('join');
      await page.goto(`${server.url}/teach#abc`);
      await heading(page, 'Teach a class together').waitFor();
      await look('teach');
      await teacherOf('Looked at', page);
      await button(page, 'Invite a teacher').click();
      await page.locator('.invite-link').waitFor();
      await look('empty class');
      const student = await studentWith(await codeOn(page), 'Lena');
      await lookFor(page, 'Lena');
      await openMenu(page, 'Lena');
      await button(page, 'Take out …').click();
      await button(page, 'Delete the class …').click();
      await look('class');
      await button(page, 'Show it large').click();
      await look('projector');
      await button(page, 'Close').click();
      await page.getByRole('link', { name: 'New assignment' }).click();
      await page.getByLabel('Title').fill('Seen by all');
      await page.getByLabel('Deck').selectOption(DECK);
      for (const way of ['By tags', 'By passages', 'Picked questions']) {
        await page.getByLabel(way).check();
        await button(page, 'Publish').click();
        await look(way);
      }
      await page.locator('.assign-facts input').first().check();
      await page.locator('.assign-points summary').click();
      await look('points');
      await button(page, 'Preview as a student').click();
      await look('preview');
      await button(page, 'Close').click();
      await button(page, 'Publish').click();
      await page.getByRole('link', { name: 'Edit Seen by all' }).click();
      await page.getByLabel('Student', { exact: true }).selectOption({ label: 'Lena' });
      await look('published');
      await student.setViewportSize({ width, height: 844 });
      await student.emulateMedia({ colorScheme });
      await student.reload();
      await student.getByRole('link', { name: 'Seen by all' }).waitFor();
      faults.push(...(await faultsOf(student, 'student')));
      expect(faults).toEqual([]);
      await closeAll(page, student);
    },
    240_000,
  );
});
