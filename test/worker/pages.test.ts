import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import decks from '../../.build/test-decks.json';
import type { PublicDeck } from '../../questions/compile.ts';
import { createApp } from '../../worker/app.ts';
import { ask } from './ask.ts';

const SITE = 'https://steppe.example';

/** Asks a server whose decks are the same but for these fields. */
async function askWith(fields: Partial<PublicDeck>, path: string): Promise<Response> {
  const changed = decks.map((compiled) => ({ ...compiled, deck: { ...compiled.deck, ...fields } }));
  return createApp(changed.slice(0, 1)).fetch(new Request(SITE + path), env);
}

describe('the frame of a deck', () => {
  it('may stand in any page, runs and loads only what is ours, and is asked for again each time', async () => {
    for (const path of ['/embed/harbour', '/embed/harbour/', '/embed/harbour?utm_source=course']) {
      const response = await ask(SITE + path);
      expect(response.status, path).toBe(200);
      expect(await response.text()).toContain('<!doctype html>');
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      });
      for (const name of ['x-frame-options', 'cross-origin-opener-policy', 'etag', 'set-cookie'])
        expect(response.headers.get(name), name).toBeNull();
    }
  });

  it('is there without a body for HEAD', async () => {
    const response = await ask(`${SITE}/embed/harbour`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('stands nowhere but in pages of the sites that its author names', async () => {
    const embed = { hosts: ['https://course.example.org', 'https://*.example.edu'] };
    const { headers } = await askWith({ id: 'ours', embed }, '/embed/ours');
    expect(headers.get('content-security-policy')).toMatch(
      /; frame-ancestors https:\/\/course\.example\.org https:\/\/\*\.example\.edu$/,
    );
  });

  it('says 404 for a deck that this server does not have, and still stands in the page to say so', async () => {
    const response = await ask(`${SITE}/embed/atlantis`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).not.toContain('frame-ancestors');
  });
});

/** What a reader of the page's head alone finds: each tag's attributes, and the title's text. */
async function headOf(response: Response) {
  const tags: Record<string, string>[] = [];
  let title = '';
  const collected = new HTMLRewriter()
    .on('title', { text: ({ text }) => void (title += text) })
    .on('*', {
      element: ({ tagName, attributes }) => void tags.push({ tagName, ...Object.fromEntries(attributes) }),
    })
    .transform(response);
  await collected.text();
  const meta = (name: string) =>
    tags.filter(({ property, name: named }) => (property ?? named) === name).map(({ content }) => content);
  const links = (rel: string) => tags.filter((tag) => tag['rel'] === rel);
  return { title, tags, meta, links };
}

describe('the page of a deck', () => {
  it('says in its head which deck it is, for link cards and search engines', async () => {
    const { title, meta, links } = await headOf(await ask(`${SITE}/decks/harbour`));
    expect(title).toBe('Saltmere and its harbour · Steppe');
    const description =
      '10 facts, asked in 18 questions. After each answer you see the passage that proves it.';
    expect(meta('description')).toEqual([description]);
    expect(meta('og:title')).toEqual(['Saltmere and its harbour']);
    expect(meta('og:description')).toEqual([description]);
    expect(meta('og:type')).toEqual(['website']);
    expect(meta('og:site_name')).toEqual(['Steppe']);
    expect(meta('og:url')).toEqual([`${SITE}/decks/harbour`]);
    expect(meta('og:image')).toEqual([`${SITE}/icon-512.png`]);
    expect(meta('twitter:card')).toEqual(['summary']);
    expect(links('canonical').map(({ href }) => href)).toEqual([`${SITE}/decks/harbour`]);
  });

  it('leads to what oEmbed tells of the deck, in both formats', async () => {
    const alternates = (await headOf(await ask(`${SITE}/decks/harbour/study?count=5`))).links('alternate');
    expect(alternates.map(({ type }) => type)).toEqual(['application/json+oembed', 'text/xml+oembed']);
    for (const { href = '', type = '', title } of alternates) {
      expect(title).toBe('Saltmere and its harbour');
      const answer = await ask(href.replaceAll('&amp;', '&'));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain(type.replace('+oembed', ''));
      expect(await answer.text()).toContain(`${SITE}/embed/harbour`);
    }
  });

  it.each([
    ['/decks/harbour/', '/decks/harbour'],
    ['/decks/harbour/study?count=5', '/decks/harbour'],
    ['/decks/harbour/progress', '/decks/harbour'],
    ['/decks/harbour/document?at=cranes', '/decks/harbour/document'],
  ])('at %s is found as %s', async (path, canonical) => {
    const { links, meta } = await headOf(await ask(SITE + path));
    expect(links('canonical').map(({ href }) => href)).toEqual([SITE + canonical]);
    expect(meta('og:url')).toEqual([SITE + canonical]);
  });

  it('is the app’s own page, with the same headers, and is never confused with another deck’s by a cache', async () => {
    const start = await env.ASSETS.fetch(`${SITE}/`);
    const response = await ask(`${SITE}/decks/harbour`, {
      headers: { 'If-None-Match': start.headers.get('etag') ?? '' },
    });
    expect(response.status).toBe(200);
    for (const name of ['content-type', 'content-security-policy', 'x-content-type-options', 'cache-control'])
      expect(response.headers.get(name), name).toBe(start.headers.get(name));
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('etag')).toBeNull();
    const scripts = async (page: Response) =>
      (await headOf(page)).tags.filter(({ tagName }) => tagName === 'script');
    expect(await scripts(response)).toEqual(await scripts(start));
  });

  it('stays one page whatever stands in a title', async () => {
    const title = `"><script>alert(1)</script></title><base href='//evil.example'> & &lt;`;
    const head = await headOf(await askWith({ id: 'ours', title }, '/decks/ours'));
    const own = await headOf(await ask(`${SITE}/decks/harbour`));
    expect(head.tags.map(({ tagName }) => tagName)).toEqual(own.tags.map(({ tagName }) => tagName));
    expect(unescaped(head.title)).toBe(`${title} · Steppe`);
    expect(head.meta('og:title').map((content = '') => unescaped(content))).toEqual([title]);
  });

  it('of a deck that this server does not have is the app’s, which says so', async () => {
    const response = await ask(`${SITE}/decks/atlantis`);
    expect((await headOf(response)).title).toBe('Steppe');
  });

  it('leaves the files of decks as they are', async () => {
    const response = await ask(`${SITE}/decks/harbour.json`);
    expect((await headOf(response)).links('canonical')).toEqual([]);
  });
});

/** The rewriter hands values out as they stand in the source. */
function unescaped(text: string): string {
  return ['&lt;<', '&gt;>', '&quot;"', "&#39;'", '&amp;&'].reduce(
    (all, pair) => all.replaceAll(pair.slice(0, -1), pair.slice(-1)),
    text,
  );
}
