import type { Act, ClassRecord, KeptAct, Person } from './act.ts';
import type { AssignmentId, JoinCode, MemberId } from './ids.ts';
import type { Allowance, Assigned, ClassState, Decision, HeldRepair, Student } from './state.ts';

type ActOf<T extends Act['type']> = KeptAct & { readonly act: Extract<Act, { type: T }> };

/**
 * What a class comes to: the fold of its teachers' acts in the order of their ids. Total: any set of acts and people, in
 * any order and with any repetition, gives the same state. Acts of others do not count.
 */
export function foldClass(record: ClassRecord): ClassState {
  const teachers = distinctPeople(record.teachers);
  const acts = countedActs(record.acts, new Set(teachers.map(({ member }) => member)));
  const personOf = mergedInto(actsOf(acts, 'merge'), new Set(record.students.map(({ member }) => member)));
  return {
    name: nameIn(acts),
    archived: actsOf(acts, 'archive').at(-1)?.act.archived ?? false,
    code: codeIn(acts),
    teachers: [...teachers].sort(byName),
    students: studentsOf(record, acts, personOf),
    assignments: assignmentsOf(acts, personOf),
  };
}

/** Each act once, in the order of ids, and where two teachers have one, of theirs; of two under one key always the same one. */
function countedActs(acts: readonly KeptAct[], teachers: ReadonlySet<MemberId>): readonly KeptAct[] {
  const byKey = new Map<string, KeptAct>();
  for (const kept of acts) {
    const key = `${kept.id}.${kept.by}`;
    const known = byKey.get(key);
    const isFirst = known === undefined || JSON.stringify(kept.act) < JSON.stringify(known.act);
    if (teachers.has(kept.by) && isFirst) byKey.set(key, kept);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kept]) => kept);
}

function actsOf<T extends Act['type']>(acts: readonly KeptAct[], type: T): readonly ActOf<T>[] {
  return acts.filter((kept): kept is ActOf<T> => kept.act.type === type);
}

function nameIn(acts: readonly KeptAct[]): string {
  const names = acts.flatMap(({ act }) => (act.type === 'made' || act.type === 'name' ? [act.name] : []));
  return names.at(-1) ?? '';
}

function codeIn(acts: readonly KeptAct[]): JoinCode | null {
  const codes = acts.flatMap(({ act }) => (act.type === 'made' || act.type === 'code' ? [act.code] : []));
  return codes.at(-1) ?? null;
}

/** Whom a member's attempts belong to. */
type PersonOf = (member: MemberId) => MemberId;

/** Follows merges to their end; one of a stranger, or one that would make a circle, is no merge. */
function mergedInto(merges: readonly ActOf<'merge'>[], students: ReadonlySet<MemberId>): PersonOf {
  const next = new Map<MemberId, MemberId>();
  const personOf: PersonOf = (member) => {
    const into = next.get(member);
    return into === undefined ? member : personOf(into);
  };
  for (const { act } of merges) {
    const from = personOf(act.from);
    const into = personOf(act.into);
    if (from !== into && students.has(act.from) && students.has(act.into)) next.set(from, into);
  }
  return personOf;
}

function studentsOf(record: ClassRecord, acts: readonly KeptAct[], personOf: PersonOf): readonly Student[] {
  const given = new Map(actsOf(acts, 'student').map(({ act }) => [act.member, act.name]));
  const gone = new Set(record.gone);
  const people = [...distinctPeople(record.students)].sort(byId);
  return people
    .filter(({ member }) => personOf(member) === member)
    .map(({ member, name, sinceMs }) => ({
      member,
      name: given.get(member) ?? name,
      joinedAtMs: sinceMs,
      gone: gone.has(member),
      members: [
        member,
        ...people.flatMap((other) =>
          other.member !== member && personOf(other.member) === member ? [other.member] : [],
        ),
      ],
    }))
    .sort(byName);
}

/** A person who joined again under another name has one key in the store; of two records the later one holds. */
function distinctPeople(people: readonly Person[]): readonly Person[] {
  const byMember = new Map<MemberId, Person>();
  for (const person of people) {
    const known = byMember.get(person.member);
    if (known === undefined || ageOf(known) < ageOf(person)) byMember.set(person.member, person);
  }
  return [...byMember.values()];
}

function ageOf({ sinceMs, name }: Person): string {
  return `${String(sinceMs).padStart(16, '0')} ${name}`;
}

function byId(a: { readonly member: MemberId }, b: { readonly member: MemberId }): number {
  return a.member < b.member ? -1 : 1;
}

/** By name as code units order it, the same on every machine, then by id. */
function byName(a: Pick<Person, 'name' | 'member'>, b: Pick<Person, 'name' | 'member'>): number {
  return a.name === b.name ? byId(a, b) : a.name < b.name ? -1 : 1;
}

function assignmentsOf(acts: readonly KeptAct[], personOf: PersonOf): readonly Assigned[] {
  const versions = new Map<AssignmentId, ActOf<'assign'>>();
  const published = new Set<AssignmentId>();
  for (const kept of actsOf(acts, 'assign')) {
    const { assignment, state } = kept.act;
    const before = versions.get(assignment);
    if (before !== undefined && published.has(assignment) && !isAlike(before, kept)) continue;
    versions.set(assignment, kept);
    if (state === 'published') published.add(assignment);
  }
  return [...versions.values()]
    .flatMap((kept) => assignedBy(kept, acts, personOf))
    .sort((a, b) => a.settings.opensAtMs - b.settings.opensAtMs || (a.id < b.id ? -1 : 1));
}

/** What students may have begun keeps its kind and its deck, also while it is a draft again. */
function isAlike({ act: before }: ActOf<'assign'>, { act: next }: ActOf<'assign'>): boolean {
  return before.settings.kind === next.settings.kind && before.settings.deck === next.settings.deck;
}

function assignedBy(
  { id: act, act: { assignment: id, state, settings } }: ActOf<'assign'>,
  acts: readonly KeptAct[],
  personOf: PersonOf,
): readonly Assigned[] {
  if (state === 'withdrawn') return [];
  const own = acts.filter((kept) => 'assignment' in kept.act && kept.act.assignment === id);
  return [
    {
      id,
      state,
      act,
      settings,
      allowances: allowancesIn(actsOf(own, 'allow'), personOf),
      repairs: repairsIn(actsOf(own, 'repair')),
      decisions: actsOf(own, 'decide').map(({ act: decided }): Decision => {
        const { member, attempt, at, decision, words } = decided;
        return { member, attempt, at, decision, words };
      }),
    },
  ];
}

/** What was allowed to a student's own member comes before what was allowed to one who was merged into it. */
function allowancesIn(
  allows: readonly ActOf<'allow'>[],
  personOf: PersonOf,
): ReadonlyMap<MemberId, Allowance> {
  const found = new Map<MemberId, Allowance>();
  for (const isOwn of [false, true]) {
    for (const { act } of allows) {
      const person = personOf(act.member);
      if ((person === act.member) !== isOwn) continue;
      const { extraMinutes, opensAtMs, closesAtMs } = act;
      found.set(person, { extraMinutes, opensAtMs, closesAtMs });
    }
  }
  return found;
}

function repairsIn(repairs: readonly ActOf<'repair'>[]): readonly HeldRepair[] {
  let held: readonly HeldRepair[] = [];
  for (const { id, act } of repairs) {
    const { question, how, words } = act;
    if (how.do === 'undo') held = held.filter((repair) => repair.question !== question);
    else held = [...held, { act: id, question, how, words }];
  }
  return held;
}
