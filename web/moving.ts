import { stopErasing } from './erasures.ts';
import { stores } from './journal.ts';
import { changeLearnerKey, learnerKey, type LearnerKey } from './learnerKey.ts';
import { tellLogChange } from './logChanges.ts';
import { oneAtATime } from './oneAtATime.ts';
import { pull } from './pull.ts';
import { flushLeftOvers } from './sync.ts';

/**
 * Takes another learner key for this device. What is here is sent under it too, and what is there comes here: nothing is
 * overwritten. Ends when the key is kept; the histories meet after that, as the network allows. Nothing happens where
 * the key is the same. `revive` hears of the key before it is kept: here it drops the erasure of what is under it.
 */
export async function takeKey(
  key: LearnerKey,
  revive: (key: LearnerKey) => Promise<void> = stopErasing,
): Promise<void> {
  if ((await learnerKey()) === key) return;
  await oneAtATime('steppe-log', () => oneAtATime('steppe-pull', () => change(key, revive)));
  tellLogChange('everything', true);
  void pull().then(flushLeftOvers);
}

/** First all that is here waits again: a page that ends before the key is changed only sends twice. */
async function change(key: LearnerKey, revive: (key: LearnerKey) => Promise<void>): Promise<void> {
  for (const store of await stores()) await store.beginAnew();
  await revive(key);
  await changeLearnerKey(key);
}
