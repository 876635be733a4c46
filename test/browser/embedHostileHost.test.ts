import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setHost } from './hosts.ts';
import { answerByKeyboard, deckNamed, next, questionsOf, readQuestion } from './robot.ts';
import { setStage } from './stage.ts';

const SEALED = 'harbour';
const questions = questionsOf(deckNamed(SEALED));
const stage = setStage();
const { server } = stage;
const course = setHost();
/** Whatever asks here was made to by the host page. */
const spy = setHost('spy.localhost');

/** A host page that has no loader: it speaks to a frame of its own as it likes. What it hears is in `heard`. */
async function openWith(script: string): Promise<{ page: Page; frame: Frame; asked: readonly string[] }> {
  const page = await stage.newLearner();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const body = `<!doctype html><title>Host</title>
    <iframe id="quiz" width="600" height="900" sandbox="allow-scripts allow-same-origin allow-forms"
      src="${server.url}/embed/${SEALED}#v=1&count=2&highlight=page"></iframe>
    <script>
      window.heard = [];
      const base = '${server.url}';
      const connect = (hello, ports = 1, target = base) => {
        const channels = Array.from({ length: ports }, () => new MessageChannel());
        quiz.contentWindow.postMessage(hello, target, channels.map(({ port2 }) => port2));
        for (const { port1 } of channels) port1.onmessage = ({ data }) => heard.push(data);
        return channels[0]?.port1;
      };
      const HELLO = { steppe: 'connect', version: 1 };
      const setup = { type: 'setup', key: null, keeps: true, waiting: [], style: {}, theme: 'auto' };
      quiz.addEventListener('load', () => { ${script} });
    </script>`;
  await page.goto(course.put('/host', body));
  await page.frameLocator('#quiz').locator('form.question[data-state=open]').waitFor({ timeout: 20_000 });
  const frame = page.frames().find((one) => one.url().includes('/embed/'));
  if (frame === undefined) throw new Error('no frame');
  return { page, frame, asked };
}

const heard = (page: Page) =>
  page.evaluate(() => Reflect.get(window, 'heard') as readonly { type: string }[]);

test('who connects in a wrong way, from another window, or a second time hears nothing', async () => {
  const { page } = await openWith(`
    for (const hello of [null, 'connect', { steppe: 'connect' }, { steppe: 'connect', version: 2 }, { ...HELLO, more: 1 }, [HELLO]])
      connect(hello)?.postMessage(setup);
    connect(HELLO, 0);
    connect(HELLO, 2)?.postMessage(setup);
    connect(HELLO, 1, 'https://example.com')?.postMessage(setup);
    const other = document.createElement('iframe');
    other.srcdoc = '<script>const { port1, port2 } = new MessageChannel();' +
      'port1.onmessage = ({ data }) => parent.heard.push(data); port1.postMessage(' + JSON.stringify(setup) + ');' +
      'parent.quiz.contentWindow.postMessage(' + JSON.stringify(HELLO) + ', "*", [port2])<' + '/script>';
    document.body.append(other);
    other.addEventListener('load', () => {
      window.before = heard.length;
      const port = connect(HELLO);
      port.onmessage = ({ data }) => { window.right = true; };
      port.postMessage(setup);
      connect(HELLO).postMessage(setup);
    });
  `);
  await page.waitForFunction(() => Reflect.get(window, 'right') === true);
  await page.frameLocator('#quiz').getByRole('button', { name: 'I do not know' }).click();
  await page.frameLocator('#quiz').locator('form.question[data-state=marked]').waitFor();
  expect(await heard(page)).toEqual([]);
  await page.context().close();
});

test('of a sealed deck the host page hears no key, no passage and no answer, whatever it asks for', async () => {
  const { page, frame } = await openWith('connect(HELLO).postMessage(setup);');
  await frame.locator('form.question').locator('input, select, li, button').first().focus();
  const solutions = new Set<string>();
  for (let asked = 0; asked < 2; asked += 1) {
    const found = await readQuestion(frame, questions);
    for (const solution of found.solution) solutions.add(solution);
    await answerByKeyboard(frame, found);
    await next(frame);
  }
  await page.waitForFunction(() => JSON.stringify(Reflect.get(window, 'heard')).includes('complete'));
  const all = await heard(page);
  const names = new Set(all.map(({ type }) => type));
  expect([...names].sort()).toEqual(['answer', 'complete', 'height', 'ready', 'waiting', 'want-key']);
  // What waits is the learner's own answers; all else says how they were.
  const text = JSON.stringify(all.filter(({ type }) => type !== 'waiting' && type !== 'ready'));
  const words = [...solutions].filter((solution) => !/^\d{1,2}$/.test(solution));
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(text).not.toContain(word);
  await page.context().close();
});

test('no style of a host page makes the frame fetch or load anything, or sets what is no colour, length or font', async () => {
  const evil = `url(${spy.origin}/x)`;
  const { page, frame, asked } = await openWith(`
    const bad = '${evil}';
    const port = connect(HELLO);
    port.postMessage({ ...setup, style: {
      paper: bad, ink: 'red; background: ' + bad, quiet: 'var(--wrong)', line: 'env(x)', accent: 'image-set(' + bad + ')',
      radius: '9999px', gap: 'calc(1px + 1vw)', font: 'x;} * {display:none', 'reading-font': bad,
      wrong: 'rgb(1, 2, 3)', constructor: 'red', '--paper': bad, marker: 'x'.repeat(5_000_000),
    } });
    port.postMessage({ type: 'style', style: { paper: { toString: null } } });
    port.postMessage({ type: 'style', style: null });
    port.postMessage({ type: 'show' });
    port.postMessage({ type: 'key', key: '<img src=x>' });
  `);
  await frame.waitForFunction(() => document.documentElement.style.length > 0);
  expect(await frame.evaluate(() => document.documentElement.style.cssText)).toBe('--wrong: rgb(1, 2, 3);');
  expect(asked.filter((url) => url.startsWith(spy.origin))).toEqual([]);
  await page.context().close();
});
