import { randomFrom } from '../../questions/seed.ts';
import { classStore } from '../../worker/classroom/classStore.ts';
import { classStoreContract, type Provided } from '../worker/classroom/classStoreContract.ts';
import { chanceFrom } from './chance.ts';
import { HONEST, HOSTILE, HostileKv, type Faults } from './hostileKv.ts';
import { STALE_MS } from './keyHistory.ts';
import { Turns } from './turns.ts';

/** Each call goes through at once; to settle is to wait out all staleness. */
function hostile(faults: Faults, seed: number): Provided {
  const turns = new Turns();
  turns.letThrough();
  let nowMs = Date.UTC(2024, 4, 1);
  const kv = new HostileKv({ clock: () => nowMs, chance: chanceFrom(randomFrom(seed)), turns, faults });
  const settle = async (): Promise<void> => {
    nowMs += STALE_MS;
  };
  return { store: classStore(kv.at(0)), settle };
}

classStoreContract('the hostile KV without faults', async () => hostile(HONEST, 0));

for (const seed of [1, 2, 3, 4, 5]) {
  classStoreContract(`the hostile KV, seed ${seed},`, async () => hostile(HOSTILE, seed));
}
