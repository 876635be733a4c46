import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deckFiles, type Outside } from '../../../web/serviceWorker/deckFiles.ts';

const JSON_PATH = '/decks/harbour.json';
const TEXT_PATH = '/decks/harbour.txt';
const INDEX = '/decks/index.json';
const PAGE = 'page-1';

type Site = (path: string) => Response | Promise<Response>;

const textOf = (revision: number) => `The document of revision ${revision}.`;
const deckOf = (revision: number) => ({
  deck: { revision },
  documentSha256: createHash('sha256').update(textOf(revision)).digest('hex'),
});
const isText = (path: string) => path.endsWith('.txt');
const asText = (text: string) =>
  new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

const at =
  (deck: number, document = deck): Site =>
  (path) =>
    isText(path) ? asText(textOf(document)) : Response.json(deckOf(deck));
const gone: Site = () => Promise.reject(new TypeError('no network'));
const page: Site = () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });
const unavailable: Site = () => Response.json({}, { status: 503 });
const silent: Site = () => new Promise(() => undefined);

/** Deck files before a network that can be exchanged; nobody has patience. */
function world(first: Site) {
  let site = first;
  const kept = new Map<string, string>();
  const asked: string[] = [];
  const outside: Outside = {
    fetch: async (path, cache) => {
      asked.push(`${cache} ${path}`);
      return site(path);
    },
    read: (name) => Promise.resolve(kept.get(name)),
    keep: async (name, text) => void kept.set(name, text),
    patience: () => new Promise((resolve) => setTimeout(() => resolve(null), 20)),
  };
  const restart = () => deckFiles(outside);
  let files = restart();
  const half = async (path: string, client = PAGE) => {
    const given = files.answer(path, client);
    if (given === null) throw new Error(`no deck file: ${path}`);
    return given;
  };
  /** What a page gets of a deck: the revision and the text, or the first status that is no 200. */
  const open = async (client = PAGE) => {
    const [json, text] = [await half(JSON_PATH, client), await half(TEXT_PATH, client)];
    const answers = await Promise.all([json.response, text.response]);
    const bad = answers.find(({ status }) => status !== 200);
    if (bad !== undefined) return bad.status;
    await Promise.race([json.work, outside.patience()]);
    const body = (await answers[0].json()) as ReturnType<typeof deckOf>;
    return [body.deck.revision, await answers[1].text()];
  };
  return {
    kept,
    asked,
    open,
    half,
    files: () => files,
    become: (other: Site) => void (site = other),
    restart: () => void (files = restart()),
  };
}

