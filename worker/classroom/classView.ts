import type { ClassRecord } from '../../questions/classroom/act.ts';
import type { Brief, ClassView } from '../../questions/classroom/api.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import type { Assigned, Student } from '../../questions/classroom/state.ts';
import { windowOf } from '../../questions/classroom/window.ts';
import type { Shelf } from '../shelf.ts';
import { unknownClass, type Caller } from './caller.ts';

/** A class as whoever asks may see it: teachers all of its record, a student the own part. One list; a late list costs a get or two. */
export async function viewClass(caller: Caller, shelf: Shelf): Promise<ClassView> {
  const { of, member: me, role, nowMs, store } = caller;
  const record = await withSelf(await store.record(of), caller);
  if (role === 'teacher') return { role, class: of, me, nowMs, record };
  const state = foldClass(record);
  const student = state.students.find(({ members }) => members.includes(me));
  if (student === undefined) throw unknownClass();
  return {
    role,
    class: of,
    me,
    nowMs,
    name: state.name === '' ? await nameWhenJoined(caller) : state.name,
    myName: student.name,
    teachers: state.teachers.map(({ name }) => name),
    archived: state.archived,
    assignments: await Promise.all(
      state.assignments
        .filter((assigned) => assigned.state === 'published')
        .map((assigned) => briefOf(assigned, student, shelf)),
    ),
  };
}

/** Who joined within the last minute need not be listed yet; a teacher's acts count only once the teacher is. */
async function withSelf(record: ClassRecord, { of, member, role, store }: Caller): Promise<ClassRecord> {
  const listed = role === 'teacher' ? record.teachers : record.students;
  if (listed.some((person) => person.member === member)) return record;
  const self = await store.person(of, role, member);
  if (self === undefined) return record;
  const people = [...listed, self.person];
  return role === 'teacher' ? { ...record, teachers: people } : { ...record, students: people };
}

/** What the class was called when the student joined: a class made within the last minute need not be listed yet. */
async function nameWhenJoined({ of, learner, store }: Caller): Promise<string> {
  return (await store.membership(learner, of))?.name ?? '';
}

async function briefOf(assigned: Assigned, student: Student, shelf: Shelf): Promise<Brief> {
  const { id, settings } = assigned;
  const { kind, title, deck } = settings;
  const about = { id, kind, title, deck, deckTitle: (await shelf.find(deck))?.deck.title ?? deck };
  if (settings.kind === 'retain')
    return { ...about, opensAtMs: settings.opensAtMs, endsAtMs: settings.dateMs };
  const { opensAtMs, closesAtMs } = windowOf(assigned, student);
  return { ...about, opensAtMs, endsAtMs: closesAtMs };
}
