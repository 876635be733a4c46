/** The screens, as their addresses name them. */
export type Route =
  | { readonly screen: 'home' | 'key' }
  | {
      readonly screen: 'deck' | 'study' | 'document' | 'progress';
      readonly deck: string;
      readonly query: URLSearchParams;
    }
  | { readonly screen: 'missing' };

const PATH = /^\/decks\/([a-z0-9-]{1,64})(?:\/(study|document|progress))?\/?$/;

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
  const part = found?.[2];
  if (part === 'study' || part === 'document' || part === 'progress') return { screen: part, deck, query };
  return { screen: 'deck', deck, query };
}

/** The address of a deck's screen. */
export function deckPath(deck: string, part?: 'study' | 'document' | 'progress'): string {
  return part === undefined ? `/decks/${deck}` : `/decks/${deck}/${part}`;
}
