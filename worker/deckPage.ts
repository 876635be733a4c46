import type { PublicDeck } from '../questions/compile.ts';
import { openingTag } from '../questions/markup.ts';
import { isPublishedId } from '../questions/publishedId.ts';

/** Which deck an address of this server is about, and which of its screens it opens. */
export interface DeckAddress {
  readonly deck: string;
  readonly isDocument: boolean;
}

const PATH =
  /^\/(?:decks\/([a-z0-9-]{1,64})(?:\/(study|document|progress|embed))?|embed\/([a-z0-9-]{1,64}))\/?$/;

/** Reads the address of a deck's screen or frame; undefined where it is none of this origin. */
export function deckAddress(address: string, origin: string): DeckAddress | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const [, ofScreen, part, ofFrame] = (url.origin === origin && PATH.exec(url.pathname)) || [];
  const deck = ofScreen ?? ofFrame;
  return deck === undefined ? undefined : { deck, isDocument: part === 'document' };
}

/** What the page of a deck's screen says of itself before the app has begun: its title, and tags for its head. */
export interface DeckHead {
  readonly title: string;
  readonly tags: string;
}

/** For those who only read the page's head: search engines, chats that show a card for a link, and oEmbed's discovery. */
export function deckHead(deck: PublicDeck, isDocument: boolean, origin: string): DeckHead {
  const name = isDocument ? `Document · ${deck.title}` : deck.title;
  // A session and the progress are the reader's own: what can be found and shown is the deck.
  const address = `${origin}/decks/${deck.id}${isDocument ? '/document' : ''}`;
  const description = describe(deck);
  const card = {
    'og:type': 'website',
    'og:site_name': 'Steppe',
    'og:title': name,
    'og:description': description,
    'og:url': address,
    'og:image': `${origin}/icon-512.png`,
    'og:image:width': 512,
    'og:image:height': 512,
  };
  const tags = [
    openingTag('meta', { name: 'description', content: description }),
    openingTag('link', { rel: 'canonical', href: address }),
    ...Object.entries(card).map(([property, content]) => openingTag('meta', { property, content })),
    openingTag('meta', { name: 'twitter:card', content: 'summary' }),
    // In no list, and in no search: whoever has the link finds it.
    ...(isPublishedId(deck.id) ? [openingTag('meta', { name: 'robots', content: 'noindex' })] : []),
    ...discovery(deck, origin),
  ];
  return { title: `${name} · Steppe`, tags: tags.join('') };
}

/** Where oEmbed tells of this deck, in both of its formats. */
function discovery({ id, title }: PublicDeck, origin: string): readonly string[] {
  const url = encodeURIComponent(`${origin}/decks/${id}`);
  return [
    ['application/json+oembed', 'json'],
    ['text/xml+oembed', 'xml'],
  ].map(([type = '', format = '']) =>
    openingTag('link', {
      rel: 'alternate',
      type,
      href: `${origin}/oembed?url=${url}&format=${format}`,
      title,
    }),
  );
}

function describe({ facts }: PublicDeck): string {
  const questions = facts.reduce((sum, fact) => sum + fact.questions.length, 0);
  return `${counted(facts.length, 'fact')}, asked in ${counted(questions, 'question')}. After each answer you see the passage that proves it.`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