describe('a deck', () => {
  test('comes from the network while there is one, newest first', async () => {
    const { open, become } = world(at(1));
    expect(await open()).toEqual([1, textOf(1)]);
    become(at(2));
    expect(await open()).toEqual([2, textOf(2)]);
  });

  test.each([
    ['no network', gone],
    ['a page in the place of data', page],
    ['a refusal', unavailable],
    ['a network that does not answer', silent],
    ['a new deck beside the old document', at(2, 1)],
    ['an old deck beside the new document', at(1, 2)],
    ['a new deck whose document is lacking', (path: string) => (isText(path) ? gone(path) : at(2)(path))],
    [
      'a new document whose deck is lacking',
      (path: string) => (isText(path) ? at(2)(path) : unavailable(path)),
    ],
    [
      'a new deck whose document does not arrive',
      (path: string) => (isText(path) ? silent(path) : at(2)(path)),
    ],
  ] as const)('is the kept one, whole, where there is %s, after a restart too', async (_, site) => {
    const { open, become, restart, kept } = world(at(1));
    await open();
    const before = [...kept];
    become(site);
    restart();
    expect(await open()).toEqual([1, textOf(1)]);
    expect([...kept]).toEqual(before);
  });

  test.each([
    ['no network', gone, 0],
    ['a refusal', unavailable, 503],
    ['parts that do not belong together', at(2, 1), 0],
  ] as const)(
    'never opened is given as the failure that it is where there is %s, and not kept',
    async (_, site, status) => {
      const { open, kept } = world(site);
      expect(await open()).toBe(status);
      expect(kept.size).toBe(0);
    },
  );

  test('that is not there is given as the server answers it', async () => {
    const { half, kept } = world(page);
    const { response, work } = await half(JSON_PATH);
    expect((await response).headers.get('content-type')).toBe('text/html');
    await work;
    expect(kept.size).toBe(0);
  });

  test('published while its parts were fetched is asked for again, past every cache', async () => {
    const calls = { json: 0, text: 0 };
    const { open, asked } = world((path) => (isText(path) ? at(2)(path) : at((calls.json += 1))(path)));
    expect(await open()).toEqual([2, textOf(2)]);
    expect(asked.slice(2)).toEqual([`reload ${JSON_PATH}`, `reload ${TEXT_PATH}`]);
  });

  test('is one revision for a page although the network comes back between its two requests', async () => {
    const { open, half, become } = world(at(1));
    await open();
    become(gone);
    const json = await half(JSON_PATH);
    expect(await (await json.response).json()).toEqual(deckOf(1));
    become(at(2));
    expect(await (await (await half(TEXT_PATH)).response).text()).toBe(textOf(1));
    expect(await open()).toEqual([2, textOf(2)]);
  });

  test('is fetched once for the two requests of a page, and again for another page', async () => {
    const { open, asked } = world(at(1));
    await open();
    expect(asked).toHaveLength(2);
    await open('page-2');
    expect(asked).toHaveLength(4);
  });

  test('that comes too late is kept for the next time', async () => {
    let arrive: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const { open, half, become } = world(at(1));
    await open();
    become((path) => late.then(() => at(2)(path)));
    const json = await half(JSON_PATH);
    await half(TEXT_PATH);
    expect(await (await json.response).json()).toEqual(deckOf(1));
    arrive();
    await json.work;
    become(gone);
    expect(await open()).toEqual([2, textOf(2)]);
  });

  test('that a page read before the worker was there is kept when the page says so', async () => {
    const { files, open, become } = world(at(1));
    await files().fetchAndKeep(JSON_PATH);
    become(gone);
    expect(await open()).toEqual([1, textOf(1)]);
  });
});

test('the list of decks is kept alone', async () => {
  const { half, become } = world(() => Response.json({ decks: [] }));
  await (
    await half(INDEX)
  ).work;
  become(gone);
  expect(await (await (await half(INDEX)).response).json()).toEqual({ decks: [] });
});

test.each([
  '/api/v1/decks',
  '/decks/harbour',
  '/decks/a/b.json',
  '/decks/harbour.html',
  '/harbour.json',
  '/',
])('%s is no file of a deck', async (path) => {
  const { files, kept, asked } = world(at(1));
  expect(files().answer(path, PAGE)).toBeNull();
  await files().fetchAndKeep(path);
  expect([kept.size, asked.length]).toEqual([0, 0]);
});

test('a published deck and its document are fetched and kept as one, too', async () => {
  const [deck, document] = [
    '/api/v1/decks/port-0123456789abcdef',
    '/api/v1/decks/port-0123456789abcdef/document',
  ];
  const kept = new Map<string, string>();
  let isOnline = true;
  const files = deckFiles({
    fetch: (path) => {
      if (!isOnline) return Promise.reject(new TypeError('no network'));
      return Promise.resolve(path === document ? asText(textOf(1)) : Response.json(deckOf(1)));
    },
    read: (name) => Promise.resolve(kept.get(name)),
    keep: async (name, text) => void kept.set(name, text),
    patience: () => new Promise((resolve) => setTimeout(() => resolve(null), 20)),
  });
  await files.fetchAndKeep(deck);
  isOnline = false;
  const [first, second] = [files.answer(deck, PAGE), files.answer(document, PAGE)];
  expect(await (await first?.response)?.json()).toEqual(deckOf(1));
  const text = await second?.response;
  expect([text?.headers.get('content-type'), await text?.text()]).toEqual([
    'text/plain; charset=utf-8',
    textOf(1),
  ]);
});

test.each([
  '/api/v1/decks/harbour',
  '/api/v1/decks',
  '/api/v1/log',
  '/decks/port-0123456789abcdef.json',
  '/decks/x/y.json',
])('%s is none of a deck’s files', (path) => expect(deckFiles(never).answer(path, PAGE)).toBeNull());

const never: Outside = {
  fetch: () => Promise.reject(new Error('asked')),
  read: () => Promise.resolve(undefined),
  keep: () => Promise.resolve(),
  patience: () => Promise.resolve(null),
};
