/** The screens, as their addresses name them. */
export type Route =
  | { readonly screen: 'home' | 'key' | 'classes' | 'join' | 'teach' | 'receipt' | 'studio' }
  | { readonly screen: 'class'; readonly class: string }
  | { readonly screen: 'project' | 'reports' | 'change'; readonly project: string }
  | {
      readonly screen: 'assign' | 'assignment' | 'paper';
      readonly class: string;
      /** Of a new one: null. */
      readonly assignment: string | null;
      readonly query: URLSearchParams;
    }
  | {
      readonly screen: 'deck' | DeckPart;
      readonly deck: string;
      readonly query: URLSearchParams;
    }
  | { readonly screen: 'missing' };

const PARTS = ['study', 'document', 'progress', 'embed'] as const;
type DeckPart = (typeof PARTS)[number];
const PATH = /^\/decks\/([a-z0-9-]{1,64})(?:\/([a-z]+))?\/?$/;

const CLASS_PATH =
  /^\/classes\/([0-9A-HJKMNP-TV-Z]{26})(?:\/(?:(assign)(?:\/([0-9A-HJKMNP-TV-Z]{26}))?|([0-9A-HJKMNP-TV-Z]{26})(\/paper)?))?\/?$/;

/** The address of the learner key's screen. A code behind its # is a key to be used. */
export const KEY_PATH = '/key';

/** The route that a path and its query name. */
export function routeOf(path: string, search = ''): Route {
  if (path === '/') return { screen: 'home' };
  if (path === KEY_PATH || path === `${KEY_PATH}/`) return { screen: 'key' };
  const plain = /^\/(classes|join|teach|receipt|studio)\/?$/.exec(path)?.[1];
  if (
    plain === 'classes' ||
    plain === 'join' ||
    plain === 'teach' ||
    plain === 'receipt' ||
    plain === 'studio'
  )
    return { screen: plain };
  if (path.startsWith('/classes/')) return classRouteOf(path, search);
  if (path.startsWith('/studio/')) return studioRouteOf(path);
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

function classRouteOf(path: string, search: string): Route {
  const [, id, assign, edited, assignment, paper] = CLASS_PATH.exec(path) ?? [];
  if (id === undefined) return { screen: 'missing' };
  const query = new URLSearchParams(search);
  if (assign !== undefined) return { screen: 'assign', class: id, assignment: edited ?? null, query };
  if (assignment === undefined) return { screen: 'class', class: id };
  return { screen: paper === undefined ? 'assignment' : 'paper', class: id, assignment, query };
}

const PROJECT_PATH = /^\/studio\/([0-9A-HJKMNP-TV-Z]{26})(?:\/(reports|change))?\/?$/;

function studioRouteOf(path: string): Route {
  const [, project, part] = PROJECT_PATH.exec(path) ?? [];
  if (project === undefined) return { screen: 'missing' };
  return { screen: part === 'reports' || part === 'change' ? part : 'project', project };
}

/** The address of a project in the studio: its review, the reports of its learners, or the change of its document. */
export function projectPath(project: string, part?: 'reports' | 'change'): string {
  return part === undefined ? `/studio/${project}` : `/studio/${project}/${part}`;
}

/** The address of a class, or of something in it: `assign`, `assign/ID`, `ID`, `ID/paper`. */
export function classPath(id: string, part?: string): string {
  return part === undefined ? `/classes/${id}` : `/classes/${id}/${part}`;
}
