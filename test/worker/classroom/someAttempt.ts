import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { expect } from 'vitest';
import { SittingSchema, type Sitting } from '../../../questions/classroom/api.ts';
import type { Given } from '../../../questions/classroom/attempt.ts';
import { sign } from '../../../worker/classroom/signing.ts';
import { AttemptTokenSchema, type AttemptToken } from '../../../worker/classroom/token.ts';
import { ask, by, problemOf, sending } from '../ask.ts';
import { nextId, type Assigned } from './someClass.ts';

/** The address of an attempt. */
export const attemptPath = ({ path }: Assigned, { attempt }: Pick<Sitting, 'attempt'>): string =>
  `${path}/attempts/${attempt}`;

/** The answer to the question whose prompt has these words, at its place in the sitting. */
export function given(sitting: Sitting, words: string, answer: Given['answer'], seconds = 9): Given {
  const at = sitting.questions.findIndex(({ view }) => view.prompt.includes(words));
  expect(at, words).toBeGreaterThanOrEqual(0);
  return { at, answer, seconds };
}

/** Saves some answers, as an autosave does. */
export async function save(test: Assigned, sitting: Sitting, key: string, answers: readonly Given[]) {
  return ask(
    `${attemptPath(test, sitting)}/segments/${nextId()}`,
    sending('PUT', { token: sitting.token, answers }, by(key)),
  );
}

/** Hands an attempt in. */
export async function submit(
  test: Assigned,
  sitting: Sitting,
  key: string,
  answers: readonly Given[],
  segment = nextId(),
) {
  return ask(
    `${attemptPath(test, sitting)}/submission`,
    sending('POST', { token: sitting.token, segment, answers }, by(key)),
  );
}

/** Sends one answer of a test with feedback at once. */
export async function answerOnce(
  test: Assigned,
  sitting: Sitting,
  key: string,
  { at, answer, seconds }: Given,
  segment = nextId(),
) {
  return ask(
    `${attemptPath(test, sitting)}/answers`,
    sending('POST', { token: sitting.token, segment, at, answer, seconds }, by(key)),
  );
}

/** The attempt as the server has it. */
export async function resumed(
  test: Assigned,
  sitting: Pick<Sitting, 'attempt'>,
  key: string,
): Promise<Sitting> {
  const response = await ask(attemptPath(test, sitting), { headers: by(key) });
  return v.parse(SittingSchema, await response.json());
}

/** The code of a refusal. */
export async function codeOf(response: Response): Promise<string> {
  return (await problemOf(response)).code;
}

/** What a signed text says. */
export function payloadOf(token: string): AttemptToken {
  const [text = ''] = token.split('.');
  return v.parse(AttemptTokenSchema, JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))));
}

/** A token of this server's like another, save for what is said. */
export async function tokenLike({ token }: Sitting, other: Partial<AttemptToken>): Promise<string> {
  return sign(env.SIGNING_SECRET, 'attempt', { ...payloadOf(token), ...other });
}
