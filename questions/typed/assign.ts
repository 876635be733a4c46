/** Which given item counts for each key item (undefined: none); `fits(given, key)` ranks a pair: 2 best, 1 allowed, 0 not. */
export function assign(
  givenCount: number,
  keyCount: number,
  fits: (given: number, key: number) => 0 | 1 | 2,
): readonly (number | undefined)[] {
  const ofKey: (number | undefined)[] = Array.from({ length: keyCount }, () => undefined);
  const ofGiven = new Map<number, number>();
  const place = (key: number, least: 1 | 2, seen: Set<number>): boolean => {
    for (let given = 0; given < givenCount; given++) {
      if (seen.has(given) || fits(given, key) < least) continue;
      seen.add(given);
      const holder = ofGiven.get(given);
      if (holder !== undefined && !place(holder, least, seen)) continue;
      ofGiven.set(given, key);
      ofKey[key] = given;
      return true;
    }
    return false;
  };
  // Augmenting paths (Kuhn): first with the best pairs alone, then with all; a placed key item stays placed.
  for (const least of [2, 1] as const) {
    for (let key = 0; key < keyCount; key++) if (ofKey[key] === undefined) place(key, least, new Set());
  }
  return ofKey;
}
