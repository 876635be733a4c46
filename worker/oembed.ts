import type { PublicDeck } from '../questions/compile.ts';
import { frameCode, PLAIN_WISH, type EmbedSource } from '../questions/embedCode.ts';
import { escaped, openingTag } from '../questions/markup.ts';

/** What oEmbed says of a deck, by the names of https://oembed.com (version 1.0). */
export type Oembed = Readonly<Record<string, string | number>>;

/** The most that a consumer has room for, in pixels. */
export interface Room {
  readonly maxwidth?: number | undefined;
  readonly maxheight?: number | undefined;
}

/** The frame's size in pixels where there is room: a question of average length with its passage. */
const WIDTH = 640;
const HEIGHT = 640;
/** How long (in seconds) a consumer should keep what it was told: the frame's content is not in it. */
const KEEP_S = 86_400;

/** The deck as a frame to be put into a page. */
export function oembedOf(deck: PublicDeck, origin: string, room: Room): Oembed {
  const about = {
    version: '1.0',
    title: deck.title,
    provider_name: 'Steppe',
    provider_url: `${origin}/`,
    cache_age: KEEP_S,
  };
  // Not every consumer is one of these sites, and a consumer does not say who it is: in another's page the frame would stay
  // empty. Nor is the deck private (401): whoever follows the link may study it.
  if (deck.embed !== undefined) return { type: 'link', ...about };
  const size = {
    width: Math.min(WIDTH, room.maxwidth ?? WIDTH),
    height: Math.min(HEIGHT, room.maxheight ?? HEIGHT),
  };
  const source = { origin, deck: deck.id, title: deck.title };
  return { type: 'rich', ...about, html: quoteOf(source) + frameCode(source, PLAIN_WISH, size), ...size };
}

/**
 * The deck's link in a quote. WordPress loads the script that follows a frame's height only where one stands before the frame, and shows it
 * until the frame speaks (`wp-includes/js/wp-embed.js`); elsewhere it is the way to the quiz for who sees no frames.
 */
function quoteOf({ origin, deck, title }: EmbedSource): string {
  const link = `${openingTag('a', { href: `${origin}/decks/${deck}` })}${escaped(title)}</a>`;
  return `${openingTag('blockquote', { class: 'wp-embedded-content' })}${link}</blockquote>`;
}

/** The same as XML: one element a name, its value as escaped text. */
export function asXml(oembed: Oembed): string {
  const elements = Object.entries(oembed).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}
