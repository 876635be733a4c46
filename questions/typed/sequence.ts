import { again, partial, right, withItems, wrong } from '../verdict.ts';
import type { ItemMark, Verdict } from '../verdict.ts';
import { longestRun } from '../longestRun.ts';

/**
 * Judges an order by its longest increasing run, of n key items: share = (run − 1) / (n − 1). Items that are not in the
 * key are passed over. Each mark says whether the item stands in the run, and which item belongs at its place.
 */
export function judgeOrder(given: readonly string[], key: readonly string[]): Verdict {
  if (given.length === 0) return again('not-given');
  const placeOf = new Map(key.map((text, place) => [text, place]));
  const places = given.map((text) => placeOf.get(text) ?? -1);
  const run = longestRun(places);
  const marks = given.map((text, i): ItemMark => {
    const expected = key[i];
    const outcome = run.has(i) ? 'right' : 'wrong';
    return expected === undefined ? { given: text, outcome } : { given: text, expected, outcome };
  });
  return withItems(verdictOf(run.size, key.length), marks);
}

function verdictOf(run: number, n: number): Verdict {
  if (run === n && n > 0) return right();
  if (run <= 1) return wrong('different');
  return partial((run - 1) / (n - 1), 'some-in-order');
}
