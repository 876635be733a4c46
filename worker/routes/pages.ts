import { Hono, type Context } from 'hono';
import { deckAddress, deckHead, type DeckHead } from '../deckPage.ts';
import type { Env } from '../env.ts';
import { frameHeaders } from '../headers.ts';
import type { Shelves } from '../shelf.ts';

/** The pages that others show or tell of: a quiz's frame, and the screens of a deck with a head that says which deck it is. */
export function pageRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>()
    .get('/embed/*', async (c) => {
      const found = await shelves.at(c.env).find(deckAddress(c.req.url, originOf(c))?.deck ?? '');
      const page = await c.env.ASSETS.fetch(`${originOf(c)}/embed`);
      return c.body(
        await page.text(),
        found === undefined ? 404 : 200,
        frameHeaders(found?.deck.embed?.hosts),
      );
    })
    .get('/decks/*', async (c) => {
      const address = deckAddress(c.req.url, originOf(c));
      const found = await shelves.at(c.env).find(address?.deck ?? '');
      if (address === undefined || found === undefined) return c.env.ASSETS.fetch(c.req.raw);
      return withHead(c, deckHead(found.deck, address.isDocument, originOf(c)));
    });
}

function originOf(c: Context<Env>): string {
  return new URL(c.req.url).origin;
}

/** The app's page with another title, and with these tags in the place of its description. */
async function withHead(c: Context<Env>, { title, tags }: DeckHead): Promise<Response> {
  // Without the caller's conditions: a 304 would have no head to write into.
  const page = await c.env.ASSETS.fetch(c.req.url);
  const written = new HTMLRewriter()
    .on('title', { element: (element) => void element.setInnerContent(title) })
    .on('meta[name="description"]', { element: (element) => void element.replace(tags, { html: true }) })
    .transform(new Response(page.body, page));
  written.headers.delete('ETag');
  return written;
}
