import fc from 'fast-check';
import { expect, test } from 'vitest';
import { live, runArbitrary } from './steps.ts';

/** Set STEPPE_FAULT_RUNS for more runs, of other seeds every time. */
const wanted = Number(process.env['STEPPE_FAULT_RUNS'] ?? 0);
const runs = wanted > 0 ? wanted : 10_000;
const seed = wanted > 0 ? {} : { seed: 20_220_108 };

test(`whatever happens, what was shown as saved is in the log once, and all devices agree (${runs} runs)`, async () => {
  let operations = 0;
  await fc.assert(
    fc.asyncProperty(runArbitrary, async (run) => {
      const { kv } = await live(run);
      operations += kv.operations.put + kv.operations.delete;
    }),
    { numRuns: runs, ...seed },
  );
  expect(operations).toBeGreaterThan(runs);
}, 600_000);
