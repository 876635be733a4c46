import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Server } from './server.ts';

// Which of the site's paths the Worker answers and which are files is written in wrangler.toml: it shows in the whole server alone.
const server = new Server();
beforeAll(() => server.start());
afterAll(() => server.close());

/** What a browser sends when somebody follows a link. */
const NAVIGATION = { Accept: 'text/html', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

const get = (path: string, headers: Record<string, string> = NAVIGATION) =>
  fetch(server.url + path, { headers, redirect: 'manual' });

describe('the whole server', () => {
  it.each(['/decks/harbour', '/decks/harbour/', '/decks/harbour/study?count=5', '/decks/harbour/document'])(
    'says at %s which deck it is, before any script runs',
    async (path) => {
      const response = await get(path);
      const html = await response.text();
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(html).toMatch(/<title>[^<]*Saltmere and its harbour · Steppe<\/title>/);
      expect(html).toContain(`${server.url}/oembed?url=`);
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  it('gives the start page, which the service worker keeps, as it was built', async () => {
    const response = await get('/');
    expect(await response.text()).toContain('<title>Steppe</title>');
    expect(response.headers.get('etag')).toBeTruthy();
  });

  it.each(['/decks/index.json', '/decks/harbour.json', '/decks/harbour.txt'])(
    'gives %s as a file that any page may read, and 304 to whoever has it',
    async (path) => {
      const response = await get(path, {});
      const etag = response.headers.get('etag') ?? '';
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      expect((await response.text()).slice(0, 20)).not.toContain('<!doctype');
      expect((await get(path, { 'If-None-Match': etag })).status).toBe(304);
    },
  );

  it('gives the types of the quiz as a text that any page may read', async () => {
    const response = await get('/embed.d.ts', {});
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.text()).toContain("'steppe-quiz': HTMLElement;");
  });

  it('gives scripts and styles to a frame that has no origin', async () => {
    const [asset = ''] = /\/assets\/[^"]+/.exec(await (await get('/embed/harbour')).text()) ?? [];
    const response = await get(asset, { Origin: 'null' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('lets the frame alone stand in another page', async () => {
    const { headers } = await get('/embed/harbour');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'(?!.*frame-ancestors)/);
    expect((await get('/embed/atlantis')).status).toBe(404);
    for (const path of ['/', '/key', '/embed.html', '/decks/harbour/embed', '/decks/atlantis']) {
      const response = await fetch(server.url + path, { headers: NAVIGATION });
      expect(response.headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    }
  });

  it('answers oEmbed', async () => {
    const url = encodeURIComponent(`${server.url}/decks/harbour`);
    expect(await (await get(`/oembed?url=${url}&format=json`, {})).json()).toMatchObject({ type: 'rich' });
  });
});
