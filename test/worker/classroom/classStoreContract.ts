import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { KeptAct, Person } from '../../../questions/classroom/act.ts';
import { ActSchema } from '../../../questions/classroom/act.ts';
import { KeptAnswersSchema, StartSchema, type Arrival } from '../../../questions/classroom/attempt.ts';
import {
  ActIdSchema,
  AssignmentIdSchema,
  AttemptIdSchema,
  ClassIdSchema,
  JoinCodeSchema,
  MemberIdSchema,
} from '../../../questions/classroom/ids.ts';
import { StandingReportSchema } from '../../../questions/classroom/recall.ts';
import { LearnerIdSchema, SegmentIdSchema } from '../../../questions/ids.ts';
import type { ClassStore, TryPlace } from '../../../worker/classroom/store.ts';
import { Refusal } from '../../../worker/problem.ts';

/** A store to hold to the contract. */
export interface Provided {
  readonly store: ClassStore;
  /** Resolves when everything that was written can be seen everywhere, and a refused call may be tried again. */
  readonly settle: () => Promise<void>;
}

const id = (letter: string, at: number) =>
  `01J000000000000000${letter}${String(at).padStart(26 - 18 - 1, '0')}`;
export const classId = (at: number) => v.parse(ClassIdSchema, id('C', at));
export const memberId = (at: number) => v.parse(MemberIdSchema, id('M', at));
export const learnerId = (at: number) => v.parse(LearnerIdSchema, String(at).padStart(64, '0'));
export const actId = (at: number) => v.parse(ActIdSchema, id('A', at));
const assignmentId = (at: number) => v.parse(AssignmentIdSchema, id('S', at));
export const attemptId = (at: number) => v.parse(AttemptIdSchema, id('T', at));
const segmentId = (at: number) => v.parse(SegmentIdSchema, id('G', at));
export const codeOf = (at: number) => v.parse(JoinCodeSchema, String(at).padStart(8, '0'));

export const person = (at: number, name = `Person ${at}`): Person => ({
  member: memberId(at),
  name,
  sinceMs: 1_700_000_000_000 + at,
});
export const made = (at: number, code = codeOf(at)): KeptAct => ({
  id: actId(at),
  by: memberId(1),
  act: { type: 'made', name: 'History, 10b', code },
});
const named = (at: number, name: string): KeptAct => ({
  id: actId(at),
  by: memberId(1),
  act: { type: 'name', name },
});

/** An act that fits beside no key: sixty questions are picked. */
export function longAct(at: number): KeptAct {
  const questions = Array.from({ length: 60 }, (_, n) => `a-fact-with-a-long-name-${n}/which-year-was-it`);
  const about = { title: 'Тест', deck: 'harbour', scope: { by: 'questions', questions }, opensAtMs: 1 };
  const draws = { count: null, draw: 'each', seed: 'x', closesAtMs: 2, minutes: null };
  const marking = { attempts: 1, counts: 'first', feedback: 'at-end', points: {} };
  const settings = { kind: 'test', ...about, ...draws, ...marking };
  const act = { type: 'assign', assignment: assignmentId(1), state: 'published', settings };
  return { id: actId(at), by: memberId(1), act: v.parse(ActSchema, act) };
}

export const place = (member: number, assignment = 1, of = 1): TryPlace => ({
  class: classId(of),
  assignment: assignmentId(assignment),
  member: memberId(member),
});
export const start = v.parse(StartSchema, {
  v: 1,
  act: actId(1),
  revision: 'abcdef012345',
  seed: 'a seed',
  questions: 'AbCdEf'.repeat(60),
});
export const arrival = (at: number, receivedAtMs: number, answer: string | null = '#AbCdEf'): Arrival => ({
  segment: segmentId(at),
  receivedAtMs,
  kept: v.parse(KeptAnswersSchema, { v: 1, answers: [[at, answer, 7]] }),
});
const report = (facts: number) =>
  v.parse(StandingReportSchema, {
    facts: Array.from({ length: facts }, (_, at) => ({ fact: `fact-${at}`, stability: 3.5, lastAtMs: at })),
    minutesADay: 4,
  });

