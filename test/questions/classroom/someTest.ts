import * as v from 'valibot';
import { TestSchema, type Test } from '../../../questions/classroom/assignment.ts';

/** Settings of a test over a whole deck, with what is changed in them. */
export function someTest(change: Readonly<Record<string, unknown>> = {}): Test {
  return v.parse(TestSchema, {
    kind: 'test',
    title: 'A test',
    deck: 'harbour',
    scope: { by: 'all' },
    opensAtMs: 0,
    count: null,
    draw: 'each',
    seed: 'seed',
    closesAtMs: 1,
    minutes: null,
    attempts: 1,
    counts: 'last',
    feedback: 'after-close',
    points: {},
    ...change,
  });
}
