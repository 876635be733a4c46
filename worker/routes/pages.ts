import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { frameHeaders } from '../headers.ts';
import type { Shelf } from '../shelf.ts';

/** Pages that other sites show: a quiz's frame. */
export function pageRoutes(shelf: Shelf): Hono<Env> {
  return new Hono<Env>().on('GET', ['/embed/:deck', '/embed/:deck/'], async (c) => {
    const found = shelf.find(c.req.param('deck'));
    const page = await c.env.ASSETS.fetch(new URL('/embed', c.req.url).href);
    return c.body(await page.text(), found === undefined ? 404 : 200, frameHeaders(found?.deck.embed?.hosts));
  });
}
