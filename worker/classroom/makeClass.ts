import * as v from 'valibot';
import type { KeptAct } from '../../questions/classroom/act.ts';
import type { CodeSchema, MadeClassSchema, MakeClassSchema } from '../../questions/classroom/api.ts';
import { momentOf, type ActId } from '../../questions/classroom/ids.ts';
import { refuseAt } from '../problem.ts';
import type { Caller, Person } from './caller.ts';
import { joinCodeOf } from './joinCode.ts';
import { classIdOf, memberIdOf } from './member.ts';

/** How far (in ms) the time in an act's id may be from now: acts are folded in its order. */
const OFF_MAX_MS = 10 * 60 * 1000;

/** Makes a class, or the same one again: everything follows from the maker's key and the nonce. Four puts. */
export async function makeClass(
  { learner, store, secret, nowMs }: Person,
  { nonce, name, teacher }: v.InferOutput<typeof MakeClassSchema>,
): Promise<v.InferOutput<typeof MadeClassSchema>> {
  refuseOtherTime('nonce', nonce, nowMs);
  const of = await classIdOf(learner, nonce);
  const by = await memberIdOf(of, learner);
  const code = await joinCodeOf(secret, of, nonce);
  const act: KeptAct = { id: nonce, by, act: { type: 'made', name, code } };
  await Promise.all([
    store.putTeacher(of, { member: by, name: teacher, sinceMs: momentOf(nonce) }, learner),
    store.putAct(of, act),
    store.putCode(code, { class: of, act }),
    store.putMembership(learner, { class: of, role: 'teacher', name }),
  ]);
  return { class: of, code };
}

/** A new code of a class, or the same one again: it follows from the act. Two puts. */
export async function newCode(
  { of, member, store, secret, nowMs }: Caller,
  id: ActId,
): Promise<v.InferOutput<typeof CodeSchema>> {
  refuseOtherTime('act', id, nowMs);
  const code = await joinCodeOf(secret, of, id);
  const act: KeptAct = { id, by: member, act: { type: 'code', code } };
  await Promise.all([store.putCode(code, { class: of, act }), store.putAct(of, act)]);
  return { code };
}

/** Refuses an act whose id is of another time (ms since 1970) than now: it could come before what is already folded. */
export function refuseOtherTime(path: string, id: ActId, nowMs: number): void {
  if (Math.abs(momentOf(id) - nowMs) <= OFF_MAX_MS) return;
  throw refuseAt(path, 'act-not-now', 'is of a time more than 10 minutes from now');
}
