/** The indexes of one longest run of increasing places, equal ones allowed if it is said so; -1 is passed over. n log n (patience sorting). */
export function longestRun(
  places: readonly number[],
  equal: 'strict' | 'or-equal' = 'strict',
): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [i, place] of places.entries()) {
    if (place < 0) continue;
    const at = firstNotBelow(tails, places, equal === 'strict' ? place : place + 0.5);
    previous[i] = at === 0 ? undefined : tails[at - 1];
    tails[at] = i;
  }
  const run = new Set<number>();
  for (let i = tails[tails.length - 1]; i !== undefined; i = previous[i]) run.add(i);
  return run;
}

/** The first pile whose top is not below the place. */
function firstNotBelow(tails: readonly number[], places: readonly number[], place: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = places[tails[middle] ?? -1] ?? Infinity;
    if (top < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
