import { foldClass } from '../../questions/classroom/foldClass.ts';
import { MemberIdSchema } from '../../questions/classroom/ids.ts';
import { refuseAt, type Refusal } from '../problem.ts';
import { unknownClass, type Caller } from './caller.ts';
import { readId } from './readId.ts';
import type { KnownPerson } from './store.ts';

/** A teacher removes a student, or a student leaves: nothing of what was done is lost. Up to five gets before, a put and a delete. */
export async function removeStudent(caller: Caller, name: string): Promise<void> {
  const { of, member, role, store } = caller;
  if (role === 'student' && name !== member) throw unknownClass();
  const { person, learner } = await studentNamed(caller, name);
  await Promise.all([store.putGone(of, person.member), store.removeMembership(learner, of)]);
}

/** A teacher takes a removed student back in, under the name and with all attempts that were there. */
export async function takeBack(caller: Caller, name: string): Promise<void> {
  const { of, store } = caller;
  const { person, learner } = await studentNamed(caller, name);
  const state = foldClass(await store.record(of));
  await Promise.all([
    store.removeGone(of, person.member),
    store.putMembership(learner, { class: of, role: 'student', name: state.name }),
  ]);
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
