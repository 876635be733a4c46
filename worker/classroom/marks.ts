import type * as v from 'valibot';
import type { TrialSchema } from '../../questions/classroom/api.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import { repairEffect, type GradebookInput } from '../../questions/classroom/foldGradebook.ts';
import type { RepairEffect } from '../../questions/classroom/gradebook.ts';
import type { Shelf } from '../shelf.ts';
import { asTest, assignedIn, type Caller } from './caller.ts';
import { refuseUnfitRepair } from './repair.ts';

/** Everything that a test's marks are folded from: a list of the class, one of the attempts, one of the disputes. */
export async function gradebookInput(caller: Caller, shelf: Shelf, id: string): Promise<GradebookInput> {
  const { store, of, nowMs } = caller;
  const state = foldClass(await store.record(of));
  const assigned = asTest(assignedIn(state, id));
  const compiled = await shelf.deck(assigned.settings.deck);
  const [attempts, disputes] = await Promise.all([
    store.attempts(of, assigned.id),
    store.disputes(of, assigned.id),
  ]);
  return { compiled, state, assigned, attempts, disputes, nowMs };
}

/** Whose marks a repair would change, and how; nothing is written. Refuses with 422 a key that does not fit the question. */
export function tryRepair(input: GradebookInput, trial: v.InferOutput<typeof TrialSchema>): RepairEffect {
  refuseUnfitRepair(input.compiled, trial);
  return repairEffect(input, trial);
}
