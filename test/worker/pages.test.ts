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
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
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
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
  });
});
