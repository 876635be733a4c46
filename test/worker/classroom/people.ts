import * as v from 'valibot';
import { expect } from 'vitest';
import { ActSchema, type Act } from '../../../questions/classroom/act.ts';
import {
  ClassListSchema,
  ClassViewSchema,
  CodeSchema,
  InvitationSchema,
  JoinedSchema,
  MadeClassSchema,
} from '../../../questions/classroom/api.ts';
import { ClassIdSchema } from '../../../questions/classroom/ids.ts';
import { memberIdOf } from '../../../worker/classroom/member.ts';
import { learnerOf } from '../../../worker/learner.ts';
import { ask, by, problemOf, sending } from '../ask.ts';
import { keyNamed, nextId } from './someClass.ts';

/** Learner keys of the people in these tests. */
export const [TEACHER, OTHER, ANN, BEN, STRANGER] = ['TEACHER', 'ANOTHER', 'ANN', 'BEN', 'STRANGER'].map(
  keyNamed,
) as [string, string, string, string, string];

/** Asks in the name of a key, and reads the answer. */
export async function said<Schema extends v.GenericSchema>(
  key: string,
  [method, path]: readonly [string, string],
  schema: Schema,
  body?: unknown,
): Promise<v.InferOutput<Schema>> {
  const response = await asked(key, [method, path], body);
  expect(response.status, path).toBe(200);
  return v.parse(schema, await response.json());
}

/** Asks in the name of a key. */
export async function asked(key: string, [method, path]: readonly [string, string], body?: unknown) {
  return ask(path, body === undefined ? { method, headers: by(key) } : sending(method, body, by(key)));
}

/** Makes a class. */
export const made = (key = TEACHER, nonce = nextId()) =>
  said(key, ['POST', '/classes'], MadeClassSchema, { nonce, name: 'Тарих 10б', teacher: 'Ms Grey' });
/** Joins by a code. */
export const join = (key: string, code: string, name = 'Ann') =>
  said(key, ['POST', '/joins'], JoinedSchema, { code, name });
/** Why a code does not join. */
export const refusedJoin = async (key: string, code: string) =>
  problemOf(await asked(key, ['POST', '/joins'], { code, name: 'Ann' }));
/** A class as a key may see it. */
export const view = (key: string, of: string) => said(key, ['GET', `/classes/${of}`], ClassViewSchema);
/** The classes of a key. */
export const listOf = async (key: string) => (await said(key, ['GET', '/classes'], ClassListSchema)).classes;
/** Sends an act. */
export const act = async (of: string, done: unknown, key = TEACHER, id = nextId()) =>
  asked(key, ['PUT', `/classes/${of}/acts/${id}`], done);
/** Who a key is in a class. */
export const member = async (of: string, key: string) =>
  memberIdOf(v.parse(ClassIdSchema, of), await learnerOf(`Bearer ${key}`));
/** The address of a key’s person in a class. */
export const membersPath = async (of: string, key: string) =>
  `/classes/${of}/members/${await member(of, key)}`;

/** An act that gives the harbour’s test. */
export function assigning(state: string, changes: object = {}): Act {
  const settings = {
    kind: 'test',
    title: 'The harbour',
    deck: 'harbour',
    scope: { by: 'all' },
    opensAtMs: 1000,
    count: null,
    draw: 'same',
    seed: 'one',
    closesAtMs: 2000,
    minutes: 20,
    attempts: 1,
    counts: 'first',
    feedback: 'at-end',
    points: {},
    ...changes,
  };
  return v.parse(ActSchema, { type: 'assign', assignment: nextId(), state, settings });
}

/** Erases a class to the end. */
export async function erase(of: string): Promise<void> {
  const Erased = v.strictObject({ removed: v.number(), more: v.boolean() });
  while ((await said(TEACHER, ['DELETE', `/classes/${of}`], Erased)).more);
}

/** Takes a new code. */
export function newCode(of: string, id = nextId()) {
  return said(TEACHER, ['POST', `/classes/${of}/codes`], CodeSchema, { act: id });
}

/** Takes an invitation. */
export function invited(of: string) {
  return said(TEACHER, ['POST', `/classes/${of}/invitations`], InvitationSchema, {});
}

/** The students of a class, as its teacher sees them. */
export async function peopleOf(of: string) {
  const seen = await view(TEACHER, of);
  if (seen.role !== 'teacher') throw new Error('Inconsistent: no teacher');
  return seen.record.students;
}
