import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { GradebookReplySchema } from '../../questions/classroom/api.ts';
import { QuestionRefSchema, type AssignmentId } from '../../questions/classroom/ids.ts';
import { KIND_NAMES } from '../../questions/kinds.ts';
import {
  act,
  ask,
  assign,
  begin as beginByApi,
  join,
  makeClass,
  newActId,
  newKey,
  type MadeClass,
} from './classroom.ts';
import { faultsOf } from './faults.ts';
import { deckNamed, giveByKeyboard, questionsOf, readQuestion } from './robot.ts';
import { setStage } from './stage.ts';
import { giveKey } from './storage.ts';

const harbour = questionsOf(deckNamed('harbour'));
/** One question of each kind. */
const TEN = KIND_NAMES.map((kind) => {
  const found = harbour.find(({ view }) => view.kind === kind);
  if (found === undefined) throw new Error(`harbour has no ${kind}`);
  return `${found.fact}/${found.id}`;
});
const ALL_KINDS = { scope: { by: 'questions', questions: TEN } };
const stage = setStage();
const { server } = stage;

/** A class with one student and a test. */
async function classWith(settings: object): Promise<{ of: MadeClass; key: string; id: AssignmentId }> {
  const of = await makeClass(server.url);
  const { key } = await join(of, 'Asel');
  return { of, key, id: await assign(of, { ...ALL_KINDS, ...settings }) };
}

/** A page of whoever holds this key, at the assignment. */
async function pageOf(of: MadeClass, key: string, assignment: AssignmentId, options = {}): Promise<Page> {
  const page = await stage.newLearner(options);
  await giveKey(page, server.url, key);
  await page.goto(addressOf(of, assignment));
  return page;
}

function addressOf(of: MadeClass, assignment: AssignmentId): string {
  return `${server.url}/classes/${of.id}/${assignment}`;
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Begin|Go on)$/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('form.question').waitFor();
}

/** The number of the question that is shown. */
async function shown(page: Page): Promise<number> {
  const kicker = (await page.locator('form.question .kicker').textContent()) ?? '';
  return Number(/Question (\d+)/.exec(kicker)?.[1]);
}

/** Answers so many questions by keyboard, and comes to the next one each time. */
async function answerOn(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const at = await shown(page);
    await giveByKeyboard(page, await readQuestion(page, harbour));
    await page
      .locator('.test-ending')
      .or(page.locator('form.question .kicker', { hasText: `Question ${at + 1} of` }))
      .waitFor({ timeout: 5000 });
  }
}

/** From the end of the test: Enter goes to the button, Enter hands in. */
async function handIn(page: Page): Promise<void> {
  await page.locator('.test-ending').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

async function rowOf({ url, teacher, id }: MadeClass, assignment: AssignmentId) {
  const response = await ask(url, teacher, 'GET', `/classes/${id}/assignments/${assignment}/gradebook`);
  const { gradebook } = v.parse(GradebookReplySchema, await response.json());
  const [row] = gradebook.rows;
  if (row === undefined) throw new Error('nobody is in the gradebook');
  return row;
}

test('ten kinds are answered by keyboard alone over a reload, handed in with four writes, and told with their passages', async () => {
  const { of, key, id } = await classWith({ feedback: 'at-end' });
  const page = await pageOf(of, key, id);
  const received: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) received.push(response.text().catch(() => ''));
  });
  await begin(page);
  const before = await server.operations();
  await answerOn(page, 5);
  await page.reload();
  await page.locator('form.question').waitFor();
  expect(await shown(page)).toBe(6);
  expect(await page.getByRole('button', { name: /, answered$/ }).count()).toBe(5);
  await answerOn(page, 5);
  expect((await Promise.all(received)).join('\n')).not.toMatch(/verdict|solution|"passage"/);
  await handIn(page);
  await page.getByRole('heading', { name: 'Handed in' }).waitFor();
  // The start was written before: four in all.
  expect((await server.operations()).put - before.put).toBeLessThanOrEqual(3);
  const receipt = (await page.locator('.receipt-code').textContent()) ?? '';
  await page.getByRole('button', { name: 'Back to the assignment' }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('heading', { name: '10 of 10 points' }).waitFor();
  await page.locator('.result:nth-child(10) mark').first().waitFor();
  expect(await page.locator('.result:not(:has(mark))').count()).toBe(0);
  expect((await rowOf(of, id)).state).toBe('submitted');
  await page.goto(`${server.url}/receipt`);
  await page.getByLabel('The receipt').fill(receipt);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('10 of 10').waitFor();
  await page.getByLabel('The receipt').fill(`${receipt.slice(0, -4)}AAAA`);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('This server did not give this receipt').waitFor();
  await page.context().close();
});

