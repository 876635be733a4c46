import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import * as v from 'valibot';
import { KIND_NAMES } from '../../questions/kinds.ts';
import { openChromium } from '../browser/chromium.ts';
import { coursePage, HostSite } from '../browser/hosts.ts';
import { Server } from '../browser/server.ts';
import type { Figure } from './figure.ts';

const DECK = 'kazakhstan-january-2022';

/** What a quiz in another page loads, in Chromium, at a learner's first visit: the loader, and its frame for each kind of first question. */
export async function measureEmbed(): Promise<readonly Figure[]> {
  const server = new Server();
  const course = new HostSite();
  const [browser] = await Promise.all([openChromium(), server.start(), course.start()]);
  try {
    const url = course.put('/', coursePage(server.url, `<steppe-quiz deck="${DECK}"></steppe-quiz>`));
    const figures: Figure[] = [];
    for (const kind of KIND_NAMES) {
      const { loaderKb, frameKb } = await firstVisit(browser, url, kind);
      if (figures.length === 0)
        figures.push({ what: 'loader of a quiz in a page, gzip', value: loaderKb, unit: 'KB', most: 3 });
      figures.push({
        what: `its frame to the first question, script and style, ${kind}`,
        value: frameKb,
        unit: 'KB',
        most: 25,
      });
    }
    return figures;
  } finally {
    await browser.close();
    await Promise.all([server.close(), course.close()]);
  }
}

/** What is asked for before the first question stands, compressed; the deck has questions of this kind alone. */
async function firstVisit(browser: Browser, url: string, kind: string) {
  const page = await browser.newPage();
  const responses = new Map<string, Response>();
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type === 'script' || type === 'stylesheet') responses.set(response.url(), response);
  });
  await page.route(`**/decks/${DECK}.json`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: withKindAlone(await response.json(), kind) });
  });
  await page.addInitScript(noteFirstQuestion);
  await page.goto(url);
  const frame = await (await page.waitForSelector('steppe-quiz iframe')).contentFrame();
  if (frame === null) throw new Error('the quiz has no frame');
  await frame.locator(`form.question[data-kind=${kind}]`).waitFor();
  const asked = await frame.evaluate(() => {
    const shownMs = Number(document.documentElement.dataset['shownMs']);
    const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < shownMs);
    return before.map(({ name }) => name);
  });
  const kb = async (wanted: (address: string) => boolean) => {
    const bodies = [...responses].flatMap(([address, response]) => (wanted(address) ? response.body() : []));
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
    return sizes.reduce((sum, size) => sum + size, 0) / 1024;
  };
  const result = {
    loaderKb: await kb((address) => address.endsWith('/embed.js')),
    frameKb: await kb((address) => asked.includes(address)),
  };
  await page.context().close();
  return result;
}

const BodySchema = v.looseObject({
  deck: v.looseObject({
    facts: v.array(
      v.looseObject({ questions: v.array(v.looseObject({ view: v.looseObject({ kind: v.string() }) })) }),
    ),
  }),
});

/** A deck's file without its questions of other kinds, and without the facts that have no other. */
function withKindAlone(body: unknown, kind: string): object {
  const { deck, ...rest } = v.parse(BodySchema, body);
  const facts = deck.facts.flatMap((fact) => {
    const questions = fact.questions.filter(({ view }) => view.kind === kind);
    return questions.length === 0 ? [] : [{ ...fact, questions }];
  });
  return { ...rest, deck: { ...deck, facts } };
}

/** Runs in every frame: notes when its first question stood, in ms since the frame began. */
function noteFirstQuestion(): void {
  const watching = new MutationObserver(() => {
    if (document.querySelector('form.question') === null) return;
    watching.disconnect();
    document.documentElement.dataset['shownMs'] = String(performance.now());
  });
  watching.observe(document, { childList: true, subtree: true });
}
