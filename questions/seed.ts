/**
 * Numbers from 0 up to but not including 1, the same for the same seed on every engine.
 * xmur3 spreads the seed, sfc32 generates (both public domain, github.com/bryc/code). Not for secrets.
 */
export function randomFrom(seed: string | number): () => number {
  const next = xmur3(String(seed));
  const random = sfc32(next(), next(), next(), next());
  for (let i = 0; i < 12; i += 1) random();
  return random;
}

/** A new array with the same items in an order that depends on the seed alone (Fisher-Yates). */
export function shuffled<T>(items: readonly T[], seed: string | number): T[] {
  const random = randomFrom(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    // Both places exist (0 ≤ other ≤ last < length), which the compiler cannot see when T may be undefined.
    const held = result[last] as T;
    result[last] = result[other] as T;
    result[other] = held;
  }
  return result;
}

function xmur3(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
}

function sfc32(a: number, b: number, c: number, d: number): () => number {
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
}
