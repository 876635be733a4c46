import { observed } from './observed.ts';

/** What a question needs once it is answered. */
export type After = typeof import('./afterAnswer.ts');

/** The same once it is there; null until then. No answer is told before. */
export const after = observed<After | null>(null);

/** Fetches it once; throws where it cannot be had, and the next call tries again. */
export async function fetchAfter(): Promise<After> {
  const parts = after.get() ?? (await import('./afterAnswer.ts'));
  after.set(parts);
  return parts;
}
