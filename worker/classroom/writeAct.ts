import type { Act, Repair } from '../../questions/classroom/act.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import type { ActId } from '../../questions/classroom/ids.ts';
import { refuseAt } from '../problem.ts';
import { refuseOthersKeys } from '../published/othersKeys.ts';
import type { Shelf } from '../shelf.ts';
import type { Caller } from './caller.ts';
import { refuseOtherTime } from './makeClass.ts';
import { refuseUnfitRepair } from './repair.ts';

/**
 * Keeps what a teacher did. Refuses an id of another time than now, what the server alone writes, an assignment of a deck
 * that is not here, and a key that its question cannot take. Writing it again changes nothing. One put; before a repair of a key
 * a list.
 */
export async function writeAct(caller: Caller, shelf: Shelf, id: ActId, act: Act): Promise<void> {
  const { of, member, store, nowMs } = caller;
  refuseOtherTime('act', id, nowMs);
  await refuseUnfit(caller, act, shelf);
  if (act.type === 'repair' && act.how.do === 'key') await refuseUnfitKey(caller, shelf, act);
  await store.putAct(of, { id, by: member, act });
}

async function refuseUnfit({ learner }: Caller, act: Act, shelf: Shelf): Promise<void> {
  if (act.type === 'made') throw refuseAt('type', 'invalid-body', 'is written by the server alone');
  if (act.type === 'code' && act.code !== null)
    throw refuseAt('code', 'invalid-body', 'is given by the server alone');
  // A deck may have gone since; then the assignment can still be withdrawn.
  if (act.type === 'assign' && act.state !== 'withdrawn')
    await refuseOthersKeys(learner, await shelf.deck(act.settings.deck));
}

/** Of an assignment that a late list does not show yet, or whose deck is gone, nothing can be said: the fold passes over an unfit key. */
async function refuseUnfitKey({ of, store }: Caller, shelf: Shelf, repair: Repair): Promise<void> {
  const { assignments } = foldClass(await store.record(of));
  const assigned = assignments.find(({ id }) => id === repair.assignment);
  const shelved = assigned && (await shelf.find(assigned.settings.deck));
  if (shelved !== undefined) refuseUnfitRepair(shelved, repair);
}
