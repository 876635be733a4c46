import { areNumeric } from '../questions/kind.ts';
import { shuffled } from '../questions/seed.ts';

/** Options in the order in which they are shown: numbers by size, as they come; the rest shuffled, the same for the same seed. */
export function inShownOrder(options: readonly string[], seed: string): readonly string[] {
  return areNumeric(options) ? options : shuffled(options, seed);
}
