import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { LearnerKeySchema } from '../../web/keyFormat.ts';
import { askToErase, type Asked } from '../../web/erasures.ts';
import { loaded, notLoaded } from '../../web/loaded.ts';
import { kvStore } from '../../worker/kvStore.ts';
import { happen, runArbitrary } from './steps.ts';
import { World } from './world.ts';
import { PLACE } from './workers.ts';

const KEY = v.parse(LearnerKeySchema, 'A'.repeat(32));
const RUNS = 500;
/** How often (ms) a browser asks again. */
const AGAIN_MS = 30_000;
const ASKED_MAX = 400;

test('an erasure that says it is done has left no key, however late lists are and whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(runArbitrary, async ({ seed, devices, steps }) => {
      const world = new World(seed, devices);
      for (const step of steps) await happen(world, step);
      // The devices are gone, and requests last no longer than half a minute; the store stays as hostile as it was.
      world.turns.letThrough();
      await world.turns.settled();
      const store = kvStore(world.kv.at(0));
      const erase = () => store.erase(PLACE.learner).then(loaded, () => notLoaded('unreachable', 'erase'));
      let asked: Asked = { erasure: { key: KEY }, state: 'waiting' };
      for (let times = 0; asked.state !== 'done' && times < ASKED_MAX; times += 1) {
        asked = await askToErase(asked.erasure, { erase, nowMs: () => world.nowMs });
        world.nowMs += AGAIN_MS;
      }
      expect(asked.state).toBe('done');
      expect([...world.kv.truth().keys()]).toEqual([]);
    }),
    { numRuns: RUNS, seed: 20_220_108 },
  );
}, 120_000);
