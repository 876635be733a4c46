import { ticksMs } from './clock.ts';
import { gathering } from './journal.ts';
import { learnerKey } from './learnerKey.ts';
import { logClient } from './logClient.ts';
import { followLog, tellLogChange } from './logChanges.ts';
import { oneAtATime } from './oneAtATime.ts';
import { pullInto } from './pulling.ts';
import { warn } from './warn.ts';

/** What other devices wrote is asked for again when the page comes back to view after so long (ms). */
const STALE_MS = 10 * 60_000;

let pulling: Promise<boolean> | null = null;
let pulledAt = -Infinity;

/**
 * Fetches what other devices of this learner wrote, of all decks, once a page load; again after a failure, with another key, and when
 * it was long ago. Screens hear of it by `followLog`. A learner without a key has written nothing: then nothing is asked. False when it
 * could not be had.
 */
export function pull(): Promise<boolean> {
  if (ticksMs() - pulledAt > STALE_MS) pulling = null;
  if (pulling === null) pulledAt = ticksMs();
  pulling ??= oneAtATime('steppe-pull', pullNow).then(
    () => true,
    (error: unknown) => {
      pulling = null;
      warn('What other devices wrote could not be fetched.', error);
      return false;
    },
  );
  return pulling;
}

/** Pulls again when the page comes back to view, or has another learner key. */
export function startPulling(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void pull();
  });
  followLog((change) => {
    if (change === 'everything') pulling = null;
  });
}

async function pullNow(): Promise<void> {
  const key = await learnerKey();
  if (key === null) return;
  const changed = await pullInto(gathering, logClient(key));
  if (!changed.ok) throw new Error(changed.problem.detail);
  changed.value.forEach((deck) => tellLogChange(deck, true));
}
