import { backoffMs } from './backoff.ts';
import { jitter, newSegmentId } from './chance.ts';
import { nowMs } from './clock.ts';
import { keptIn, stores } from './journal.ts';
import { learnerKeyForUse } from './learnerKey.ts';
import { putSegment } from './logClient.ts';
import { observed } from './observed.ts';
import { oneAtATime } from './oneAtATime.ts';
import { sealAll, sendAll, type Sending } from './sending.ts';

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

const outside: Sending = {
  newSegment: () => newSegmentId(nowMs()),
  put: async (outgoing) => putSegment(await learnerKeyForUse(), outgoing),
};

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

/** Sends all that waits. */
export function flush(): Promise<void> {
  return oneAtATime(() => sealAndSend(false));
}

/** Sends all that waits, left over by an earlier page too; also what was refused, once more. */
export function flushLeftOvers(): Promise<void> {
  return oneAtATime(() => sealAndSend(true));
}

async function sealAndSend(refusedToo: boolean): Promise<void> {
  await sealAll(await stores(), outside);
  await send(refusedToo);
}

/** Tries again later what fails, without the reviews that came meanwhile: they wait for the session's end. */
async function send(refusedToo: boolean): Promise<void> {
  clearTimeout(retry);
  const all = await stores();
  // Without a learner key that outlives the page nobody could ever read what is sent.
  const later = keptIn.get() === 'page' ? null : await sendAll(all, outside, refusedToo);
  failures = later === null ? 0 : failures + 1;
  if (later !== null) {
    retry = setTimeout(() => void oneAtATime(() => send(false)), backoffMs(failures, later.waitMs, jitter));
  }
  await countWaiting();
}

/** Starts the sending of what waits: now, when the page is left or hidden, and when the network is back. */
export function startSync(): void {
  window.addEventListener('pagehide', () => void flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });
  window.addEventListener('online', () => {
    failures = 0;
    void flushLeftOvers();
  });
  keptIn.follow(() => void countWaiting());
  void flushLeftOvers();
}
