import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fold } from '../../questions/fold.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
import { keyFrom } from '../../web/recoveryCode.ts';
import { faultsOf } from './faults.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion, tabTo } from './robot.ts';
import { setStage } from './stage.ts';
import { reviewsInBrowser } from './storage.ts';

const DECK = 'kazakhstan-january-2022';
const FIELD = 'The key, or a link with it';
const stage = setStage();
const { server } = stage;
const questions = questionsOf(deckNamed(DECK));

async function study(page: Page, query: string): Promise<void> {
  await page.goto(`${server.url}/decks/${DECK}/study?${query}`);
  while ((await page.locator('main.finish').count()) === 0) {
    await answerByKeyboard(page, await readQuestion(page, questions));
    await next(page);
  }
  await saved(page);
}

const saved = (page: Page) => page.getByText(/^saved/).waitFor();
const scheduleOf = async (page: Page) => serialiseSchedule(fold(await reviewsInBrowser(page)));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const prefixOf = (key: string) => `log/${createHash('sha256').update(key).digest('hex')}/`;

async function openKey(page: Page): Promise<void> {
  await page.goto(`${server.url}/key`);
  await page.getByRole('heading', { level: 1, name: 'Your key' }).waitFor();
}

/** Shows the key and gives the code as it stands on the screen. */
async function codeOn(page: Page): Promise<string> {
  await openKey(page);
  expect(await page.locator('.key-groups').count()).toBe(0);
  await button(page, 'Show my key').click();
  const groups = page.locator('.key-groups li');
  await groups.first().waitFor();
  return (await groups.allTextContents()).join(' ');
}

function keyIn(code: string): string {
  const read = keyFrom(code);
  if (!read.ok) throw new Error(read.problem);
  return read.key;
}

/** What a camera reads in the QR code on the screen. */
async function scan(page: Page): Promise<string | undefined> {
  const png = (await page.locator('svg.qr').screenshot()).toString('base64');
  const { pixels, width, height } = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const drawn = context?.getImageData(0, 0, image.width, image.height);
    return { pixels: Array.from(drawn?.data ?? []), width: image.width, height: image.height };
  }, png);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}

/** Two devices of one person that have studied different facts. */
async function twoDevices(): Promise<readonly [Page, Page]> {
  const [first, second] = [await stage.newLearner(), await stage.newLearner()];
  for (const page of [first, second]) page.on('dialog', () => expect.unreachable('a dialog was shown'));
  await study(first, 'count=5');
  await study(second, 'count=5&tag=outcome');
  return [first, second];
}

/** Both hold ten answers, and fold them to the same schedule byte for byte. */
async function expectMerged(first: Page, second: Page): Promise<void> {
  await expect.poll(async () => (await reviewsInBrowser(second)).length, { timeout: 20_000 }).toBe(10);
  await saved(second);
  await first.goto(server.url);
  await expect.poll(async () => (await reviewsInBrowser(first)).length, { timeout: 20_000 }).toBe(10);
  expect(await scheduleOf(first)).toBe(await scheduleOf(second));
}

/** Erases everything by its two presses. */
async function erase(page: Page): Promise<void> {
  await button(page, /^Erase everything/).click();
  await page.getByRole('button', { name: /^Erase .*(answer|key)/ }).click();
  await page.getByText('Erased on this device.').waitFor();
}

/** What the server lists of a learner. */
async function segmentsUnder(key: string): Promise<readonly unknown[]> {
  const headers = { authorization: `Bearer ${key}` };
  const body: unknown = await (await fetch(`${server.url}/api/v1/log`, { headers })).json();
  return v.parse(v.object({ segments: v.array(v.unknown()) }), body).segments;
}

test('a second device that types the key has both histories, and so has the first', async () => {
  const [first, second] = await twoDevices();
  const code = await codeOn(first);
  await openKey(second);
  await tabTo(second, '#key-text');
  await second.keyboard.type(code.slice(0, 20).toLowerCase());
  await second.getByText('3 of 8 groups are there.').waitFor();
  await second.keyboard.type(code.slice(20));
  await second.getByText('All 8 groups fit.').waitFor();
  await second.keyboard.press('Enter');
  await second.getByText('This device uses that key now.').waitFor();
  await expectMerged(first, second);
  expect(await codeOn(second)).toBe(code);
  await first.context().close();
  await second.context().close();
});