/** What every class store promises. The maker gives an empty store for each test. */
export function classStoreContract(name: string, makeStore: () => Promise<Provided>): void {
  const make = async (): Promise<Provided> => patient(await makeStore());

  describe(`${name} keeps classes`, () => {
    it('says that nobody is anything in a class that is not there', async () => {
      const { store } = await make();
      expect(await store.role(classId(1), memberId(1))).toBeNull();
      expect(await store.record(classId(1))).toEqual({ acts: [], teachers: [], students: [], gone: [] });
      expect(await store.person(classId(1), 'student', memberId(1))).toBeUndefined();
      expect(await store.classOfCode(codeOf(1))).toBeUndefined();
      expect(await store.memberships(learnerId(1))).toEqual([]);
    });

    it('knows a teacher, a student, and a student who is gone until taken back in', async () => {
      const { store, settle } = await make();
      await store.putTeacher(classId(1), person(1), learnerId(1));
      for (const at of [2, 3]) await store.putStudent(classId(1), person(at), learnerId(at));
      await store.putGone(classId(1), memberId(3));
      await settle();
      const roles = async () => Promise.all([1, 2, 3].map((at) => store.role(classId(1), memberId(at))));
      expect(await roles()).toEqual(['teacher', 'student', null]);
      expect(await store.role(classId(2), memberId(1))).toBeNull();
      await store.removeGone(classId(1), memberId(3));
      await settle();
      expect(await roles()).toEqual(['teacher', 'student', 'student']);
    });

    it('takes a teacher who is a student too for a teacher', async () => {
      const { store, settle } = await make();
      await store.putStudent(classId(1), person(1), learnerId(1));
      await store.putTeacher(classId(1), person(1), learnerId(1));
      await settle();
      expect(await store.role(classId(1), memberId(1))).toBe('teacher');
    });

    it('gives the record of one class, with every character of a name, and nobody’s learner id', async () => {
      const { store, settle } = await make();
      const theirs = 'Нұрсұлтан “日本” 😀 \\"';
      const acts = [made(1), named(2, theirs), longAct(3)];
      for (const act of acts) await store.putAct(classId(1), act);
      await store.putAct(classId(2), named(4, 'another class'));
      await store.putTeacher(classId(1), person(1), learnerId(1));
      await store.putStudent(classId(1), person(2, theirs), learnerId(2));
      await store.putGone(classId(1), memberId(2));
      await settle();
      const record = await store.record(classId(1));
      expect(record).toEqual({
        acts,
        teachers: [person(1)],
        students: [person(2, theirs)],
        gone: [memberId(2)],
      });
      expect(JSON.stringify(record)).not.toContain(learnerId(2));
    });

    it('has an act and a person once after they were put twice, the person under the last name', async () => {
      const { store, settle } = await make();
      for (const as of ['Ayan', 'Aya']) {
        await store.putAct(classId(1), longAct(1));
        await store.putStudent(classId(1), person(2, as), learnerId(2));
        await settle();
      }
      expect(await store.record(classId(1))).toMatchObject({
        acts: [longAct(1)],
        students: [person(2, 'Aya')],
      });
      const found = { person: person(2, 'Aya'), learner: learnerId(2) };
      expect(await store.person(classId(1), 'student', memberId(2))).toEqual(found);
    });

    it('finds a class by its code, with the act that gave it', async () => {
      const { store, settle } = await make();
      await store.putCode(codeOf(1), { class: classId(1), act: made(1) });
      await settle();
      expect(await store.classOfCode(codeOf(1))).toEqual({ class: classId(1), act: made(1) });
    });

    it('lists a person’s own classes, and no other’s', async () => {
      const { store, settle } = await make();
      const own = [1, 2, 3].map((at) => ({ class: classId(at), role: 'student', name: 'Тарих' }) as const);
      for (const membership of own) await store.putMembership(learnerId(1), membership);
      await store.putMembership(learnerId(2), { class: classId(4), role: 'teacher', name: 'x' });
      await settle();
      await store.removeMembership(learnerId(1), classId(2));
      await settle();
      expect(await store.memberships(learnerId(1))).toEqual([own[0], own[2]]);
      expect(await store.membership(learnerId(1), classId(3))).toEqual(own[2]);
      expect(await store.membership(learnerId(1), classId(2))).toBeUndefined();
    });
  });

  describe(`${name} keeps attempts`, () => {
    it('gives the attempts of an assignment, of all or of one student, by member and attempt', async () => {
      const { store, settle } = await make();
      const text = `=${'Қазақстан '.repeat(40)}`;
      await store.putStart(place(3), attemptId(1), start);
      await store.putArrival(place(3), attemptId(1), arrival(2, 2000));
      await store.putArrival(place(3), attemptId(1), arrival(1, 1000, text));
      await store.putArrival(place(3), attemptId(1), arrival(1, 9000, text));
      await store.putStart(place(2), attemptId(9), start);
      await store.putStart(place(2), attemptId(8), start);
      await store.putStart(place(2, 2), attemptId(7), start);
      await store.putStart(place(2, 1, 2), attemptId(6), start);
      await settle();
      const ofTwo = [8, 9].map((at) => ({
        member: memberId(2),
        attempt: attemptId(at),
        start,
        arrivals: [],
      }));
      const arrivals = [arrival(1, 1000, text), arrival(1, 9000, text), arrival(2, 2000)];
      const ofThree = [{ member: memberId(3), attempt: attemptId(1), start, arrivals }];
      const { class: of, assignment } = place(1);
      expect(await store.attempts(of, assignment)).toEqual([...ofTwo, ...ofThree]);
      expect(await store.attempts(of, assignment, memberId(3))).toEqual(ofThree);
    });

    it('keeps both of two arrivals that have their segment and their moment in common', async () => {
      const { store, settle } = await make();
      const both = ['#AbCdEf', '#GhIjKl'].map((answer) => arrival(1, 1000, answer));
      for (const one of both) await store.putArrival(place(2), attemptId(1), one);
      await settle();
      const [record] = await store.attempts(place(2).class, place(2).assignment);
      expect(record?.arrivals).toHaveLength(2);
      expect(record?.arrivals).toEqual(expect.arrayContaining(both));
    });

    it('gives an attempt whose start is not to be seen yet', async () => {
      const { store, settle } = await make();
      await store.putArrival(place(2), attemptId(1), arrival(1, 1000));
      await settle();
      const record = {
        member: memberId(2),
        attempt: attemptId(1),
        start: null,
        arrivals: [arrival(1, 1000)],
      };
      expect(await store.attempts(place(2).class, place(2).assignment)).toEqual([record]);
    });

    it('gives disputes, of all or of one student, the last words on a question alone', async () => {
      const { store, settle } = await make();
      const dispute = (member: number, at: number, words: string) => ({
        member: memberId(member),
        attempt: attemptId(1),
        at,
        words,
        sinceMs: 5,
      });
      await store.putDispute(place(2), dispute(2, 0, 'first'));
      await settle();
      const last = [dispute(2, 0, 'Неге?'), dispute(2, 12, 'ә'.repeat(500)), dispute(3, 0, 'x')];
      for (const one of last) await store.putDispute({ ...place(2), member: one.member }, one);
      await settle();
      const { class: of, assignment } = place(2);
      expect(await store.disputes(of, assignment)).toEqual(last);
      expect(await store.disputes(of, assignment, memberId(3))).toEqual(last.slice(2));
    });

    it('gives the last standing of each student, small or large', async () => {
      const { store, settle } = await make();
      for (const facts of [100, 3]) {
        for (const at of [2, 3]) await store.putStanding(place(at), facts, report(facts * (at - 2)));
        await settle();
      }
      const kept = [2, 3].map((at) => ({ member: memberId(at), sentAtMs: 3, report: report(3 * (at - 2)) }));
      expect(await store.standings(place(1).class, place(1).assignment)).toEqual(kept);
    });
  });

  describe(`${name} erases a class`, () => {
    it('with its codes and everybody’s entry for it, and nothing of another class', async () => {
      const { store, settle } = await make();
      for (const of of [1, 2]) await fill(store, of);
      await settle();
      while ((await store.erase(classId(1), memberId(1))).more) await settle();
      await settle();
      expect(await store.record(classId(1))).toEqual({ acts: [], teachers: [], students: [], gone: [] });
      const { class: of, assignment } = place(1);
      expect(await store.attempts(of, assignment)).toEqual([]);
      expect(await store.disputes(of, assignment)).toEqual([]);
      expect(await store.standings(of, assignment)).toEqual([]);
      expect(await store.classOfCode(codeOf(1))).toBeUndefined();
      expect(await store.classOfCode(codeOf(2))).toEqual({ class: classId(2), act: made(2) });
      for (const at of [1, 2, 3])
        expect(await store.memberships(learnerId(at))).toMatchObject([{ class: classId(2) }]);
      expect(await store.record(classId(2))).toMatchObject({ acts: [made(2)], students: [{}, {}] });
      expect(await store.attempts(classId(2), assignment)).toHaveLength(2);
    });

    it('leaves who erases it a teacher until nothing else is left', async () => {
      const { store, settle } = await make();
      await fill(store, 1);
      await settle();
      for (let more = true; more;) {
        expect(await store.role(classId(1), memberId(1))).toBe('teacher');
        ({ more } = await store.erase(classId(1), memberId(1)));
        await settle();
      }
      expect(await store.role(classId(1), memberId(1))).toBeNull();
    });
  });
}

