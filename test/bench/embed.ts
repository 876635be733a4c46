import type { Browser } from 'playwright-core';
import * as v from 'valibot';
import { KIND_NAMES } from '../../questions/kinds.ts';
import { openChromium } from '../browser/chromium.ts';
import { coursePage, HostSite } from '../browser/hosts.ts';
import { Server } from '../browser/server.ts';
import type { Figure } from './figure.ts';
import { askedBeforeQuestion, watchLoading } from './firstQuestion.ts';

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
  const loading = await watchLoading(page);
  await page.route(`**/decks/${DECK}.json`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: withKindAlone(await response.json(), kind) });
  });
  await page.goto(url);
  const frame = await (await page.waitForSelector('steppe-quiz iframe')).contentFrame();
  if (frame === null) throw new Error('the quiz has no frame');
  await frame.locator(`form.question[data-kind=${kind}]`).waitFor();
  const asked = await askedBeforeQuestion(frame);
  const result = {
    loaderKb: await loading.kb((address) => address.endsWith('/embed.js')),
    frameKb: await loading.kb((address) => asked.has(address)),
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