test('a second device that scans the code has both histories after one press, and the key is in no address and no request', async () => {
  const [first, second] = await twoDevices();
  const code = await codeOn(first);
  const link = (await scan(first)) ?? '';
  expect(link).toBe(`${server.url}/key#${code.replaceAll(' ', '-')}`);
  const requests: string[] = [];
  second.on('request', (request) => requests.push(request.url()));
  await second.goto(`${server.url}/`);
  await second.goto(link);
  await second.getByText('Use this key on this device?').waitFor();
  await second.getByText('The 5 answers that are here are added to it.').waitFor();
  expect(second.url()).toBe(`${server.url}/key`);
  await button(second, 'Use this key').first().click();
  await second.getByText('This device uses that key now.').waitFor();
  await expectMerged(first, second);
  expect(requests.filter((url) => url.includes('#') || url.includes(code.slice(0, 5)))).toEqual([]);
  await second.goBack();
  await second.goForward();
  await second.getByRole('heading', { level: 1, name: 'Your key' }).waitFor();
  expect(await second.getByText('Use this key on this device?').count()).toBe(0);
  await first.context().close();
  await second.context().close();
});

test('a link with a garbled key says what is wrong and changes nothing', async () => {
  const page = await stage.newLearner();
  const code = await codeOn(page);
  const [one, two, ...others] = code.split(' ');
  await page.goto('about:blank');
  await page.goto(`${server.url}/key#${[two, one, ...others].join('-')}`);
  await page.getByText('The first group does not fit.').waitFor();
  expect(page.url()).toBe(`${server.url}/key`);
  expect(await codeOn(page)).toBe(code);
  await page.goto('about:blank');
  await page.goto(`${server.url}/key#${code.replaceAll(' ', '')}`);
  await page.getByText('This device uses this key already').waitFor();
  await page.context().close();
});

test('exported, erased and imported, the schedule is the same byte for byte, and nothing is left under the old keys', async () => {
  const [first, second] = await twoDevices();
  const keys = [keyIn(await codeOn(first)), keyIn(await codeOn(second))];
  await second.getByLabel(FIELD).fill(keys[0] === undefined ? '' : await codeOn(first));
  await button(second, 'Use this key').click();
  await expectMerged(first, second);
  await openKey(second);
  const exported = async () => {
    const download = second.waitForEvent('download');
    await button(second, 'Export everything').click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^steppe-\d{4}-\d\d-\d\d\.json$/);
    return readFileSync(await file.path(), 'utf8');
  };
  const before = { file: await exported(), schedule: await scheduleOf(second) };
  for (const key of keys) expect(before.file).not.toContain(key);

  await button(second, /^Erase everything/).click();
  await second.getByText('10 answers in one deck; the key and one former key;').waitFor();
  await second.getByText(/segments of answers, all that is there under these keys/).waitFor();
  expect(await reviewsInBrowser(second)).toHaveLength(10);
  await button(second, 'Erase 10 answers and the keys').click();
  await second.getByText('Erased on this device.').waitFor();
  await second.getByText('Removed on the server.').waitFor();
  expect(await reviewsInBrowser(second)).toEqual([]);

  const upload = { name: 'steppe.json', mimeType: 'application/json', buffer: Buffer.from(before.file) };
  await second.setInputFiles('input[type=file]', upload);
  await second.getByText('10 answers read, all of them new.').waitFor();
  await saved(second);
  expect(await scheduleOf(second)).toBe(before.schedule);
  const logOf = (file: string) => file.slice(file.indexOf('"decks"'));
  expect(logOf(await exported())).toBe(logOf(before.file));
  await second.setInputFiles('input[type=file]', upload);
  await second.getByText('10 answers read, all of them here already.').waitFor();
  const fresh = keyIn(await codeOn(second));
  expect(keys).not.toContain(fresh);

  await first.context().close();
  await second.context().close();
  await server.stop();
  const stored = [...(await server.storedWhileStopped()).keys()];
  await server.start();
  const under = (key: string) => stored.filter((name) => name.startsWith(prefixOf(key)));
  expect(keys.flatMap(under)).toEqual([]);
  expect(under(fresh)).toHaveLength(1);
});

