import { randomFrom } from '../seed.ts';
import { fold } from '../typed/fold.ts';

/**
 * Names a draft by its form, its answers and its passage, in 16 hexadecimal digits: another wording of the question, or
 * another line break in the passage, is the same draft.
 */
export function signatureOf(form: string, answers: readonly string[], passage: string): string {
  const random = randomFrom([form, ...answers.map(fold), fold(passage)].join('\n'));
  return [random(), random()].map((share) => hex(share * 2 ** 32)).join('');
}

function hex(value: number): string {
  return Math.floor(value).toString(16).padStart(8, '0');
}
