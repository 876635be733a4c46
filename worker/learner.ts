import * as v from 'valibot';
import { LearnerIdSchema, type LearnerId } from '../questions/ids.ts';
import { PROBLEMS, Refusal, type ProblemCode } from './problem.ts';

/** The learner that an Authorization header names. Refuses with 401 where it is absent or garbled. */
export async function learnerOf(authorization: string | undefined): Promise<LearnerId> {
  if (authorization === undefined) throw unauthorized('no-learner-key', 'is missing');
  const [, key] = /^Bearer +([0-9A-HJKMNP-TV-Z]{32})$/i.exec(authorization) ?? [];
  if (key === undefined || key !== key.toUpperCase()) {
    throw unauthorized(
      'bad-learner-key',
      'is not Bearer and 32 characters of Crockford base 32 in upper case',
    );
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return v.parse(LearnerIdSchema, hex(new Uint8Array(digest)));
}

function unauthorized(code: ProblemCode, message: string): Refusal {
  const faults = [{ path: 'authorization', message }];
  return new Refusal(code, `${PROBLEMS[code].title}.`, { faults, headers: { 'WWW-Authenticate': 'Bearer' } });
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