test('without a network all is erased on the device at once, and on the server when it can be reached again', async () => {
  const page = await stage.newLearner();
  await study(page, 'count=5');
  const key = keyIn(await codeOn(page));
  await page.context().setOffline(true);
  await button(page, /^Erase everything/).click();
  await page.getByText('It cannot be reached now.').waitFor();
  await button(page, 'Erase 5 answers and the key').click();
  await page.getByText('Will be removed on the server as soon as it can be reached.').waitFor();
  expect(await reviewsInBrowser(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.getByText('Removed on the server.').waitFor({ timeout: 30_000 });
  expect(await segmentsUnder(key)).toEqual([]);
  await page.context().close();
});

test('an erasure that did not reach the server is completed by the next page', async () => {
  const page = await stage.newLearner();
  await study(page, 'count=5');
  const key = keyIn(await codeOn(page));
  await page.route('**/api/v1/log', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.fallback(),
  );
  await erase(page);
  await page.getByText('Will be removed on the server').waitFor();
  const later = await page.context().newPage();
  await page.close();
  expect(await segmentsUnder(key)).toHaveLength(1);
  await later.goto(server.url);
  await expect.poll(() => segmentsUnder(key), { timeout: 20_000 }).toEqual([]);
  await openKey(later);
  await later.getByText('Removed on the server.').waitFor();
  await later.context().close();
});

test('an erasure ends the session of another tab, which begins anew', async () => {
  const page = await stage.newLearner();
  const other = await page.context().newPage();
  await other.goto(`${server.url}/decks/${DECK}/study?count=5`);
  for (let n = 0; n < 2; n += 1) {
    await answerByKeyboard(other, await readQuestion(other, questions));
    await next(other);
  }
  expect(await other.locator('.count').textContent()).toBe('3 of 5');
  await openKey(page);
  await erase(page);
  await expect.poll(() => other.locator('.count').textContent(), { timeout: 10_000 }).toBe('1 of 5');
  expect(await reviewsInBrowser(page)).toEqual([]);
  await answerByKeyboard(other, await readQuestion(other, questions));
  expect(await reviewsInBrowser(page)).toHaveLength(1);
  await page.context().close();
});

test('a file with anything wrong in it is refused with the places of its problems', async () => {
  const page = await stage.newLearner();
  await openKey(page);
  const text = JSON.stringify({
    format: 'steppe-log',
    version: 1,
    exportedAtMs: 1,
    decks: { [DECK]: Array.from({ length: 7 }, () => 1) },
  });
  await page.setInputFiles('input[type=file]', {
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByText('Nothing was imported.').waitFor();
  expect(await page.locator('.key-problems li').count()).toBe(5);
  await page.getByText(`decks.${DECK}.0:`).waitFor();
  await page.getByText('And 2 more.').waitFor();
  expect(await reviewsInBrowser(page)).toEqual([]);
  await page.context().close();
});

test('a browser that keeps nothing says that the key lives as long as the page', async () => {
  const page = await stage.newLearner();
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await openKey(page);
  await page.getByText('A key lives only as long as this page').waitFor();
  await button(page, 'Show my key').click();
  await page.locator('svg.qr').waitFor();
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([1280, 390])(
    'by keyboard alone at %i pixels the key is shown, entered, exported and everything erased; axe finds nothing serious',
    async (width) => {
      const page = await stage.newLearner({ viewport: { width, height: 844 }, colorScheme });
      const faults: string[] = [];
      const look = async (where: string) => faults.push(...(await faultsOf(page, where)));
      const pressOn = async (selector: string) => {
        await tabTo(page, selector);
        await page.keyboard.press('Enter');
      };
      await page.goto(server.url);
      await page.locator('.deck-card').first().waitFor();
      await pressOn('a.key-link');
      await page.getByRole('heading', { level: 1, name: 'Your key' }).waitFor();
      await look('rest');
      await pressOn('[aria-labelledby=key-shown] .plain');
      await page.locator('svg.qr').waitFor();
      expect(await scan(page)).toMatch(/\/key#/);
      await look('shown');
      const code = (await page.locator('.key-groups li').allTextContents()).join('');
      await tabTo(page, '#key-text');
      await page.keyboard.type('ABCDE');
      await page.keyboard.press('Enter');
      await page.getByText('The first group does not fit.').waitFor();
      await look('wrong');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
      await page.getByText('This device uses that key already.').waitFor();
      const download = page.waitForEvent('download');
      await pressOn('.key-files button');
      await download;
      await tabTo(page, '.key-files input');
      await pressOn('[aria-labelledby=key-erase] .danger');
      await page.getByRole('heading', { name: 'What will be removed' }).waitFor();
      await look('asked');
      await page.keyboard.press('Escape');
      expect(await page.locator('.key-question').count()).toBe(0);
      await page.keyboard.press('Enter');
      await pressOn('.key-question .danger');
      await page.getByText('Removed on the server.').waitFor();
      await look('erased');
      await page.goto('about:blank');
      await page.goto(`${server.url}/key#${code}`);
      await page.getByText('Use this key on this device?').waitFor();
      await look('linked');
      await pressOn('.key-linked .primary');
      await page.getByText('This device uses that key now.').waitFor();
      await look('taken');
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
