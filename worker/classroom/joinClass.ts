import * as v from 'valibot';
import type { ClassRecord } from '../../questions/classroom/act.ts';
import type { JoinedSchema, JoinSchema } from '../../questions/classroom/api.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import { momentOf } from '../../questions/classroom/ids.ts';
import { refuseAt, type Refusal } from '../problem.ts';
import type { Person } from './caller.ts';
import { memberIdOf } from './member.ts';
import type { CodedClass } from './store.ts';

/** So many students a class may have, those who are gone included: keys cost nothing, and everybody's every request lists them. */
const STUDENTS_MAX = 500;
/** For so long (in ms) a list may not show an act yet. */
const LATE_MS = 2 * 60 * 1000;

/**
 * Makes a person a student of the class that has this code now, or renames a student who joins again; a teacher of the
 * class stays what they are. Refuses with one 404 a code that no class has, or no longer, of an archived class, and a student who was
 * removed; with 403 a newcomer to a full class. A get, a list, two puts.
 */
export async function joinClass(
  { learner, store, nowMs }: Person,
  { code, name }: v.InferOutput<typeof JoinSchema>,
): Promise<v.InferOutput<typeof JoinedSchema>> {
  const coded = await store.classOfCode(code);
  if (coded === undefined) throw unknownCode();
  const { class: of } = coded;
  const member = await memberIdOf(of, learner);
  const record = withOwnAct(await store.record(of), coded, nowMs);
  const state = foldClass(record);
  if (state.code !== code || state.archived || record.gone.includes(member)) throw unknownCode();
  const joined = { class: of, name: state.name, member };
  if (record.teachers.some((teacher) => teacher.member === member)) return joined;
  const known = record.students.find((student) => student.member === member);
  if (known === undefined && record.students.length >= STUDENTS_MAX)
    throw refuseAt('code', 'class-full', `is of a class that has ${STUDENTS_MAX} students`);
  const sinceMs = known?.sinceMs ?? nowMs;
  await Promise.all([
    store.putStudent(of, { member, name, sinceMs }, learner),
    store.putMembership(learner, { class: of, role: 'student', name: state.name }),
  ]);
  return joined;
}

/**
 * With the act that made the code, and its teacher, where it is so new that a late list need not show them; an older one that is
 * not there was erased.
 */
function withOwnAct(record: ClassRecord, { act }: CodedClass, nowMs: number): ClassRecord {
  const { acts, teachers } = record;
  if (momentOf(act.id) < nowMs - LATE_MS) return record;
  const isListed = teachers.some(({ member }) => member === act.by);
  const teacher = { member: act.by, name: '', sinceMs: momentOf(act.id) };
  return { ...record, acts: [...acts, act], teachers: isListed ? teachers : [...teachers, teacher] };
}

/** One refusal, so that nobody learns of a class by its code but who may join it. */
function unknownCode(): Refusal {
  return refuseAt('code', 'unknown-code', 'is the code of no class that can be joined');
}
