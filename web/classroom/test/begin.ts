import { isSameAttempt } from '../../../questions/classroom/unitedAttempts.ts';
import { warn } from '../../warn.ts';
import type { Said } from '../../askServer.ts';
import { askSitting, beginAttempt } from './attemptClient.ts';
import { AT_FIRST, keepAttempt, keptAttempts, ownerHere, type KeptAttempt } from './keptAttempt.ts';
import type { ReadSitting } from './readSitting.ts';
import { aheadOf } from './sittingRun.ts';
import { mergedWith, untouched } from './worked.ts';
import type { Begun } from './student.tsx';

/**
 * Begins an attempt of a test, or goes on with the one named, and keeps it on this device before it is shown. Where there is no
 * room it begins all the same: its time runs.
 */
export async function begin(
  classId: string,
  test: { readonly id: string; readonly deck: string },
  running: string | undefined,
): Promise<Said<Begun>> {
  const said =
    running === undefined
      ? await beginAttempt(classId, test.id)
      : await askSitting(classId, test.id, running);
  if (!said.ok) return said;
  const sitting = said.value;
  const kept = await keptOf(classId, test, sitting);
  await keepAttempt(null, kept).catch((error: unknown) => warn('The attempt could not be kept here.', error));
  return { ok: true, value: { kept, sitting, isNew: true } };
}

/** With what this device did in it before, and put aside. */
async function keptOf(
  classId: string,
  { id, deck }: { readonly id: string; readonly deck: string },
  sitting: ReadSitting,
): Promise<KeptAttempt> {
  const here = (await keptAttempts()).find(({ fixed }) => isSameAttempt(fixed.attempt, sitting.attempt));
  const worked = new Map(here?.worked);
  for (const given of sitting.answers)
    worked.set(given.at, mergedWith(worked.get(given.at) ?? untouched(given.at), given));
  const owner = await ownerHere();
  return {
    fixed: {
      attempt: here?.fixed.attempt ?? sitting.attempt,
      owner,
      class: classId,
      assignment: id,
      title: sitting.title,
      deck,
      sitting,
      aheadMs: aheadOf(sitting),
    },
    progress: { ...AT_FIRST, parts: here?.progress.parts ?? [] },
    worked,
  };
}
