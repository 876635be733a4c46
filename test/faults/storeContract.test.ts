import { kvStore } from '../../worker/kvStore.ts';
import { storeContract, type Provided } from '../worker/storeContract.ts';
import { hostileAtOnce } from './hostileAtOnce.ts';
import { HONEST, HOSTILE, type Faults } from './hostileKv.ts';

function hostile(faults: Faults, seed: number): Provided {
  const { namespace, settle } = hostileAtOnce(faults, seed);
  return { store: kvStore(namespace), settle };
}

storeContract('the hostile KV without faults', async () => ({
  store: hostile(HONEST, 0).store,
  settle: () => Promise.resolve(),
}));

for (const seed of [1, 2, 3, 4, 5]) {
  storeContract(`the hostile KV, seed ${seed},`, async () => hostile(HOSTILE, seed));
}
