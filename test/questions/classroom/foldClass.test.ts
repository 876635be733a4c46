import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, ClassRecord } from '../../../questions/classroom/act.ts';
import { foldClass } from '../../../questions/classroom/foldClass.ts';
import type { ClassState } from '../../../questions/classroom/state.ts';
import { shuffled } from '../../../questions/seed.ts';
import {
  allow,
  anyClass,
  ASSIGNMENT,
  assign,
  classOf,
  code,
  kept,
  member,
  merge,
  OPENS_MS,
  OTHER_ASSIGNMENT,
  person,
  repair,
} from './someClass.ts';
import { someTest } from './someTest.ts';

const bytes = (state: ClassState): string =>
  JSON.stringify(state, (_, value: unknown) => (value instanceof Map ? [...value.entries()] : value));
const withActs = (...acts: readonly Act[]): ClassRecord =>
  classOf({ acts: acts.map((act, at) => kept(at + 1, act)) });
const stateOf = (...acts: readonly Act[]): ClassState => foldClass(withActs(...acts));
const assignedAfter = (...acts: readonly Act[]) => stateOf(...acts).assignments[0];
const namesIn = ({ students }: ClassState) => students.map(({ name }) => name);

describe('foldClass, for any record of a class', () => {
  it('returns the same class whatever the order of what is kept, and however often it is listed', () => {
    fc.assert(
      fc.property(anyClass, fc.integer(), (record, seed) => {
        const again: ClassRecord = {
          acts: [...shuffled([...record.acts, ...record.acts], seed)],
          teachers: [...shuffled([...record.teachers, ...record.teachers], seed)],
          students: [...shuffled([...record.students, ...record.students], seed)],
          gone: [...shuffled([...record.gone, ...record.gone], seed)],
        };
        expect(bytes(foldClass(again))).toBe(bytes(foldClass(record)));
      }),
      { numRuns: 500 },
    );
  });

  it('has every student once, as one person, whatever was merged', () => {
    fc.assert(
      fc.property(anyClass, (record) => {
        const { students } = foldClass(record);
        const all = students.flatMap(({ members }) => members);
        expect([...all].sort()).toEqual(record.students.map((one) => one.member).sort());
        expect(students.every(({ member: own, members }) => members[0] === own)).toBe(true);
      }),
    );
  });

  it('counts nothing that somebody else than a teacher of the class did', () => {
    fc.assert(
      fc.property(anyClass, (record) => {
        const teachers = new Set(record.teachers.map((one) => one.member));
        const own = record.acts.filter(({ by }) => teachers.has(by));
        expect(bytes(foldClass(record))).toBe(bytes(foldClass({ ...record, acts: own })));
      }),
    );
  });
});

describe('a class', () => {
  const made: Act = { type: 'made', name: 'History 9b', code: code('ABCDEFGH') };

  it('has the name and the code of its making until they are changed', () => {
    expect(stateOf(made)).toMatchObject({ name: 'History 9b', code: 'ABCDEFGH', archived: false });
    const changed = stateOf(made, { type: 'name', name: '10b' }, { type: 'code', code: code('00000000') });
    expect(changed).toMatchObject({ name: '10b', code: '00000000' });
    expect(stateOf(made, { type: 'code', code: null }).code).toBeNull();
  });

  it('is archived as its last act says', () => {
    const [shut, opened] = [true, false].map((archived): Act => ({ type: 'archive', archived }));
    expect(stateOf(made, shut ?? made).archived).toBe(true);
    expect(stateOf(made, shut ?? made, opened ?? made).archived).toBe(false);
  });

  it('orders two teachers’ acts of one id by who did them', () => {
    const teachers = [person(900, 'Ms Grey'), person(901, 'Mr Hill')];
    const acts = [901, 900].map((by) => kept(1, { type: 'name', name: `of ${by}` }, member(by)));
    expect(foldClass(classOf({ teachers, acts })).name).toBe('of 901');
  });
});

