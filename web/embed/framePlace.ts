import { meetHost, type Host } from './frameHost.ts';
import type { FrameWish } from './frameWish.ts';

/**
 * Where a frame keeps things: with the page around it, in the browser's own storage, or nowhere, because the frame may keep nothing or
 * a loader that was announced does not come.
 */
export type Place =
  | { readonly kind: 'host'; readonly host: Host }
  | { readonly kind: 'browser' | 'nowhere'; readonly host: Host | null };

/** Finds out where this frame keeps things. A frame without an origin of its own is refused everything. */
export async function findPlace({ hosted }: FrameWish): Promise<Place> {
  if (!hosted) return { kind: self.origin === 'null' ? 'nowhere' : 'browser', host: null };
  const host = await meetHost(window);
  return host?.setup.keeps === true ? { kind: 'host', host } : { kind: 'nowhere', host };
}

/** Whether something of the learner may be there already: then it has to be read before a session is planned. */
export async function mayKnow(place: Place): Promise<boolean> {
  switch (place.kind) {
    case 'host':
      return place.host.setup.key !== null || place.host.setup.waiting.length > 0;
    case 'browser':
      return hasDatabase();
    case 'nowhere':
      return false;
  }
}

/** Looks without opening it, which would make it. Where the browser does not tell, there may be one. */
async function hasDatabase(): Promise<boolean> {
  try {
    const all = await indexedDB.databases();
    return all.some(({ name }) => name === 'steppe');
  } catch {
    return true;
  }
}
