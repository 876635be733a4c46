import { backoffMs } from './backoff.ts';
import { jitter, newSegmentId } from './chance.ts';
import { nowMs } from './clock.ts';
import { keptIn, stores } from './journal.ts';
import { learnerKeyForUse } from './learnerKey.ts';
import { putSegment } from './logClient.ts';
import { observed } from './observed.ts';
import { oneAtATime } from './oneAtATime.ts';
import type { Outgoing, Store } from './store.ts';

/** How the learner's log stands: how many reviews only this device has, and what keeps them from the server. */
export interface SaveState {
  readonly waiting: number;
  /** Why the server refused some of them; null while it did not. */
  readonly refused: string | null;
  /** The last attempt failed; the next one is under way. */
  readonly failing: boolean;
}

/** How the learner's log stands now. */
export const saveState = observed<SaveState>({ waiting: 0, refused: null, failing: false });

let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Counts what waits. Call it after every change of the log. */
export async function countWaiting(): Promise<void> {
  const all = await stores();
  const counts = await Promise.all(all.map((store) => store.waiting()));
  const outgoing = (await Promise.all(all.map((store) => store.outgoing()))).flat();
  const refused = outgoing.find((segment) => segment.refused !== undefined)?.refused ?? null;
  saveState.set({ waiting: counts.reduce((sum, count) => sum + count, 0), refused, failing: failures > 0 });
}

/** Puts every waiting review into a segment, one a deck and hundred reviews, and sends all that is not on the server. */
export function flush(): Promise<void> {
  return oneAtATime(async () => {
    for (const store of await stores()) await sealAll(store);
    await sendAll(false);
  });
}

/** Sends what is in segments already, and what was left over by an earlier page; also what was refused, once more. */
export function flushLeftOvers(): Promise<void> {
  return oneAtATime(async () => {
    for (const store of await stores()) await sealAll(store);
    await sendAll(true);
  });
}

async function sealAll(store: Store): Promise<void> {
  for (const deck of (await store.unsealed()).keys()) {
    while ((await store.seal(deck, newSegmentId(nowMs()))) !== null);
  }
}

async function sendAll(refusedToo: boolean): Promise<void> {
  clearTimeout(retry);
  for (const store of await stores()) {
    for (const segment of await store.outgoing()) {
      if (segment.refused !== undefined && !refusedToo) continue;
      if (!(await send(store, segment))) return countWaiting();
    }
  }
  failures = 0;
  await countWaiting();
}

/** Whether to go on with the next segment. */
async function send(store: Store, outgoing: Outgoing): Promise<boolean> {
  const result = await putSegment(await learnerKeyForUse(), outgoing);
  if (result.sent === 'saved') await store.markSaved(outgoing.deck, outgoing.segment);
  if (result.sent === 'refused') await store.markRefused(outgoing.deck, outgoing.segment, result.why);
  if (result.sent !== 'later') return true;
  failures += 1;
  retry = setTimeout(() => void oneAtATime(() => sendAll(false)), backoffMs(failures, result.waitMs, jitter));
  return false;
}

/** Starts the sending of what waits: now, when the page is left, and when the network is back. */
export function startSync(): void {
  const send = () => void flush();
  window.addEventListener('pagehide', send);
  window.addEventListener('online', () => {
    failures = 0;
    void flushLeftOvers();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') send();
  });
  keptIn.follow(() => void countWaiting());
  void flushLeftOvers();
}
