import { foldClass } from '../../questions/classroom/foldClass.ts';
import { MemberIdSchema } from '../../questions/classroom/ids.ts';
import type { ClassState } from '../../questions/classroom/state.ts';
import { refuseAt, type Refusal } from '../problem.ts';
import { unknownClass, type Caller } from './caller.ts';
import { readId } from './readId.ts';
import type { KnownPerson } from './store.ts';

/**
 * A teacher removes a student, or a student leaves, with every key that was merged into that student; nothing of what was done is
 * lost. A list and up to five gets before; a get, a put and a delete for each key.
 */
export async function removeStudent(caller: Caller, name: string): Promise<void> {
  const { of, member, role, store } = caller;
  if (role === 'student' && name !== member) throw unknownClass();
  const named = await studentNamed(caller, name);
  const everyKey = await everyKeyOf(caller, named, foldClass(await store.record(of)));
  await Promise.all(
    everyKey.flatMap(({ person, learner }) => [
      store.putGone(of, person.member),
      store.removeMembership(learner, of),
    ]),
  );
}

/** A teacher takes a removed student back in, under the name, with all keys and attempts that were there. */
export async function takeBack(caller: Caller, name: string): Promise<void> {
  const { of, store } = caller;
  const named = await studentNamed(caller, name);
  const state = foldClass(await store.record(of));
  const everyKey = await everyKeyOf(caller, named, state);
  await Promise.all(
    everyKey.flatMap(({ person, learner }) => [
      store.removeGone(of, person.member),
      store.putMembership(learner, { class: of, role: 'student', name: state.name }),
    ]),
  );
}

/** The one that was named and the others of the same student; one who became a teacher stays what they are. */
async function everyKeyOf(
  { of, store }: Caller,
  named: KnownPerson,
  { students, teachers }: ClassState,
): Promise<readonly KnownPerson[]> {
  const { member: own } = named.person;
  const members = students.find((student) => student.members.includes(own))?.members ?? [];
  const others = members.filter(
    (member) => member !== own && !teachers.some((teacher) => teacher.member === member),
  );
  const found = await Promise.all(others.map((member) => store.person(of, 'student', member)));
  return [named, ...found.filter((person) => person !== undefined)];
}

/** A student of the class, gone or not, and no teacher; refuses with 404 anybody else. */
async function studentNamed({ of, store }: Caller, name: string): Promise<KnownPerson> {
  const member = readId(MemberIdSchema, name, unknownMember);
  const [found, role] = await Promise.all([store.person(of, 'student', member), store.role(of, member)]);
  if (found === undefined || role === 'teacher') throw unknownMember();
  return found;
}

function unknownMember(): Refusal {
  return refuseAt('member', 'unknown-member', 'is no student of this class');
}
