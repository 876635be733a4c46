import { env, exports } from 'cloudflare:workers';
import * as v from 'valibot';
import { expect } from 'vitest';
import { SHAPES } from '../../worker/shapes.ts';

/** A learner key, another one, and what an API address begins with. */
export const LEARNER = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';
export const STRANGER = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const API = 'https://steppe.example/api/v1';
export const SEGMENT = '01J00000000000000000000SEG';

/** Sends a request to the Worker under test. */
export async function ask(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(new Request(path.startsWith('https:') ? path : API + path, init));
}

/** A request with a JSON body. */
export function sending(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } };
}

/** The header that names a learner. */
export function by(learner: string): Record<string, string> {
  return { Authorization: `Bearer ${learner}` };
}

/** Reads a refusal and holds it against its published shape. */
export async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = v.parse(SHAPES.Problem, await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

/** The names of all keys in the store. */
export async function storedKeys(): Promise<readonly string[]> {
  const { keys } = await env.PROGRESS.list();
  return keys.map(({ name }) => name);
}

/** Answers the sealed deck. */
export async function answer(fact: string, question: string, given: unknown): Promise<Response> {
  return ask('/decks/harbour/answers', sending('POST', { fact, question, answer: given }));
}
