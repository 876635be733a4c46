import type { SegmentId } from '../questions/ids.ts';
import type { Sent } from './logClient.ts';
import type { Outgoing, Store } from './store.ts';

/** What sending needs of the outside. */
export interface Sending {
  /** A new segment's name. */
  readonly newSegment: () => SegmentId;
  /** Takes a segment to the server. */
  readonly put: (outgoing: Outgoing) => Promise<Sent>;
}

/** Puts every waiting review into a segment: one a deck and hundred reviews. */
export async function sealAll(stores: readonly Store[], { newSegment }: Sending): Promise<void> {
  for (const store of stores) {
    for (const deck of (await store.unsealed()).keys()) {
      let sealed: Outgoing | null;
      do sealed = await store.seal(deck, newSegment());
      while (sealed !== null);
    }
  }
}

/**
 * Sends every segment that is not on the server, those that it refused only with `refusedToo`. Ends at the first that
 * has to wait, and gives how long the server asked for; null when none has to.
 */
export async function sendAll(
  stores: readonly Store[],
  { put }: Sending,
  refusedToo: boolean,
): Promise<Extract<Sent, { sent: 'later' }> | null> {
  for (const store of stores) {
    for (const outgoing of await store.outgoing()) {
      if (outgoing.refused !== undefined && !refusedToo) continue;
      const result = await put(outgoing);
      if (result.sent === 'later') return result;
      if (result.sent === 'saved') await store.markSaved(outgoing.deck, outgoing.segment);
      else await store.markRefused(outgoing.deck, outgoing.segment, result.why);
    }
  }
  return null;
}
