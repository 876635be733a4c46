import * as v from 'valibot';
import {
  ActSchema,
  KeptActSchema,
  PersonSchema,
  type KeptAct,
  type Person,
} from '../../questions/classroom/act.ts';
import {
  ActIdSchema,
  ClassIdSchema,
  MemberIdSchema,
  type ClassId,
  type MemberId,
} from '../../questions/classroom/ids.ts';
import { LearnerIdSchema, type LearnerId } from '../../questions/ids.ts';
import { orUnavailable } from '../orUnavailable.ts';
import { attemptStore } from './attemptStore.ts';
import { eraseClass } from './eraseClass.ts';
import { getKept, listKept, putKept, valueForGood, valueOf, type ClassKv, type KeptKey } from './kept.ts';
import { keys } from './keys.ts';
import type { ClassStore, Role } from './store.ts';

const KeptActValue = v.strictObject({ v: v.literal(1), act: ActSchema });
const PersonValue = v.strictObject({
  v: v.literal(1),
  name: PersonSchema.entries.name,
  sinceMs: PersonSchema.entries.sinceMs,
  learner: LearnerIdSchema,
});
const CodeValue = v.strictObject({ v: v.literal(1), class: ClassIdSchema, act: KeptActSchema });
const MembershipValue = v.strictObject({
  v: v.literal(1),
  role: v.picklist(['teacher', 'student']),
  name: v.string(),
});

/**
 * Classes in Workers KV. A put or removal of one thing is one operation, and so is a list of up to a thousand keys; `role` is
 * three gets, `person`, `membership` and `classOfCode` one; `record`, `memberships` and the lists of attempts, disputes and
 * standings do one get more for each value that is too large to lie beside its key; `erase`: see `eraseClass`. Keys and values of
 * another form were written by a later version: they are left alone.
 */
export function classStore(kv: ClassKv): ClassStore {
  return {
    ...attemptStore(kv),
    role: (of, member) => roleOf(kv, of, member),
    putTeacher: (of, person, learner) =>
      putKept(kv, keys.teacher(of, person.member), personValue(person, learner)),
    putStudent: (of, person, learner) =>
      putKept(kv, keys.student(of, person.member), personValue(person, learner)),
    async person(of, role, member) {
      const kept = await getKept(kv, keys[role](of, member), PersonValue);
      return kept && { person: personOf(member, kept), learner: kept.learner };
    },
    putGone: (of, member) => putKept(kv, keys.gone(of, member), { v: 1 }),
    removeGone: (of, member) => orUnavailable(kv.delete(keys.gone(of, member))),
    putAct: (of, { id, by, act }) => putKept(kv, keys.act(of, id, by), { v: 1, act }),
    record: async (of) => recordOf(await readAbout(kv, of)),
    putCode: (code, coded) => putKept(kv, keys.code(code), { v: 1, ...coded }),
    async classOfCode(code) {
      const kept = await getKept(kv, keys.code(code), CodeValue);
      return kept && { class: kept.class, act: kept.act };
    },
    putMembership: (learner, { class: of, role, name }) =>
      putKept(kv, keys.membership(learner, of), { v: 1, role, name }),
    removeMembership: (learner, of) => orUnavailable(kv.delete(keys.membership(learner, of))),
    async membership(learner, of) {
      const kept = await getKept(kv, keys.membership(learner, of), MembershipValue);
      return kept && { class: of, role: kept.role, name: kept.name };
    },
    memberships: (learner) => membershipsOf(kv, learner),
    erase: (of, by) => eraseClass(kv, of, by),
  };
}

/** All three at once, whatever is there: how long it takes says nothing. */
async function roleOf(kv: ClassKv, of: ClassId, member: MemberId): Promise<Role> {
  const names = [keys.teacher(of, member), keys.student(of, member), keys.gone(of, member)];
  const found = await orUnavailable(Promise.all(names.map((name) => kv.get(name, 'text'))));
  const [isTeacher, isStudent, isGone] = found.map((value) => value !== null);
  if (isTeacher === true) return 'teacher';
  return isStudent === true && isGone === false ? 'student' : null;
}

/** One thing that is kept about a class. */
type About =
  | { readonly part: 'act'; readonly act: KeptAct }
  | { readonly part: 'teacher' | 'student'; readonly person: Person }
  | { readonly part: 'gone'; readonly member: MemberId };

async function readAbout(kv: ClassKv, of: ClassId): Promise<readonly About[]> {
  const listed = await listKept(kv, keys.about(of));
  return (await Promise.all(listed.map((key) => aboutOf(kv, key)))).flat();
}

async function aboutOf(kv: ClassKv, listed: KeptKey): Promise<readonly About[]> {
  const [part, name = ''] = listed.name.split('/');
  if (part === 'act') return actOf(kv, listed, name);
  const member = v.safeParse(MemberIdSchema, name);
  if (!member.success) return [];
  if (part === 'gone') return [{ part, member: member.output }];
  if (part !== 'teacher' && part !== 'student') return [];
  const kept = await valueOf(kv, listed, PersonValue);
  return kept === undefined ? [] : [{ part, person: personOf(member.output, kept) }];
}

async function actOf(kv: ClassKv, listed: KeptKey, name: string): Promise<readonly About[]> {
  const [idName, byName, ...rest] = name.split('.');
  const id = v.safeParse(ActIdSchema, idName);
  const by = v.safeParse(MemberIdSchema, byName);
  if (!id.success || !by.success || rest.length > 0) return [];
  const kept = await valueForGood(kv, listed, KeptActValue);
  return kept === undefined ? [] : [{ part: 'act', act: { id: id.output, by: by.output, act: kept.act } }];
}

function recordOf(about: readonly About[]) {
  return {
    acts: about.flatMap((one) => (one.part === 'act' ? [one.act] : [])),
    teachers: about.flatMap((one) => (one.part === 'teacher' ? [one.person] : [])),
    students: about.flatMap((one) => (one.part === 'student' ? [one.person] : [])),
    gone: about.flatMap((one) => (one.part === 'gone' ? [one.member] : [])),
  };
}

async function membershipsOf(kv: ClassKv, learner: LearnerId) {
  const listed = await listKept(kv, keys.memberships(learner));
  const found = listed.map(async (key) => {
    const of = v.safeParse(ClassIdSchema, key.name);
    const kept = of.success ? await valueOf(kv, key, MembershipValue) : undefined;
    return of.success && kept ? [{ class: of.output, role: kept.role, name: kept.name }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** The learner id lies beside the name, so that erasing a class finds everybody's own entry for it; it is told to nobody. */
function personValue({ name, sinceMs }: Person, learner: LearnerId): v.InferInput<typeof PersonValue> {
  return { v: 1, name, sinceMs, learner };
}

function personOf(member: MemberId, { name, sinceMs }: v.InferOutput<typeof PersonValue>): Person {
  return { member, name, sinceMs };
}