describe('students', () => {
  it('are called what they say, or what a teacher calls them, and stand by name', () => {
    const renamed: Act = { type: 'student', member: member(1), name: 'Zoe' };
    expect(namesIn(stateOf(renamed))).toEqual(['Ben', 'Cleo', 'Zoe']);
    const nobody: Act = { type: 'student', member: member(77), name: 'Nobody' };
    expect(namesIn(stateOf(nobody))).toEqual(['Ann', 'Ben', 'Cleo']);
  });

  it('stay, marked as gone, when they were removed', () => {
    const { students } = foldClass(classOf({ gone: [member(2)] }));
    expect(students.map(({ gone }) => gone)).toEqual([false, true, false]);
  });

  it('who are merged are one person, over several steps', () => {
    const { students } = stateOf(merge(1, 2), merge(2, 3));
    expect(students).toMatchObject([{ name: 'Cleo', members: [member(3), member(1), member(2)] }]);
  });

  it('are not merged in a circle, with themselves, or with a stranger', () => {
    expect(bytes(stateOf(merge(1, 2), merge(2, 1)))).toBe(bytes(stateOf(merge(1, 2))));
    expect(bytes(stateOf(merge(1, 2), merge(2, 3), merge(3, 1)))).toBe(
      bytes(stateOf(merge(1, 2), merge(2, 3))),
    );
    expect(bytes(stateOf(merge(1, 1), merge(1, 77), merge(77, 1)))).toBe(bytes(stateOf()));
  });
});

describe('an assignment', () => {
  const titled = (title: string) => assign({ title });
  const islands = someTest({ deck: 'islands' }).deck;

  it('is as its last act says, and names that act', () => {
    const assigned = assignedAfter(titled('One'), titled('Two'));
    expect(assigned).toMatchObject({ id: ASSIGNMENT, state: 'published', act: kept(2, titled('Two')).id });
    expect(assigned?.settings.title).toBe('Two');
  });

  it('is not there once it is withdrawn, and is again when it is set again', () => {
    expect(stateOf(assign(), assign({}, 'withdrawn')).assignments).toEqual([]);
    expect(stateOf(assign(), assign({}, 'withdrawn'), assign()).assignments).toHaveLength(1);
  });

  it('changes its deck as a draft, and never once it was published', () => {
    const other = assign({ deck: islands });
    expect(assignedAfter(assign({}, 'draft'), other)?.settings.deck).toBe('islands');
    for (const between of [[], [assign({}, 'draft')], [assign({}, 'withdrawn'), assign({}, 'draft')]])
      expect(assignedAfter(assign(), ...between, other)?.settings.deck).toBe('harbour');
  });

  it('changes its kind never once it was published', () => {
    const { title, deck, scope, opensAtMs } = someTest();
    const retain: Act = {
      type: 'assign',
      assignment: ASSIGNMENT,
      state: 'published',
      settings: { kind: 'retain', title, deck, scope, opensAtMs, dateMs: OPENS_MS, target: 0.9 },
    };
    expect(assignedAfter(assign(), retain)?.settings.kind).toBe('test');
    expect(assignedAfter(assign({}, 'draft'), retain)?.settings.kind).toBe('retain');
  });

  it('stands by its opening', () => {
    const earlier: Act = {
      type: 'assign',
      assignment: OTHER_ASSIGNMENT,
      state: 'draft',
      settings: someTest({ opensAtMs: 0 }),
    };
    expect(stateOf(assign(), earlier).assignments.map(({ id }) => id)).toEqual([
      OTHER_ASSIGNMENT,
      ASSIGNMENT,
    ]);
  });

  it('gives each student what was last allowed', () => {
    const { allowances } = assignedAfter(assign(), allow(1, 10), allow(1, 25), allow(2, 5)) ?? {};
    expect(allowances?.get(member(1))?.extraMinutes).toBe(25);
    expect(allowances?.get(member(2))?.extraMinutes).toBe(5);
    expect(allowances?.has(member(3))).toBe(false);
  });

  it('gives a student who lost the key what was allowed under it, unless the new one has its own', () => {
    const extra = (...acts: readonly Act[]) =>
      assignedAfter(assign(), ...acts)?.allowances.get(member(2))?.extraMinutes;
    expect(extra(allow(1, 10), merge(1, 2))).toBe(10);
    expect(extra(allow(2, 5), allow(1, 10), merge(1, 2))).toBe(5);
    expect(assignedAfter(assign(), allow(1, 10), merge(1, 2))?.allowances.has(member(1))).toBe(false);
  });

  it('holds its repairs in order, without those that were taken back', () => {
    const [credit, drop, undo] = (['credit', 'drop', 'undo'] as const).map((how) => ({ do: how }));
    if (credit === undefined || drop === undefined || undo === undefined) throw new Error('Inconsistent');
    const held = (...acts: readonly Act[]) =>
      assignedAfter(assign(), ...acts)?.repairs.map(({ question, how }) => `${question} ${how.do}`);
    expect(held(repair('a/x', drop), repair('b/x', credit))).toEqual(['a/x drop', 'b/x credit']);
    expect(held(repair('a/x', drop), repair('b/x', credit), repair('a/x', undo))).toEqual(['b/x credit']);
    expect(held(repair('a/x', drop), repair('a/x', undo), repair('a/x', credit))).toEqual(['a/x credit']);
  });
});
