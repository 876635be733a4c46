import { classStore } from '../../worker/classroom/classStore.ts';
import { classStoreContract, type Provided } from '../worker/classroom/classStoreContract.ts';
import { hostileAtOnce } from './hostileAtOnce.ts';
import { HONEST, HOSTILE, type Faults } from './hostileKv.ts';

function hostile(faults: Faults, seed: number): Provided {
  const { namespace, settle } = hostileAtOnce(faults, seed);
  return { store: classStore(namespace), settle };
}

classStoreContract('the hostile KV without faults', async () => hostile(HONEST, 0));

for (const seed of [1, 2, 3, 4, 5]) {
  classStoreContract(`the hostile KV, seed ${seed},`, async () => hostile(HOSTILE, seed));
}
