import { backoffMs } from './backoff.ts';
import { jitter } from './chance.ts';
import { newSegmentId } from './newIds.ts';
import { clockCorrection, hearClock, nowMs } from './clock.ts';
import { keptIn, noteTrouble, stores } from './journal.ts';
import { keeper } from './keeper.ts';
import { learnerKeyForUse } from './learnerKey.ts';
import { followLog, tellLogChange } from './logChanges.ts';
import { logClient } from './logClient.ts';
import type { Later } from './logServer.ts';
import { observed } from './observed.ts';
import { oneAtATime } from './oneAtATime.ts';
import { sealAll, sendAll, type Sending } from './sending.ts';
import type { Store } from './store.ts';
import { warn } from './warn.ts';

/** How the learner's log stands: how many reviews only this device has, and what keeps them from the server. */
export interface SaveState {
  /** Null until they have been counted. */
  readonly waiting: number | null;
  /** Why the server refused some of them; null while it did not. */
  readonly refused: string | null;
  /** The last attempt failed; the next one is under way. */
  readonly failing: boolean;
}

/** How the learner's log stands now. */
export const saveState = observed<SaveState>({ waiting: null, refused: null, failing: false });

const outside: Sending = {
  newSegment: () => newSegmentId(nowMs()),
  put: async (outgoing) => logClient(await learnerKeyForUse()).put(outgoing),
  nowMs,
  clockOffMs: clockCorrection.get,
  hearClock,
};

const LATER: Later = { sent: 'later', waitMs: null };

let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Counts what waits. Call it after every change of the log; where it cannot be counted, the last count stands. */
export function countWaiting(): Promise<void> {
  return countNow().catch((error: unknown) => warn('What waits could not be counted.', error));
}

async function countNow(): Promise<void> {
  const all = await stores();
  const counts = await Promise.all(all.map((store) => store.waiting()));
  const asides = await Promise.all(all.map((store) => store.asides()));
  const [refused = null] = asides.flatMap((reasons) => [...reasons.values()]);
  saveState.set({ waiting: counts.reduce((sum, count) => sum + count, 0), refused, failing: failures > 0 });
}

/** Sends all that waits. */
export function flush(): Promise<void> {
  return inTurn(sealAndSend);
}

/** Sends all that waits, left over by an earlier page too; also what was refused, once more. */
export function flushLeftOvers(): Promise<void> {
  return inTurn(async () => {
    await inEach((store) => store.takeUp());
    await sealAndSend();
  });
}

async function sealAndSend(): Promise<void> {
  const unsealed = await inEach((store) => sealAll([store], outside));
  await send(unsealed);
}

/**
 * Tries again later what fails, without the reviews that came meanwhile: they wait for the session's end. Those that could not
 * be sealed (`unsealed`) are tried too.
 */
async function send(unsealed: Later | null = null): Promise<void> {
  clearTimeout(retry);
  const all = await stores();
  const outgoing = (await Promise.all(all.map((store) => store.outgoing()))).flat();
  const later = (outgoing.length === 0 ? null : await sendSealed()) ?? unsealed;
  failures = later === null ? 0 : failures + 1;
  if (later !== null) {
    const again = unsealed === null ? () => send() : sealAndSend;
    retry = setTimeout(() => void inTurn(again), backoffMs(failures, later.waitMs, jitter));
  }
  new Set(outgoing.map(({ deck }) => deck)).forEach((deck) => tellLogChange(deck, true));
  await countWaiting();
}

/** In one store after the other, until one has to wait. A store that takes no change, as on a full device, holds up no other. */
async function inEach(task: (store: Store) => Promise<Later | null | void>): Promise<Later | null> {
  let failed: Later | null = null;
  for (const store of await stores()) {
    try {
      const later = await task(store);
      if (later) return later;
    } catch (error) {
      warn('The log could not be changed.', error);
      failed = LATER;
    }
  }
  return failed;
}

/** Without a learner key that outlives the page nobody could ever read what is sent: then it stays here. */
async function sendSealed(): Promise<Later | null> {
  if (keptIn.get() === 'page' && (await keeper().log()) === null) return null;
  try {
    await learnerKeyForUse();
    noteTrouble({ isKeyLost: false });
  } catch (error) {
    warn('The learner key could not be kept.', error);
    noteTrouble({ isKeyLost: true });
    return LATER;
  }
  return inEach((store) => sendAll([store], outside));
}

async function inTurn(task: () => Promise<void>): Promise<void> {
  try {
    await oneAtATime('steppe-log', task);
  } catch (error) {
    warn('The log could not be sent.', error);
  }
}

/**
 * Starts the sending of what waits: when the page is left or hidden, when the network is back, and now what an earlier page left,
 * where there may have been one.
 */
export function startSync(hasEarlier = true): void {
  window.addEventListener('pagehide', () => void flush());
  document.addEventListener('visibilitychange', () => {
    // Coming back: what another tab could not send before it was closed.
    void (document.visibilityState === 'hidden' ? flush() : inTurn(() => send()));
  });
  window.addEventListener('online', () => {
    failures = 0;
    void flushLeftOvers();
  });
  keptIn.follow(() => void countWaiting());
  followLog(() => void countWaiting());
  void countWaiting().then(hasEarlier ? flushLeftOvers : undefined);
}
