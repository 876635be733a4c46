import { inShownOrder } from '../../shuffle.ts';
import type { PrintedQuestion } from './paperVersions.ts';

/** The letter of a right side in a printed match: a for the first (`at` 0). */
export function letterOf(at: number): string {
  return String.fromCharCode(97 + at);
}

/** A question's answer as it is written on this version's sheet: letters of a match, numbers of an order. */
export function printedSolution({ view, solution }: PrintedQuestion, seed: string): readonly string[] {
  if (view.kind === 'order') return solution.map((line, at) => `${at + 1}. ${line}`);
  if (view.kind !== 'match') return solution;
  const rights = inShownOrder(view.rights, seed);
  return solution.map((line) => {
    const at = rights.findIndex((right) => line.endsWith(` – ${right}`));
    return at < 0 ? line : `${letterOf(at)}: ${line}`;
  });
}
