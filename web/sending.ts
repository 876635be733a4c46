import type { SegmentId } from '../questions/ids.ts';
import type { Later, LogServer, Sent } from './logServer.ts';
import type { Outgoing, Store } from './store.ts';

/** What sending needs of the outside. */
export interface Sending {
  readonly put: LogServer['put'];
  /** A new segment's name. */
  readonly newSegment: () => SegmentId;
  readonly nowMs: () => number;
  /** By how much (ms) the device's clock is being corrected. */
  readonly clockOffMs: () => number;
  /** Hears the server's time, in ms since 1970. */
  readonly hearClock: (serverMs: number) => void;
}

/** Twice is enough for a clock and for refused reviews: what is not taken then waits for the next time. */
const PASSES_MAX = 3;
const LATER: Later = { sent: 'later', waitMs: null };

/** Puts every waiting review into a segment, with its time put right: one segment a deck and hundred reviews. */
export async function sealAll(stores: readonly Store[], outside: Sending): Promise<void> {
  for (const store of stores) {
    // Read once: a pull may hear the server's clock meanwhile, and then this segment is one of the wrong clock.
    const offMs = outside.clockOffMs();
    await store.putRight(offMs, outside.nowMs());
    for (const deck of (await store.unsealed()).keys()) {
      let sealed: Outgoing | null;
      do sealed = await store.seal(deck, outside.newSegment(), offMs);
      while (sealed !== null);
    }
  }
}

/**
 * Sends every segment that is not on the server. What the server does not take is opened, put right and sent again
 * in the same call, without the reviews that it names. Ends at the first that has to wait, and says so; null when none has to.
 */
export async function sendAll(stores: readonly Store[], outside: Sending): Promise<Later | null> {
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    let isOpened = false;
    for (const store of stores) {
      for (const outgoing of await store.outgoing()) {
        const result = await outside.put(outgoing);
        if (result.sent === 'later') return result;
        if (result.sent === 'wrong-clock') outside.hearClock(result.serverMs);
        isOpened ||= result.sent !== 'saved';
        await settle(store, outgoing, result);
      }
    }
    if (!isOpened) return null;
    await sealAll(stores, outside);
  }
  return LATER;
}

function settle(store: Store, { deck, segment }: Outgoing, result: Exclude<Sent, Later>): Promise<void> {
  switch (result.sent) {
    case 'saved':
      return store.markSaved(deck, segment);
    case 'wrong-clock':
      return store.unseal(deck, segment);
    case 'refused':
      return store.setAside(deck, segment, result.why, result.which);
  }
}
