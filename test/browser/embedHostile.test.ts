import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { coursePage, putFrames, setHost } from './hosts.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const course = setHost();
/** A server that has been taken over: its loader is ours, its frame is not. */
const evil = setHost('evil.localhost');

const QUIZ = '<steppe-quiz deck="harbour"></steppe-quiz>';

/** A course page with a frame of this script; `heard` has the events and errors that reach the page. */
async function pageWithFrame(frameScript: string): Promise<Page> {
  putFrames(
    evil,
    ['harbour'],
    `${frameScript}
    say({ type: 'ready', deck: 'end', title: '', questions: 1 });`,
  );
  const watch = `<script>
    window.heard = [];
    for (const name of ['ready', 'answer', 'complete'])
      document.addEventListener('steppe-' + name, ({ type, detail }) => heard.push({ type, detail }));
    window.changes = 0;
    addEventListener('DOMContentLoaded', () =>
      new MutationObserver((seen) => (changes += seen.length)).observe(document, {
        subtree: true, childList: true, attributes: true, characterData: true,
      }));
  </script>`;
  const page = await stage.newLearner();
  page.on('dialog', () => page.evaluate(() => Object.assign(window, { ran: true })));
  await page.goto(course.put('/lesson', coursePage(evil.origin, QUIZ, watch)));
  await page.waitForFunction(() => JSON.stringify(Reflect.get(window, 'heard')).includes('"end"'));
  return page;
}

function inHost<T>(page: Page, name: string): Promise<T> {
  return page.evaluate((wanted) => Reflect.get(window, wanted) as never, name);
}

const frameHeight = (page: Page) =>
  page.locator('iframe[title=Quiz]').evaluate((frame) => frame.getBoundingClientRect().height);

test('a frame that sends anything but the messages of the contract reaches nothing in the host page', async () => {
  const page = await pageWithFrame(`
    for (const message of [
      null, 7, 'height', [], new Map([['type', 'height']]), { type: 'style', css: '*{display:none}' },
      { type: 'constructor' }, { type: '__proto__' }, { type: ['height'], px: 5 },
      { type: 'height', px: '100' }, { type: 'height', px: -1 }, { type: 'height', px: 1.5 },
      { type: 'height', px: Infinity }, { type: 'height', px: NaN }, { type: 'height', px: 100001 },
      { type: 'height', px: { valueOf: null } }, { type: 'height', px: '1px;position:fixed' },
      { type: 'ready', deck: 'x'.repeat(65), title: 'x', questions: 1 },
      { type: 'ready', deck: 'x', title: 'x'.repeat(10_000_000), questions: 1 },
      { type: 'answer', deck: 'x', fact: 'x', question: 'x', outcome: 'splendid', answered: 1, of: 1 },
      { type: 'answer', deck: 'x', fact: 'x', question: 'x', outcome: 'right', answered: 1 },
      { type: 'complete', deck: 'x', answered: 1, right: '1', close: 0, partial: 0, wrong: 0 },
      { type: 'use-key', key: 'short' }, { type: 'use-key', key: '<img src=x onerror=alert(1)>' },
      { type: 'waiting', value: 'x'.repeat(65_537) }, { type: 'waiting', value: { toString: null } },
      { type: 'show', exact: 'Read this first', prefix: '', suffix: '' },
      { type: 'show', exact: 'x'.repeat(2001), prefix: '', suffix: '', go: true },
    ]) say(message);
  `);
  expect(await inHost(page, 'heard')).toEqual([
    { type: 'steppe-ready', detail: { deck: 'end', title: '', questions: 1 } },
  ]);
  expect(await frameHeight(page)).toBe(600);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await inHost(page, 'changes')).toBe(0);
  await page.context().close();
});

test('a frame can neither run nor style anything in the host page: what it says arrives as plain values of named fields', async () => {
  const page = await pageWithFrame(`
    say({ type: 'ready', deck: '<img src=x onerror=alert(1)>', title: '<script>alert(1)<\\/script>', questions: 1, html: '<b>', type2: 1 });
    say({ type: 'show', exact: '<img src=x onerror=alert(1)>', prefix: '"><script>', suffix: 'javascript:alert(1)', go: true });
    say({ type: 'height', px: 100000 });
    try { parent.document.body.innerHTML = ''; } catch {}
    try { top.location = 'javascript:alert(1)'; } catch {}
    try { top.location.href = origin + '/gone'; } catch {}
    try { window.open('javascript:alert(1)', '_top'); } catch {}
  `);
  expect(await inHost(page, 'heard')).toEqual([
    {
      type: 'steppe-ready',
      detail: { deck: '<img src=x onerror=alert(1)>', title: '<script>alert(1)</script>', questions: 1 },
    },
    { type: 'steppe-ready', detail: { deck: 'end', title: '', questions: 1 } },
  ]);
  expect(await frameHeight(page)).toBe(100_000);
  expect(await inHost(page, 'ran')).toBeUndefined();
  expect(await inHost(page, 'changes')).toBe(0);
  expect(page.url()).toBe(`${course.origin}/lesson`);
  await expect(page.locator('#before').isVisible()).resolves.toBe(true);
  await page.context().close();
});

test('what is posted to the host page itself, from the frame or from another window, is not heard', async () => {
  const page = await pageWithFrame(`
    for (const target of ['*', origin])
      for (const data of [{ type: 'height', px: 9 }, { type: 'use-key', key: '0'.repeat(32) }, { type: 'complete', deck: 'x', answered: 1, right: 1, close: 0, partial: 0, wrong: 0 }])
        parent.postMessage(data, target);
  `);
  await page.evaluate(() => {
    const other = document.createElement('iframe');
    document.body.append(other);
    window.postMessage({ type: 'height', px: 9 }, '*');
    const { port1, port2 } = new MessageChannel();
    window.postMessage({ steppe: 'connect', version: 1 }, '*', [port2]);
    port1.postMessage({ type: 'height', px: 9 });
  });
  await page.waitForTimeout(200);
  expect(await frameHeight(page)).toBe(600);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await inHost(page, 'heard')).toHaveLength(1);
  await page.context().close();
});

test('a frame that has gone to another server is told nothing', async () => {
  const other = `http://localhost:${new URL(evil.origin).port}`;
  evil.put(
    '/elsewhere',
    `<!doctype html><script>
      addEventListener('message', (event) => parent.parent.postMessage({ leaked: event.data }, '*'));
    </script>`,
  );
  const page = await pageWithFrame(
    `if (location.hostname === 'evil.localhost') setTimeout(() => location.replace('${other}/elsewhere'), 100);`,
  );
  const leaked = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => resolve(data));
        setTimeout(() => resolve('nothing'), 1500);
      }),
  );
  await page.frameLocator('iframe').locator('body').waitFor({ state: 'attached' });
  expect(await leaked).toBe('nothing');
  expect(page.frames().some((frame) => frame.url() === `${other}/elsewhere`)).toBe(true);
  await page.context().close();
});
