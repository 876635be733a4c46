import { escaped, openingTag } from './markup.ts';

/** The quiz that a page's author wants. */
export interface EmbedWish {
  /** Only facts with this tag; all when null. */
  readonly tag: string | null;
  /** How many questions, 1 to 50. */
  readonly count: number;
  readonly mode: 'practice' | 'once';
}

/** Where the deck is served, and which it is. */
export interface EmbedSource {
  /** The server's own, without a slash at the end. */
  readonly origin: string;
  readonly deck: string;
  readonly title: string;
}

/** What a quiz does where its page says nothing. */
export const PLAIN_WISH: EmbedWish = { tag: null, count: 5, mode: 'practice' };

/** All that a quiz's frame may do: scripts with our own origin, forms' submit events, and links that open in tabs of their own. */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

/** The quiz as one line and the script that it needs; the link is for readers without scripts. */
export function elementCode({ origin, deck, title }: EmbedSource, { tag, count, mode }: EmbedWish): string {
  const quiz = openingTag('steppe-quiz', {
    deck,
    tags: tag,
    count: count === PLAIN_WISH.count ? null : count,
    mode: mode === PLAIN_WISH.mode ? null : mode,
  });
  const link = `${openingTag('a', { href: `${origin}/decks/${deck}` })}${escaped(title)}</a>`;
  return `<script src="${escaped(origin)}/embed.js" async></script>\n${quiz}${link}</steppe-quiz>`;
}

/** The quiz as a frame alone, of this size in pixels (or `100%`), for pages that take no scripts. */
export function frameCode(
  { origin, deck, title }: EmbedSource,
  wish: EmbedWish,
  { width, height }: { readonly width: number | '100%'; readonly height: number },
): string {
  const src = `${origin}/embed/${deck}${fragmentOf(wish)}`;
  const frame = { src, title, width, height, frameborder: 0, loading: 'lazy', referrerpolicy: 'no-referrer' };
  return `${openingTag('iframe', { ...frame, sandbox: SANDBOX, allow: '' })}</iframe>`;
}

/** The wish behind a frame's #, without what is plain. */
function fragmentOf({ tag, count, mode }: EmbedWish): string {
  const parts = [
    ...(tag === null ? [] : [`tags=${encodeURIComponent(tag)}`]),
    ...(count === PLAIN_WISH.count ? [] : [`count=${count}`]),
    ...(mode === PLAIN_WISH.mode ? [] : [`mode=${mode}`]),
  ];
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}