test('another device of the student goes on where the first stopped, and hands in for both', async () => {
  const { of, key, id } = await classWith({});
  const first = await pageOf(of, key, id);
  await begin(first);
  await answerOn(first, 4);
  await first.getByText('saved ✓').waitFor();
  const second = await pageOf(of, key, id);
  await begin(second);
  expect(await second.getByRole('button', { name: /, answered$/ }).count()).toBe(4);
  await second.getByRole('button', { name: 'Hand in …' }).click();
  await second.getByText('6 are not answered.').waitFor();
  await second.getByRole('button', { name: 'Hand in like this' }).click();
  await second.getByRole('heading', { name: 'Handed in' }).waitFor();
  // The first has not heard of it.
  await answerOn(first, 1);
  await first.waitForTimeout(5000);
  await first.getByRole('button', { name: 'Hand in …' }).click();
  await first.getByRole('button', { name: 'Hand in like this' }).click();
  await first.getByText('Another device had handed it in').waitFor();
  await first.context().close();
  await second.context().close();
});

/** A student's attempt as two devices began it at once, while neither was listed yet: the later beginning. */
async function begunTwice(of: MadeClass, id: AssignmentId) {
  for (let tries = 0; tries < 20; tries += 1) {
    const { key } = await join(of, `Asel ${tries}`);
    const begun = await Promise.all(Array.from({ length: 6 }, () => beginByApi(of, id, key)));
    const [first, ...others] = begun.sort((a, b) => (a.attempt < b.attempt ? -1 : 1));
    const second = others.find(({ attempt }) => attempt !== first?.attempt);
    if (second !== undefined) return { key, second };
  }
  throw new Error('the second beginning always saw the first');
}

