import { Hono } from 'hono';
import * as v from 'valibot';
import { deckAddress } from '../deckPage.ts';
import type { Env } from '../env.ts';
import { DECK_CACHE } from '../headers.ts';
import { asXml, oembedOf } from '../oembed.ts';
import { refuseAt } from '../problem.ts';
import type { Shelves } from '../shelf.ts';

const PixelsSchema = v.exactOptional(
  v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/, 'is no number of pixels'), v.transform(Number)),
);

/** What oEmbed defines; other parameters are ignored, as it says. */
const QuerySchema = v.object({
  url: v.pipe(v.string('is missing'), v.maxLength(2000)),
  maxwidth: PixelsSchema,
  maxheight: PixelsSchema,
  format: v.optional(v.string(), 'json'),
});

/** oEmbed (https://oembed.com): how a page that was given the address of a deck learns to show its quiz. */
export function oembedRoutes(shelves: Shelves): Hono<Env> {
  return new Hono<Env>().get('/', async (c) => {
    const { url, format, ...room } = readQuery(c.req.query());
    if (format !== 'json' && format !== 'xml')
      throw refuseAt('format', 'unknown-format', 'is neither json nor xml');
    const { origin } = new URL(c.req.url);
    const found = await shelves.at(c.env).find(deckAddress(url, origin)?.deck ?? '');
    if (found === undefined)
      throw refuseAt('url', 'not-embeddable', 'is no address of a deck of this server');
    const oembed = oembedOf(found.deck, origin, room);
    c.header('Cache-Control', DECK_CACHE);
    return format === 'json'
      ? c.json(oembed)
      : c.body(asXml(oembed), 200, { 'Content-Type': 'text/xml; charset=utf-8' });
  });
}

function readQuery(query: Readonly<Record<string, string>>): v.InferOutput<typeof QuerySchema> {
  const result = v.safeParse(QuerySchema, query);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const isMissing = issue.received === 'undefined';
  throw refuseAt(v.getDotPath(issue) ?? '', 'bad-query', isMissing ? 'is missing' : issue.message);
}
