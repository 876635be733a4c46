import { backoffMs } from './backoff.ts';
import { jitter, newSegmentId } from './chance.ts';
import { clockOffMs, hearClock, nowMs } from './clock.ts';
import { keptIn, stores } from './journal.ts';
import { learnerKeyForUse } from './learnerKey.ts';
import { followLog, tellLogChange } from './logChanges.ts';
import { logClient } from './logClient.ts';
import { observed } from './observed.ts';
import { oneAtATime } from './oneAtATime.ts';
import { sealAll, sendAll, type Sending } from './sending.ts';
import { warn } from './warn.ts';

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
  put: async (outgoing) => logClient(await learnerKeyForUse()).put(outgoing),
  nowMs,
  clockOffMs,
  hearClock,
};

let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Counts what waits. Call it after every change of the log. */
export async function countWaiting(): Promise<void> {
  const all = await stores();
  const counts = await Promise.all(all.map((store) => store.waiting()));
  const asides = await Promise.all(all.map((store) => store.asides()));
  const [refused = null] = asides.flatMap((reasons) => [...reasons.values()]);
  saveState.set({ waiting: counts.reduce((sum, count) => sum + count, 0), refused, failing: failures > 0 });
}

/** Sends all that waits. */
export function flush(): Promise<void> {
  return inTurn(async () => {
    await sealAll(await stores(), outside);
    await send();
  });
}

/** Sends all that waits, left over by an earlier page too; also what was refused, once more. */
export function flushLeftOvers(): Promise<void> {
  return inTurn(async () => {
    const all = await stores();
    for (const store of all) await store.takeUp();
    await sealAll(all, outside);
    await send();
  });
}

/** Tries again later what fails, without the reviews that came meanwhile: they wait for the session's end. */
async function send(): Promise<void> {
  clearTimeout(retry);
  const all = await stores();
  const outgoing = (await Promise.all(all.map((store) => store.outgoing()))).flat();
  // Without a learner key that outlives the page nobody could ever read what is sent.
  const later = keptIn.get() === 'page' ? null : await sendAll(all, outside);
  failures = later === null ? 0 : failures + 1;
  if (later !== null) retry = setTimeout(() => void inTurn(send), backoffMs(failures, later.waitMs, jitter));
  new Set(outgoing.map(({ deck }) => deck)).forEach((deck) => tellLogChange(deck, true));
  await countWaiting();
}

async function inTurn(task: () => Promise<void>): Promise<void> {
  try {
    await oneAtATime('steppe-log', task);
  } catch (error) {
    warn('The log could not be sent.', error);
  }
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
  followLog(() => void countWaiting());
  void flushLeftOvers();
}