test('an attempt that two devices began at once is handed in, though the server names it by the other beginning', async () => {
  const of = await makeClass(server.url);
  const id = await assign(of, ALL_KINDS);
  const { key, second } = await begunTwice(of, id);
  const page = await pageOf(of, key, id);
  await page.route('**/attempts', (route) => route.fulfill({ json: second }));
  // The list of the assignment does not show the attempt yet.
  await page.route(`**/assignments/${id}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), attempts: [] } });
  });
  await page.reload();
  await begin(page);
  await answerOn(page, 2);
  await page.reload();
  await page.locator('form.question').waitFor();
  await page.unroute(`**/assignments/${id}`);
  await page.getByRole('button', { name: 'Hand in …' }).click();
  await page.getByRole('button', { name: 'Hand in like this' }).click();
  await page.getByRole('heading', { name: 'Handed in' }).waitFor();
  await page.getByText('2 of 10 answered.').waitFor();
  await page.getByRole('button', { name: 'Back to the assignment' }).click();
  await page.getByRole('heading', { name: 'Your attempt', exact: true }).waitFor();
  await page.getByText('Receipt', { exact: true }).waitFor();
  await page.context().close();
});

test('a device that was away hears that another one handed it in', async () => {
  const { of, key, id } = await classWith({});
  const page = await pageOf(of, key, id);
  await begin(page);
  const { attempt, token } = await beginByApi(of, id, key);
  const path = `/classes/${of.id}/assignments/${id}/attempts/${attempt}/submission`;
  await ask(server.url, key, 'POST', path, { token, segment: newActId(), answers: [] });
  await page.reload();
  await page.getByRole('heading', { name: 'It was handed in on another device' }).waitFor();
  await page.context().close();
});

test('with the network off over the end it is handed in when it is back; it says what was in time', async () => {
  const { of, key, id } = await classWith({ closesAtMs: Date.now() + 25_000 });
  const page = await pageOf(of, key, id);
  await begin(page);
  await answerOn(page, 4);
  await page.getByText('saved ✓').waitFor();
  await page.context().setOffline(true);
  await answerOn(page, 1);
  await page.getByRole('heading', { name: 'Handing in …' }).waitFor({ timeout: 40_000 });
  await page.getByText('The server cannot be reached.').waitFor();
  // The server takes as in time what it has within 30 s of the end.
  await page.waitForTimeout(33_000);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Handed in, after the end' }).waitFor({ timeout: 30_000 });
  await page.getByText('4 answers had been saved in time').waitFor();
  const [attempt] = (await rowOf(of, id)).attempts;
  expect(attempt?.marks.filter(({ answer }) => answer !== undefined)).toHaveLength(4);
  expect(attempt?.marks.filter(({ late }) => late !== undefined)).toHaveLength(1);
  await page.context().close();
}, 180_000);

test('without a network a reload goes on where it was, and everything is handed in later', async () => {
  const { of, key, id } = await classWith({});
  const page = await pageOf(of, key, id);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await begin(page);
  await page.context().setOffline(true);
  await answerOn(page, 3);
  await page.reload();
  await page.locator('form.question').waitFor();
  expect(await shown(page)).toBe(4);
  await answerOn(page, 7);
  await page.getByText('waiting').waitFor();
  await handIn(page);
  await page.getByText('The server cannot be reached.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Handed in' }).waitFor({ timeout: 30_000 });
  const row = await rowOf(of, id);
  expect(row.attempts[0]?.points).toBe(10);
  await page.context().close();
});

test('when time is up it hands itself in, with the lid closed meanwhile too', async () => {
  const { of, key, id } = await classWith({ closesAtMs: Date.now() + 15_000 });
  const page = await pageOf(of, key, id);
  await begin(page);
  await answerOn(page, 2);
  await page.goto('about:blank');
  await page.waitForTimeout(16_000);
  await page.goto(addressOf(of, id));
  await page.getByRole('heading', { name: 'Handed in' }).waitFor();
  const row = await rowOf(of, id);
  expect(row.attempts[0]?.marks.filter(({ answer }) => answer !== undefined)).toHaveLength(2);
  await page.context().close();
});

test('what the teacher gave more time for while the lid was closed goes on, and is not handed in', async () => {
  const { of, key, id } = await classWith({ closesAtMs: Date.now() + 12_000 });
  const page = await pageOf(of, key, id);
  await begin(page);
  await answerOn(page, 2);
  await page.goto('about:blank');
  await page.waitForTimeout(12_000);
  await assign(of, ALL_KINDS, id);
  await page.goto(addressOf(of, id));
  await page.locator('form.question').waitFor();
  expect(await shown(page)).toBe(3);
  await page.waitForTimeout(2000);
  expect((await rowOf(of, id)).state).toBe('in-progress');
  await page.context().close();
});

test('a submission whose answer is lost is sent again, and counts once', async () => {
  const { of, key, id } = await classWith({});
  const page = await pageOf(of, key, id);
  await begin(page);
  await answerOn(page, 10);
  const receipts: string[] = [];
  await page.route('**/submission', async (route) => {
    const response = await route.fetch();
    receipts.push(await response.text());
    if (receipts.length === 1) await route.abort();
    else await route.fulfill({ response });
  });
  await handIn(page);
  await page.getByRole('heading', { name: 'Handed in' }).waitFor();
  expect(receipts).toHaveLength(2);
  expect(receipts[1]).toBe(receipts[0]);
  expect((await rowOf(of, id)).attempts).toHaveLength(1);
  await page.context().close();
});

test('with feedback at once each answer is told with its passage, and a reload keeps what was told', async () => {
  const { of, key, id } = await classWith({ feedback: 'at-once' });
  const page = await pageOf(of, key, id);
  await begin(page);
  await giveByKeyboard(page, await readQuestion(page, harbour));
  await page.locator('form.question[data-state=marked]').waitFor();
  await page.locator('.told mark').first().waitFor();
  await page.locator('form.question .primary:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('form.question[data-state=open]').waitFor();
  expect(await shown(page)).toBe(2);
  await page.getByRole('button', { name: 'I do not know' }).click();
  await page.getByText('Not answered.').waitFor();
  await page.reload();
  await page.getByText('Not answered.').waitFor();
  expect(await page.getByRole('button', { name: /, answered$/ }).count()).toBe(2);
  await page.context().close();
});

test('results are told after the close, or never, as the test says', async () => {
  const { of, key, id } = await classWith({ feedback: 'after-close', title: 'After' });
  const page = await pageOf(of, key, id);
  await begin(page);
  await page.getByRole('button', { name: 'Hand in …' }).click();
  await page.getByRole('button', { name: 'Hand in like this' }).click();
  await page.getByText('The results are told after the test has closed for everyone.').waitFor();
  await page.getByRole('button', { name: 'Back to the assignment' }).click();
  await page.getByText('You have had your attempt.').waitFor();
  expect(await page.getByRole('link', { name: 'Results' }).count()).toBe(0);
  const over = { ...ALL_KINDS, opensAtMs: Date.now() - 7_200_000, closesAtMs: Date.now() - 3_600_000 };
  await assign(of, { ...over, feedback: 'after-close', title: 'After' }, id);
  await page.reload();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('heading', { name: '0 of 10 points' }).waitFor();
  await assign(of, { ...over, feedback: 'never', title: 'After' }, id);
  await page.reload();
  await page.getByRole('heading', { name: 'The results of this test are not told here' }).waitFor();
  await page.context().close();
});

test('a second tab says that the test is open in the first, and takes it over with everything that was done', async () => {
  const { of, key, id } = await classWith({});
  const first = await pageOf(of, key, id);
  await begin(first);
  await answerOn(first, 2);
  const second = await first.context().newPage();
  await second.goto(addressOf(of, id));
  await second.getByRole('heading', { name: 'This test is open in another tab' }).waitFor();
  await answerOn(first, 1);
  await second.getByRole('button', { name: 'Go on here' }).click();
  await second.locator('form.question').waitFor();
  expect(await second.getByRole('button', { name: /, answered$/ }).count()).toBe(3);
  await first.getByRole('heading', { name: 'This test is open in another tab' }).waitFor();
  await first.context().close();
});

test('a question is disputed in words, and says what became of it', async () => {
  const { of, key, id } = await classWith({});
  const page = await pageOf(of, key, id);
  await begin(page);
  await answerOn(page, 10);
  await handIn(page);
  await page.getByRole('button', { name: 'Back to the assignment' }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await page
    .getByRole('button', { name: /^Dispute this/ })
    .first()
    .click();
  await page.keyboard.type('The text says otherwise.');
  await page.getByRole('button', { name: 'Send to your teacher' }).click();
  await page.getByText('Your teacher has not decided yet.').waitFor();
  const { member, attempts } = await rowOf(of, id);
  const attempt = attempts[0];
  if (attempt === undefined) throw new Error('no attempt');
  const decision = { decision: 'kept', words: 'Read the second paragraph.' } as const;
  await act(of, { type: 'decide', assignment: id, member, attempt: attempt.attempt, at: 0, ...decision });
  await page.reload();
  await page.getByText('It stays as it is. Read the second paragraph.').waitFor();
  await page.context().close();
});

test('on a device without room a test begins, says that nothing is kept, and keeps everything once there is room', async () => {
  const { of, key, id } = await classWith({});
  const page = await stage.newLearner();
  await giveKey(page, server.url, key);
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
      if (document.documentElement.dataset['full'] === undefined) return put.apply(this, row);
      throw new DOMException('there is no room', 'QuotaExceededError');
    };
  });
  await page.goto(addressOf(of, id));
  await page.evaluate(() => (document.documentElement.dataset['full'] = ''));
  await begin(page);
  await answerOn(page, 2);
  await page.getByText('not kept here: do not close this page').waitFor();
  await page.evaluate(() => delete document.documentElement.dataset['full']);
  await answerOn(page, 1);
  await page.getByText('not kept here').waitFor({ state: 'detached' });
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await page.locator('form.question').waitFor();
  expect(await page.getByRole('button', { name: /, answered$/ }).count()).toBe(3);
  await page.context().close();
});

test('says so where a test has not opened, has closed, or is not of a class that the student is in', async () => {
  const { of, key, id } = await classWith({ opensAtMs: Date.now() + 1_800_000 });
  const page = await pageOf(of, key, id);
  await page.getByText(/^It opens on/).waitFor();
  const closed = { opensAtMs: Date.now() - 7_200_000, closesAtMs: Date.now() - 3_600_000 };
  await assign(of, { ...ALL_KINDS, ...closed }, id);
  await page.reload();
  await page.getByText(/^It closed on/).waitFor();
  const { member } = await rowOf(of, id);
  await ask(server.url, of.teacher, 'DELETE', `/classes/${of.id}/members/${member}`);
  await page.reload();
  await page.getByRole('heading', { name: 'This is not one of your classes' }).waitFor();
  await page.context().close();
  const stranger = await pageOf(of, newKey(), id);
  await stranger.getByRole('heading', { name: 'This is not one of your classes' }).waitFor();
  await stranger.context().close();
});

test('whoever is taken out of the class while sitting a test is told so, and loses no answer', async () => {
  const { of, key, id } = await classWith({});
  const page = await pageOf(of, key, id);
  await begin(page);
  await answerOn(page, 2);
  const path = `/classes/${of.id}/members/${(await rowOf(of, id)).member}`;
  await ask(server.url, of.teacher, 'DELETE', path);
  await page.getByRole('button', { name: 'Hand in …' }).click();
  await page.getByRole('button', { name: 'Hand in like this' }).click();
  await page.getByText('You are no longer in this class.').waitFor();
  await ask(server.url, of.teacher, 'PUT', path);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('2 of 10 answered.').waitFor();
  await page.context().close();
});

test('without a connection the way in says so, and nothing has begun', async () => {
  const { of, key, id } = await classWith({});
  const page = await pageOf(of, key, id);
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Nothing has begun yet.').waitFor();
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])(
    'axe finds nothing serious from beginning to results at $width pixels, and nothing scrolls sideways',
    async (viewport) => {
      const { of, key, id } = await classWith({ minutes: 20, attempts: 2 });
      const page = await pageOf(of, key, id, { viewport, colorScheme });
      const faults: string[] = [];
      const look = async () => faults.push(...(await faultsOf(page)));
      await page.getByRole('button', { name: 'Begin' }).waitFor();
      await look();
      await begin(page);
      await look();
      await page.getByRole('button', { name: 'Come back to this' }).click();
      await page.locator('form.question').locator('input, select, ol li').first().focus();
      for (let at = 0; at < 10; at += 1) {
        await look();
        await answerOn(page, 1);
      }
      await look();
      await handIn(page);
      await page.getByRole('heading', { name: 'Handed in' }).waitFor();
      await look();
      await page.getByRole('button', { name: 'Back to the assignment' }).click();
      await page.getByRole('link', { name: 'Results' }).waitFor();
      await look();
      await page.getByRole('link', { name: 'Results' }).click();
      await page.locator('.result mark').first().waitFor();
      await look();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    240_000,
  );
});

test('a repair is said in one line before and in the results, and moves the points', async () => {
  const { of, key, id } = await classWith({});
  const page = await pageOf(of, key, id);
  await begin(page);
  await page.getByRole('button', { name: 'Hand in …' }).click();
  await page.getByRole('button', { name: 'Hand in like this' }).click();
  await page.getByRole('button', { name: 'Back to the assignment' }).click();
  const question = v.parse(QuestionRefSchema, TEN[0]);
  await act(of, {
    type: 'repair',
    assignment: id,
    question,
    how: { do: 'credit' },
    words: 'It was unclear.',
  });
  await page.reload();
  await page.getByText('It was unclear.').waitFor();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('heading', { name: '1 of 10 points' }).waitFor();
  await page.locator('.result').getByText('It was unclear.').waitFor();
  await page.context().close();
});
