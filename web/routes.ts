/** The screens, as their addresses name them. */
export type Route =
  | { readonly screen: 'home' | 'key' }
  | {
      readonly screen: 'deck' | DeckPart;
      readonly deck: string;
      readonly query: URLSearchParams;
    }
  | { readonly screen: 'missing' };

const PARTS = ['study', 'document', 'progress', 'embed'] as const;
type DeckPart = (typeof PARTS)[number];
const PATH = /^\/decks\/([a-z0-9-]{1,64})(?:\/([a-z]+))?\/?$/;

/** The address of the learner key's screen. A code behind its # is a key to be used. */
export const KEY_PATH = '/key';

/** The route that a path and its query name. */
export function routeOf(path: string, search = ''): Route {
  if (path === '/') return { screen: 'home' };
  if (path === KEY_PATH || path === `${KEY_PATH}/`) return { screen: 'key' };
  const found = PATH.exec(path);
  const deck = found?.[1];
  if (deck === undefined) return { screen: 'missing' };
  const query = new URLSearchParams(search);
  const named = found?.[2];
  if (named === undefined) return { screen: 'deck', deck, query };
  const screen = PARTS.find((part) => part === named);
  return screen === undefined ? { screen: 'missing' } : { screen, deck, query };
}

/** The address of a deck's screen. */
export function deckPath(deck: string, part?: DeckPart): string {
  return part === undefined ? `/decks/${deck}` : `/decks/${deck}/${part}`;
}
