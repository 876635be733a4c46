import * as v from 'valibot';
import type { AcceptSchema, InvitationSchema, JoinedSchema } from '../../questions/classroom/api.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import { ClassIdSchema, MemberIdSchema, MomentSchema } from '../../questions/classroom/ids.ts';
import { refuseAt, type Refusal } from '../problem.ts';
import type { Caller, Person } from './caller.ts';
import { memberIdOf } from './member.ts';
import { sign, verified } from './signing.ts';

const GOOD_FOR_MS = 7 * 24 * 60 * 60 * 1000;
const PayloadSchema = v.strictObject({ class: ClassIdSchema, by: MemberIdSchema, expiresAtMs: MomentSchema });

/** An invitation of another teacher, good for seven days, for whoever has it. It is stored nowhere. */
export async function invite({
  of,
  member,
  secret,
  nowMs,
}: Caller): Promise<v.InferOutput<typeof InvitationSchema>> {
  const expiresAtMs = nowMs + GOOD_FOR_MS;
  const payload: v.InferInput<typeof PayloadSchema> = { class: of, by: member, expiresAtMs };
  return { invitation: await sign(secret, 'invitation', payload), expiresAtMs };
}

/**
 * Makes a person a teacher of the class; accepting again renames. Refuses with one 404 what this server did not sign and a
 * class that is gone, and with 410 what it signed more than seven days ago. Three gets, a list, two puts.
 */
export async function acceptInvitation(
  { learner, store, secret, nowMs }: Person,
  { invitation, name }: v.InferOutput<typeof AcceptSchema>,
): Promise<v.InferOutput<typeof JoinedSchema>> {
  const invited = await verified(secret, 'invitation', invitation, PayloadSchema);
  if (invited === undefined) throw unknownInvitation();
  if (invited.expiresAtMs < nowMs)
    throw refuseAt('invitation', 'invitation-expired', 'was good for seven days');
  const { class: of, by } = invited;
  if ((await store.role(of, by)) !== 'teacher') throw unknownInvitation();
  const member = await memberIdOf(of, learner);
  const record = await store.record(of);
  const { name: className } = foldClass(record);
  const sinceMs = record.teachers.find((teacher) => teacher.member === member)?.sinceMs ?? nowMs;
  await Promise.all([
    store.putTeacher(of, { member, name, sinceMs }, learner),
    store.putMembership(learner, { class: of, role: 'teacher', name: className }),
  ]);
  return { class: of, name: className, member };
}

function unknownInvitation(): Refusal {
  return refuseAt('invitation', 'unknown-invitation', 'is no invitation of this server');
}
