import type { ClassRecord } from '../../questions/classroom/act.ts';
import type { Brief, ClassView } from '../../questions/classroom/api.ts';
import { foldClass } from '../../questions/classroom/foldClass.ts';
import type { Assigned, Student } from '../../questions/classroom/state.ts';
import { windowOf } from '../../questions/classroom/window.ts';
import type { Shelf } from '../shelf.ts';
import { unknownClass, type Caller } from './caller.ts';

/** A class as whoever asks may see it: teachers all of its record, a student the own part. One list; a late list costs one get. */
export async function viewClass(caller: Caller, shelf: Shelf): Promise<ClassView> {
  const { of, member: me, role, store, nowMs } = caller;
  const record = await store.record(of);
  if (role === 'teacher') return { role, class: of, me, nowMs, record };
  const state = foldClass(await withSelf(record, caller));
  const student = state.students.find(({ members }) => members.includes(me));
  if (student === undefined) throw unknownClass();
  return {
    role,
    class: of,
    me,
    nowMs,
    name: state.name,
    myName: student.name,
    teachers: state.teachers.map(({ name }) => name),
    archived: state.archived,
    assignments: state.assignments
      .filter((assigned) => assigned.state === 'published')
      .map((assigned) => briefOf(assigned, student, shelf)),
  };
}

/** Who joined within the last minute need not be listed yet. */
async function withSelf(record: ClassRecord, { of, member, store }: Caller): Promise<ClassRecord> {
  if (record.students.some((student) => student.member === member)) return record;
  const self = await store.student(of, member);
  return self === undefined ? record : { ...record, students: [...record.students, self.person] };
}

function briefOf(assigned: Assigned, student: Student, shelf: Shelf): Brief {
  const { id, settings } = assigned;
  const { kind, title, deck } = settings;
  const about = { id, kind, title, deck, deckTitle: shelf.find(deck)?.deck.title ?? deck };
  if (settings.kind === 'retain')
    return { ...about, opensAtMs: settings.opensAtMs, endsAtMs: settings.dateMs };
  const { opensAtMs, closesAtMs } = windowOf(assigned, student);
  return { ...about, opensAtMs, endsAtMs: closesAtMs };
}
