import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../worker/shapes.ts';
import { ask, problemOf } from './ask.ts';

describe('GET /decks', () => {
  it('lists the decks with how much there is in each', async () => {
    const { decks } = v.parse(SHAPES.DeckList, await (await ask('/decks')).json());
    const harbour = decks.find(({ id }) => id === 'harbour');
    expect(harbour).toMatchObject({
      title: 'Saltmere and its harbour',
      language: 'en',
      asOf: '2024-05-01',
      access: 'sealed',
    });
    expect(harbour).toMatchObject({ facts: 10, questions: 18 });
  });

  it('answers 304 without a body to whoever has this list', async () => {
    const tag = (await ask('/decks')).headers.get('etag') ?? '';
    const again = await ask('/decks', { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('GET /decks/:deck', () => {
  it('gives a sealed deck without its key', async () => {
    const { deck, key } = v.parse(SHAPES.Deck, await (await ask('/decks/harbour')).json());
    expect(deck.facts.map(({ id }) => id)).toContain('cranes');
    expect(key).toBeUndefined();
  });

  it('is revalidated by the revision of the deck', async () => {
    const response = await ask('/decks/harbour');
    const { deck } = v.parse(SHAPES.Deck, await response.json());
    const tag = `"${deck.revision}"`;
    expect(response.headers.get('etag')).toBe(tag);
    expect(response.headers.get('cache-control')).toContain('must-revalidate');
    const again = await ask('/decks/harbour', { headers: { 'If-None-Match': tag } });
    expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([304, '*']);
  });

  it('answers HEAD like GET, without a body', async () => {
    const response = await ask('/decks/harbour', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('says 404 for a deck that it does not have', async () => {
    const problem = await problemOf(await ask('/decks/atlantis'));
    expect(problem).toMatchObject({ status: 404, code: 'unknown-deck', problems: [{ path: 'deck' }] });
  });
});

describe('GET /decks/:deck/document', () => {
  it('gives the document verbatim as plain text', async () => {
    const response = await ask('/decks/harbour/document');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toMatch(/^Saltmere lies on the north shore .* twice a day\.\n$/s);
  });
});
