import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { SegmentIdSchema } from '../../questions/ids.ts';
import type { LogStore } from '../../worker/store.ts';
import { live, runArbitrary } from './steps.ts';
import type { Broken } from './world.ts';

const RUNS = 5_000;

/** Each of these rules holds the promise up: broken, the property of saved.test.ts is found to be false. */
const BROKEN: readonly (readonly [string, RegExp, Broken])[] = [
  [
    'a compaction removes at once what it merged',
    /a new device at location \d does not have \w+, which was saved/,
    {
      store: (store) => ({
        ...store,
        async putMerged(place, id, body, merged) {
          await store.putMerged(place, id, body, merged);
          for (const covered of merged.covers) await store.remove(place, covered);
        },
      }),
    },
  ],
  [
    'a compaction removes before it writes',
    /does not have \w+, which was saved/,
    {
      store: (store) => ({
        ...store,
        async putMerged(place, id, body, merged) {
          for (const covered of merged.covers) await store.remove(place, covered);
          await store.putMerged(place, id, body, merged);
        },
      }),
    },
  ],
  [
    'a merged segment names more than was read into it',
    /does not have \w+, which was saved/,
    { store: forgetful },
  ],
  [
    'each device has one key, which it overwrites',
    /schedules|does not have/,
    {
      newSegment: (device) =>
        v.parse(SegmentIdSchema, `01J00000000000000000000${String(device).padStart(3, '0')}`),
    },
  ],
  ['a retry takes a new name', /came twice/, { sentAs: (_, fresh) => fresh() }],
];

test.each(BROKEN)(
  'the property is false where %s',
  async (_, why, broken) => {
    const result = await fc.check(
      fc.asyncProperty(runArbitrary, async (run) => void (await live(run, broken))),
      { numRuns: RUNS, seed: 20_220_108, endOnFailure: true },
    );
    expect(String(result.errorInstance), `${result.numRuns} runs`).toMatch(why);
  },
  300_000,
);

/** Leaves the last covered segment out of the body, as one does that lists it without having found it. */
function forgetful(store: LogStore): LogStore {
  return {
    ...store,
    async putMerged(place, id, body, merged) {
      const first = merged.covers[0];
      const part = first === undefined ? undefined : await store.get(place, first);
      await store.putMerged(place, id, part === undefined ? body : new Uint8Array(part), merged);
    },
  };
}
