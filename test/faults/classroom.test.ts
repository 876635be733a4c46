import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  GradebookReplySchema,
  JoinedSchema,
  MadeClassSchema,
  SavedSchema,
  SittingSchema,
  SubmittedSchema,
  type Sitting,
} from '../../questions/classroom/api.ts';
import { serialiseGradebook } from '../../questions/classroom/foldGradebook.ts';
import type { Gradebook } from '../../questions/classroom/gradebook.ts';
import { randomFrom, shuffled } from '../../questions/seed.ts';
import { ulid } from '../../questions/ulid.ts';
import { createApp } from '../../worker/app.ts';
import { someAnswer } from '../questions/classroom/someAnswer.ts';
import { kazakhstan } from '../questions/classroom/someDecks.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { HONEST, HOSTILE, HostileKv } from './hostileKv.ts';
import { STALE_MS } from './keyHistory.ts';
import { Turns } from './turns.ts';

const STUDENTS = 200;
const QUESTIONS = 20;
const WITHIN_MS = 10_000;
const TRIES_MAX = 60;
const START_MS = Date.UTC(2026, 10, 24, 9);
const HOUR_MS = 3_600_000;

/** The Worker over a hostile KV at two locations, with time as an argument: one school on one bad day. */
class School {
  readonly chance: Chance;
  kv: HostileKv;
  readonly #app = createApp([kazakhstan]);
  nowMs = START_MS;

  constructor(seed: number) {
    this.chance = chanceFrom(randomFrom(`school ${seed}`));
    this.kv = this.#emptyStore();
  }

