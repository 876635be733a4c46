import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import type { Act } from '../../../questions/classroom/act.ts';
import { SittingSchema, type Sitting } from '../../../questions/classroom/api.ts';
import type { Retain, Test } from '../../../questions/classroom/assignment.ts';
import {
  ActIdSchema,
  AssignmentIdSchema,
  JoinCodeSchema,
  type AssignmentId,
  type ClassId,
  type MemberId,
} from '../../../questions/classroom/ids.ts';
import { DeckIdSchema } from '../../../questions/ids.ts';
import { ulid } from '../../../questions/ulid.ts';
import { classStore } from '../../../worker/classroom/classStore.ts';
import { classIdOf, memberIdOf } from '../../../worker/classroom/member.ts';
import { learnerOf } from '../../../worker/learner.ts';
import { ask, by, sending } from '../ask.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** A class in the store, with what the tests do to it. */
export interface SomeClass {
  readonly of: ClassId;
  readonly teacher: string;
  /** Writes an act of the teacher's. */
  act(act: Act): Promise<void>;
  /** Lets a learner key in as a student; who that is. */
  join(key: string, name?: string): Promise<MemberId>;
  /** Who a learner key is in this class. */
  member(key: string): Promise<MemberId>;
  /** Sets a test (published, open, of the harbour) or changes it; its address. */
  test(settings?: Partial<Test>, id?: AssignmentId): Promise<Assigned>;
  retain(settings?: Partial<Retain>): Promise<Assigned>;
}

export interface Assigned {
  readonly id: AssignmentId;
  readonly settings: Test | Retain;
  /** Its address in the API. */
  readonly path: string;
}

let acts = 0;

/** An id that follows all earlier ones, at this moment. */
export function nextId(atMs = Date.now()): string {
  acts += 1;
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(0, acts);
  return ulid(atMs, random);
}

/** Makes a class of its own for each teacher's key. */
export async function someClass(teacher: string): Promise<SomeClass> {
  const store = classStore(env.PROGRESS);
  const learner = await idOf(teacher);
  const of = await classIdOf(learner, v.parse(ActIdSchema, nextId()));
  const me = await memberIdOf(of, learner);
  const act = (done: Act): Promise<void> =>
    store.putAct(of, { id: v.parse(ActIdSchema, nextId()), by: me, act: done });
  const assign = async (settings: Test | Retain, id: AssignmentId): Promise<Assigned> => {
    await act({ type: 'assign', assignment: id, state: 'published', settings });
    return { id, settings, path: `/classes/${of}/assignments/${id}` };
  };
  await store.putTeacher(of, { member: me, name: 'Ms Grey', sinceMs: Date.now() }, learner);
  await act({ type: 'made', name: 'History 9b', code: v.parse(JoinCodeSchema, 'ABCDEFGH') });
  return {
    of,
    teacher,
    act,
    member: async (key) => memberIdOf(of, await idOf(key)),
    async join(key, name = 'Ann') {
      const student = await idOf(key);
      const member = await memberIdOf(of, student);
      await store.putStudent(of, { member, name, sinceMs: Date.now() }, student);
      return member;
    },
    test: (settings = {}, id = newAssignment()) => assign({ ...someTest(), ...settings }, id),
    retain: (settings = {}) => assign({ ...someRetain(), ...settings }, newAssignment()),
  };
}

/** Begins or goes on with a test. */
export async function sit({ path }: Assigned, key: string): Promise<Sitting> {
  const response = await ask(`${path}/attempts`, sending('POST', {}, by(key)));
  return v.parse(SittingSchema, await response.json());
}

async function idOf(key: string) {
  return learnerOf(`Bearer ${key}`);
}

function newAssignment(): AssignmentId {
  return v.parse(AssignmentIdSchema, nextId());
}

function someTest(): Test {
  return {
    kind: 'test',
    title: 'The harbour',
    deck: v.parse(DeckIdSchema, 'harbour'),
    scope: { by: 'all' },
    opensAtMs: Date.now() - MINUTE_MS,
    count: null,
    draw: 'same',
    seed: 'one',
    closesAtMs: Date.now() + 60 * MINUTE_MS,
    minutes: null,
    attempts: 1,
    counts: 'first',
    feedback: 'at-end',
    points: {},
  };
}

function someRetain(): Retain {
  return {
    kind: 'retain',
    title: 'Until the exam',
    deck: v.parse(DeckIdSchema, 'harbour'),
    scope: { by: 'all' },
    opensAtMs: Date.now() - MINUTE_MS,
    dateMs: Date.now() + 30 * DAY_MS,
    target: 0.9,
  };
}

/** A learner key that begins with a name, of which I, L, O and U are left out. */
export function keyNamed(name: string): string {
  return name.replace(/[^0-9A-HJKMNP-TV-Z]/g, '').padEnd(32, '0');
}

const OperationsSchema = v.strictObject({
  put: v.number(),
  list: v.number(),
  get: v.number(),
  delete: v.number(),
});
type Operations = v.InferOutput<typeof OperationsSchema>;

/** The KV operations that the Worker does meanwhile. */
export async function countedIn(work: () => Promise<unknown>): Promise<Operations> {
  const before = await operations();
  await work();
  const after = await operations();
  return {
    put: after.put - before.put,
    list: after.list - before.list,
    get: after.get - before.get,
    delete: after.delete - before.delete,
  };
}

async function operations(): Promise<Operations> {
  return v.parse(OperationsSchema, await (await ask('https://steppe.example/api/test/kv')).json());
}
