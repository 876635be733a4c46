import { Hono } from 'hono';
import type { CompiledDeck } from '../../questions/compile.ts';
import { listing, publicPart } from '../../questions/travel.ts';
import type { Env } from '../env.ts';
import { DECK_CACHE, revisions } from '../headers.ts';
import type { Shelves } from '../shelf.ts';

/** What anybody may read: the list of decks, a deck, its document. */
export function deckRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .get('/', revisions, (c) => c.json(listing(shelves.decks), 200, { 'Cache-Control': DECK_CACHE }))
    .get('/:deck', revisions, async (c) => {
      const compiled = await shelves.at(c.env).deck(c.req.param('deck'));
      return c.body(bodyOf(compiled), 200, {
        ...cached(compiled.deck.revision),
        'Content-Type': 'application/json',
      });
    })
    .get('/:deck/document', revisions, async (c) => {
      const { deck, document } = await shelves.at(c.env).deck(c.req.param('deck'));
      return c.text(document, 200, { ...cached(deck.revision), 'Content-Type': 'text/plain; charset=utf-8' });
    });
}

const bodies = new WeakMap<CompiledDeck, string>();

/** Made once in an isolate's life: a deck has some hundred kilobytes. */
function bodyOf(compiled: CompiledDeck): string {
  const body = bodies.get(compiled) ?? JSON.stringify(publicPart(compiled));
  bodies.set(compiled, body);
  return body;
}

function cached(revision: string): Record<'Cache-Control' | 'ETag', string> {
  return { 'Cache-Control': DECK_CACHE, ETag: `"${revision}"` };
}