  #emptyStore(): HostileKv {
    const turns = new Turns();
    turns.letThrough();
    const clock = () => this.nowMs;
    return new HostileKv({ clock, chance: this.chance, turns, faults: HONEST, locations: 2 });
  }

  /** Loses everything but the keys of the store, and puts them into another one, in an order of chance. */
  async moveToNewStore(): Promise<void> {
    const kept = shuffled([...this.kv.truth()], this.chance.below(1e9));
    this.kv = this.#emptyStore();
    const namespace = this.kv.at(0);
    for (const [key, { value, metadata }] of kept)
      await namespace.put(key, value, metadata === null ? {} : { metadata });
  }

  /** A name made now. */
  name(): string {
    return ulid(
      this.nowMs,
      Uint8Array.from({ length: 10 }, () => this.chance.below(256)),
    );
  }

  /** One request as a client sends it that gives up on nothing: again after each passing failure, with the same bytes. */
  async ask<T>(
    schema: v.GenericSchema<unknown, T>,
    key: string,
    location: number,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const response = await this.#send(key, location, method, path, body);
      if (response.ok) return v.parse(schema, response.status === 204 ? null : await response.json());
      if (response.status < 500) throw new Error(`${method} ${path}: ${await response.text()}`);
      this.nowMs += this.chance.below(40);
    }
    throw new Error(`${method} ${path}: no answer in ${TRIES_MAX} tries`);
  }

  async #send(key: string, location: number, method: string, path: string, body: unknown): Promise<Response> {
    vi.setSystemTime(this.nowMs);
    const request = new Request(`https://steppe.example/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const env = {
      PROGRESS: this.kv.at(location),
      SIGNING_SECRET: 'a secret of the tests, long enough to be one',
    };
    return this.#app.fetch(request, env);
  }
}

interface Student {
  readonly key: string;
  readonly location: number;
  readonly name: string;
}

const TEACHER = 'T'.padEnd(32, '0');
const keyOf = (at: number) => `S${String(at).padStart(3, '0')}`.padEnd(32, '0');
const NothingSchema = v.null();

describe.each([1, 2, 3])(
  `${STUDENTS} students under a hostile store, seed %i,`,
  { timeout: 300_000 },
  (seed) => {
    const school = new School(seed);
    const students = Array.from({ length: STUDENTS }, (_, at): Student => {
      return { key: keyOf(at), location: at % 2, name: `Student ${String(at).padStart(3, '0')}` };
    });
    let path = '';
    let classPath = '';
    const handedIn = new Map<string, Map<number, string>>();
    let tookMs = 0;

    beforeAll(async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const made = await school.ask(MadeClassSchema, TEACHER, 0, 'POST', '/classes', {
        nonce: school.name(),
        name: 'All of year nine',
        teacher: 'Ms Grey',
      });
      classPath = `/classes/${made.class}`;
      for (const { key, name } of students)
        await school.ask(JoinedSchema, key, 0, 'POST', '/joins', { code: made.code, name });
      const assignment = school.name();
      await school.ask(NothingSchema, TEACHER, 0, 'PUT', `${classPath}/acts/${school.name()}`, {
        type: 'assign',
        assignment,
        state: 'published',
        settings: {
          kind: 'test',
          title: 'January 2022',
          deck: 'kazakhstan-january-2022',
          scope: { by: 'all' },
          opensAtMs: START_MS,
          closesAtMs: START_MS + HOUR_MS,
          count: QUESTIONS,
          draw: 'each',
          seed: 'N1',
          minutes: null,
          attempts: 1,
          counts: 'best',
          feedback: 'after-close',
          points: {},
        },
      });
      path = `${classPath}/assignments/${assignment}`;
      school.nowMs += 2 * STALE_MS;
      school.kv.faults = HOSTILE;
      const sittings = new Map<string, Sitting>();
      for (const { key, location, name } of students)
        sittings.set(name, await school.ask(SittingSchema, key, location, 'POST', `${path}/attempts`));
      for (const student of students) await autosave(student, sittings.get(student.name));
      school.nowMs += 5 * 60_000;
      const startedMs = school.nowMs;
      await Promise.all(students.map((student) => handIn(student, sittings.get(student.name))));
      tookMs = school.nowMs - startedMs;
      school.kv.faults = HONEST;
      school.nowMs += 2 * STALE_MS;
    });

    afterAll(() => {
      vi.useRealTimers();
      vi.restoreAllMocks();
    });

    /** A third of the answers, which the student changes before handing in. */
    async function autosave({ key, location }: Student, sitting: Sitting | undefined): Promise<void> {
      if (sitting === undefined) throw new Error('Inconsistent: no sitting');
      const to = `${path}/attempts/${sitting.attempt}/segments/${school.name()}`;
      const answers = Array.from({ length: 7 }, (_, at) => ({ at, answer: null, seconds: 1 }));
      await school.ask(SavedSchema, key, location, 'PUT', to, { token: sitting.token, answers });
    }

    /** Every question is answered by what stands first in it, or by the student's own name. */
    async function handIn({ key, location, name }: Student, sitting: Sitting | undefined): Promise<void> {
      if (sitting === undefined) throw new Error('Inconsistent: no sitting');
      const texts = sitting.questions.map(({ view }) => someAnswer(view, name));
      const answers = texts.map((answer, at) => ({ at, answer, seconds: 30 }));
      handedIn.set(name, new Map(texts.map((text, at) => [at, JSON.stringify(text)])));
      const to = `${path}/attempts/${sitting.attempt}/submission`;
      const body = { token: sitting.token, segment: school.name(), answers };
      await school.ask(SubmittedSchema, key, location, 'POST', to, body);
      // One of five sends it again: it never heard that it was taken.
      if (school.chance.happens(0.2)) await school.ask(SubmittedSchema, key, location, 'POST', to, body);
    }

    async function read(location: number): Promise<Gradebook> {
      const { gradebook } = await school.ask(
        GradebookReplySchema,
        TEACHER,
        location,
        'GET',
        `${path}/gradebook`,
      );
      return gradebook;
    }

    test(`are in the gradebook once it is quiet, each once, with what they handed in within ${WITHIN_MS / 1000} s`, async () => {
      expect(tookMs).toBeLessThan(WITHIN_MS);
      const { rows } = await read(0);
      expect(rows.map(({ name }) => name)).toEqual(students.map(({ name }) => name));
      for (const { name, state, attempts, surplus } of rows) {
        expect([name, state, attempts.length, surplus]).toEqual([name, 'submitted', 1, 0]);
        const given = new Map(attempts[0]?.marks.map(({ at, answer }) => [at, JSON.stringify(answer)]));
        expect(given).toEqual(handedIn.get(name));
      }
    });

    test('are the same bytes at both locations', async () => {
      expect(serialiseGradebook(await read(1))).toBe(serialiseGradebook(await read(0)));
    });

    test('are the same bytes from an empty store to which every key came anew, in another order', async () => {
      const before = serialiseGradebook(await read(0));
      await school.moveToNewStore();
      expect(serialiseGradebook(await read(0))).toBe(before);
    });
  },
);
