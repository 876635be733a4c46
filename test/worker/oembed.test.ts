import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import type { PublicDeck } from '../../questions/compile.ts';
import { createApp } from '../../worker/app.ts';
import { ask, problemOf } from './ask.ts';

const SITE = 'https://steppe.example';
const DECK = `${SITE}/decks/harbour`;

const pathOf = (query: Record<string, string>) => `${SITE}/oembed?${new URLSearchParams(query).toString()}`;
const told = async (query: Record<string, string>) =>
  (await ask(pathOf({ url: DECK, ...query }))).json<Record<string, unknown>>();

/** Asks a server whose one deck has these fields. */
async function askWith(fields: Partial<PublicDeck>, query: Record<string, string> = {}): Promise<Response> {
  const changed = decks.map((compiled) => ({
    ...compiled,
    deck: { ...compiled.deck, ...fields, id: 'ours' },
  }));
  const path = pathOf({ url: `${SITE}/decks/ours`, ...query });
  return createApp(changed.slice(0, 1)).fetch(new Request(path), env);
}

/** The attributes of the frame, the last of the three elements that the HTML is, as a browser's parser reads them. */
async function attributesOf(html: unknown): Promise<Record<string, string>> {
  const found: Record<string, string>[] = [];
  const rewriter = new HTMLRewriter().on('*', {
    element: ({ tagName, attributes }) => void found.push({ tagName, ...Object.fromEntries(attributes) }),
  });
  await rewriter.transform(new Response(String(html))).text();
  expect(found.map(({ tagName }) => tagName)).toEqual(['blockquote', 'a', 'iframe']);
  return found.at(-1) ?? {};
}