async function fill(store: ClassStore, of: number): Promise<void> {
  await store.putAct(classId(of), made(of));
  await store.putCode(codeOf(of), { class: classId(of), act: made(of) });
  await store.putTeacher(classId(of), person(1), learnerId(1));
  await store.putMembership(learnerId(1), { class: classId(of), role: 'teacher', name: 'x' });
  for (const at of [2, 3]) {
    await store.putStudent(classId(of), person(at), learnerId(at));
    await store.putMembership(learnerId(at), { class: classId(of), role: 'student', name: 'x' });
    await store.putStart(place(at, 1, of), attemptId(at), start);
    await store.putArrival(place(at, 1, of), attemptId(at), arrival(1, 1000));
    await store.putStanding(place(at, 1, of), 1, report(100));
  }
  await store.putGone(classId(of), memberId(3));
  const dispute = { member: memberId(2), attempt: attemptId(2), at: 0, words: 'x', sinceMs: 1 };
  await store.putDispute(place(2, 1, of), dispute);
}

/** The same store for a caller who tries again when the store is not available, as a client does. */
function patient({ store, settle }: Provided): Provided {
  const again = async (attempt: () => unknown): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'store-unavailable' || tries === 100) throw error;
        await settle();
      }
    }
  };
  return {
    settle,
    store: new Proxy(store, {
      get:
        (target, name) =>
        (...given: unknown[]) =>
          again(() => Reflect.apply(Reflect.get(target, name), target, given)),
    }),
  };
}
