import type { Given } from './attempt.ts';

/**
 * What a receipt's `answersSha256` is the SHA-256 of, in UTF-8: `[[at, answer], …]` as JSON without spaces, in the order
 * of the questions. The seconds are no part of it, so that whoever has the answers can make it again.
 */
export function digestText(answers: readonly Pick<Given, 'at' | 'answer'>[]): string {
  const ordered = [...answers].sort((a, b) => a.at - b.at);
  return JSON.stringify(ordered.map(({ at, answer }) => [at, answer]));
}