describe('2.3.1 JSON', () => {
  it('tells of a deck in application/json, for a script of any page, and may be kept a while', async () => {
    const response = await ask(pathOf({ url: DECK }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toMatch(/max-age=\d+/);
    expect(await response.json()).toEqual({
      type: 'rich',
      version: '1.0',
      title: 'Saltmere and its harbour',
      provider_name: 'Steppe',
      provider_url: `${SITE}/`,
      cache_age: expect.any(Number),
      html: expect.stringMatching(
        /^<blockquote [^<>]*><a [^<>]*>[^<>]*<\/a><\/blockquote><iframe [^<>]*><\/iframe>$/,
      ),
      width: 640,
      height: 640,
    });
  });
});

describe('2.3.2 XML', () => {
  it('tells the same in text/xml, each value as escaped text of an element with its name', async () => {
    const response = await ask(pathOf({ url: DECK, format: 'xml' }));
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const [head = '', body = ''] = (await response.text()).split('\n');
    expect(head).toBe('<?xml version="1.0" encoding="utf-8" standalone="yes"?>');
    const inner = /^<oembed>(.*)<\/oembed>$/.exec(body)?.[1] ?? '';
    const pairs = [...inner.matchAll(/<(\w+)>([^<>]*)<\/\1>/g)];
    expect(pairs.map(([whole]) => whole).join('')).toBe(inner);
    const values = Object.fromEntries(pairs.map(([, name = '', text = '']) => [name, plain(text)]));
    const json = Object.entries(await told({ format: 'json' }));
    expect(values).toEqual(Object.fromEntries(json.map(([name, value]) => [name, String(value)])));
  });

  it('is well formed whatever stands in a title', async () => {
    const title = 'A & B <i>"c"</i> \u0000\u0008\ud800 ]]> 😀';
    const xml = await (await askWith({ title }, { format: 'xml' })).text();
    expect(xml).toContain('<title>A &amp; B &lt;i&gt;&quot;c&quot;&lt;/i&gt;  ]]&gt; 😀</title>');
  });

  const plain = (text: string) =>
    ['&lt;<', '&gt;>', '&quot;"', "&#39;'", '&amp;&'].reduce(
      (all, pair) => all.replaceAll(pair.slice(0, -1), pair.slice(-1)),
      text,
    );
});

describe('2.3.4.4 rich', () => {
  it('is a frame of the deck alone, which may do what a quiz needs and no more', async () => {
    const { html } = await told({});
    expect(await attributesOf(html)).toEqual({
      tagName: 'iframe',
      src: `${SITE}/embed/harbour`,
      title: 'Saltmere and its harbour',
      width: '640',
      height: '640',
      frameborder: '0',
      loading: 'lazy',
      referrerpolicy: 'no-referrer',
      sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
      allow: '',
    });
  });

  it.each([
    [{ maxwidth: '400' }, [400, 640]],
    [{ maxheight: '300' }, [640, 300]],
    [{ maxwidth: '1', maxheight: '1' }, [1, 1]],
    [{ maxwidth: '999999999', maxheight: '641' }, [640, 640]],
  ])('obeys %j, in the numbers and in the frame', async (room, size) => {
    const { width, height, html } = await told(room);
    expect([width, height]).toEqual(size);
    const frame = await attributesOf(html);
    expect([frame['width'], frame['height']]).toEqual(size.map(String));
  });

  it('is one element whatever stands in a title', async () => {
    const title = '"><script>alert(1)</script><iframe title=\'x';
    const oembed = await (await askWith({ title })).json<Record<string, unknown>>();
    expect(oembed['title']).toBe(title);
    expect(String(oembed['html'])).toMatch(
      /^<blockquote [^<>]*><a [^<>]*>[^<>]*<\/a><\/blockquote><iframe [^<>]*><\/iframe>$/,
    );
    expect((await attributesOf(oembed['html']))['src']).toBe(`${SITE}/embed/ours`);
  });
});

describe('2.3.4.3 link', () => {
  it('is what is told of a deck that only some sites may show: nobody gets a frame that stays empty', async () => {
    const response = await askWith({ embed: { hosts: ['https://course.example.org'] } });
    expect(await response.json()).toEqual({
      type: 'link',
      version: '1.0',
      title: expect.any(String),
      provider_name: 'Steppe',
      provider_url: `${SITE}/`,
      cache_age: expect.any(Number),
    });
  });
});

describe('2.2 a request', () => {
  it.each([
    '/decks/harbour',
    '/decks/harbour/',
    '/decks/harbour/study',
    '/decks/harbour/study?count=5&tag=pier',
    '/decks/harbour/document?at=cranes#cranes',
    '/decks/harbour/progress/',
    '/decks/harbour/embed',
    '/embed/harbour',
    '/embed/harbour#v=1&count=5',
  ])('may name a deck by %s', async (path) => {
    const { html } = await told({ url: SITE + path });
    expect((await attributesOf(html))['src']).toBe(`${SITE}/embed/harbour`);
  });

  it('may say more than oEmbed defines', async () => {
    expect(await told({ dnt: '1', discover: '1' })).toMatchObject({ type: 'rich' });
  });

  it('is answered 405 when it is no GET', async () => {
    const response = await ask(pathOf({ url: DECK }), { method: 'POST' });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  it('counts for its address', async () => {
    const limit = { limit: () => Promise.resolve({ success: false }) };
    const request = new Request(pathOf({ url: DECK }));
    const response = await createApp(decks).fetch(request, { ...env, ADDRESS_LIMIT: limit });
    expect(await problemOf(response)).toMatchObject({ status: 429, code: 'too-many-requests' });
  });
});

type Refused = readonly [query: Record<string, string>, status: number, code: string, path: string];
const REFUSED: readonly Refused[] = [
  [{}, 400, 'bad-query', 'url'],
  [{ url: DECK, maxwidth: '' }, 400, 'bad-query', 'maxwidth'],
  [{ url: DECK, maxwidth: '0' }, 400, 'bad-query', 'maxwidth'],
  [{ url: DECK, maxwidth: '-1' }, 400, 'bad-query', 'maxwidth'],
  [{ url: DECK, maxwidth: '640.5' }, 400, 'bad-query', 'maxwidth'],
  [{ url: DECK, maxheight: '1e3' }, 400, 'bad-query', 'maxheight'],
  [{ url: DECK, maxheight: '100%' }, 400, 'bad-query', 'maxheight'],
  [{ url: DECK + 'x'.repeat(2000) }, 400, 'bad-query', 'url'],
  [{ url: '' }, 404, 'not-embeddable', 'url'],
  [{ url: 'harbour' }, 404, 'not-embeddable', 'url'],
  [{ url: '/decks/harbour' }, 404, 'not-embeddable', 'url'],
  [{ url: `${SITE}/` }, 404, 'not-embeddable', 'url'],
  [{ url: `${SITE}/decks/atlantis` }, 404, 'not-embeddable', 'url'],
  [{ url: `${SITE}/decks/harbour.json` }, 404, 'not-embeddable', 'url'],
  [{ url: `${SITE}/decks/harbour/log` }, 404, 'not-embeddable', 'url'],
  [{ url: `${SITE}/embed/harbour/study` }, 404, 'not-embeddable', 'url'],
  [{ url: `${SITE}/x?url=${DECK}` }, 404, 'not-embeddable', 'url'],
  [{ url: 'http://steppe.example/decks/harbour' }, 404, 'not-embeddable', 'url'],
  [{ url: 'https://steppe.example:8443/decks/harbour' }, 404, 'not-embeddable', 'url'],
  [{ url: 'https://steppe.example.evil.example/decks/harbour' }, 404, 'not-embeddable', 'url'],
  [{ url: 'https://steppe.example@evil.example/decks/harbour' }, 404, 'not-embeddable', 'url'],
  [{ url: 'javascript:location="https://steppe.example/decks/harbour"' }, 404, 'not-embeddable', 'url'],
  [{ url: DECK, format: 'yaml' }, 501, 'unknown-format', 'format'],
  [{ url: DECK, format: '' }, 501, 'unknown-format', 'format'],
];

describe('2.3.5 errors', () => {
  it.each(REFUSED)('%j is refused: %i %s', async (query, status, code, path) => {
    const problem = await problemOf(await ask(pathOf(query)));
    expect(problem).toMatchObject({ status, code, problems: [{ path }] });
    expect(JSON.stringify(problem)).not.toContain('evil');
  });
});
