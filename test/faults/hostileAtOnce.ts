import { randomFrom } from '../../questions/seed.ts';
import { chanceFrom } from './chance.ts';
import { HostileKv, type Faults, type Namespace } from './hostileKv.ts';
import { STALE_MS } from './keyHistory.ts';
import { Turns } from './turns.ts';

/** A hostile store for a contract: each call goes through at once, and to settle is to wait out all staleness. */
export function hostileAtOnce(
  faults: Faults,
  seed: number,
): { readonly namespace: Namespace; readonly settle: () => Promise<void> } {
  const turns = new Turns();
  turns.letThrough();
  let nowMs = Date.UTC(2024, 4, 1);
  const kv = new HostileKv({ clock: () => nowMs, chance: chanceFrom(randomFrom(seed)), turns, faults });
  const settle = async (): Promise<void> => {
    nowMs += STALE_MS;
  };
  return { namespace: kv.at(0), settle };
}
