import type * as v from 'valibot';
import { ReceiptSchema } from '../../questions/classroom/api.ts';
import { digestText } from '../../questions/classroom/attemptDigest.ts';
import type { Given } from '../../questions/classroom/attempt.ts';
import { GRACE_MS } from '../../questions/classroom/window.ts';
import { refuseAt } from '../problem.ts';
import { completeAmong, type Questions } from './given.ts';
import { sign, verified } from './signing.ts';
import type { AttemptToken } from './token.ts';

export type Receipt = v.InferOutput<typeof ReceiptSchema>;

/** What a student handed in, and when (ms since 1970) the server had it. */
export interface HandedIn {
  readonly token: AttemptToken;
  readonly questions: Questions;
  readonly answers: readonly Given[];
  readonly receivedAtMs: number;
}

/** The signed receipt for what was handed in: the same for the same arrival, whenever it is asked for. */
export async function receiptFor(secret: string, handedIn: HandedIn): Promise<string> {
  const { token, questions, answers, receivedAtMs } = handedIn;
  const receipt: Receipt = {
    class: token.class,
    assignment: token.assignment,
    attempt: token.attempt,
    member: token.owner,
    title: token.title,
    answered: completeAmong(questions, answers),
    questions: questions.length,
    receivedAtMs,
    late: isLate(token, receivedAtMs),
    answersSha256: await sha256(digestText(answers)),
  };
  return sign(secret, 'receipt', receipt);
}

/** What a receipt of this server says; refuses with 404 any other text. */
export async function receiptOf(secret: string, text: string): Promise<Receipt> {
  const receipt = await verified(secret, 'receipt', text, ReceiptSchema);
  if (receipt === undefined) throw refuseAt('receipt', 'unknown-receipt', 'is none that this server gave');
  return receipt;
}

/** Whether what came at this moment (ms since 1970) came after the end that the token names, and the grace. */
export function isLate({ endsAtMs }: AttemptToken, receivedAtMs: number): boolean {
  return receivedAtMs > endsAtMs + GRACE_MS;
}

/** SHA-256 of a text in UTF-8, in hex. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
