/** Random bytes from the browser's own source. The only place that asks for chance. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** A seed for one session's shuffles: 64 random bits as hexadecimal. */
export function newSeed(): string {
  return Array.from(randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random part of a span, for waiting times that should not fall together: 0 to below `spanMs`. */
export function jitter(spanMs: number): number {
  const [high = 0, low = 0] = randomBytes(2);
  return (spanMs * (high * 256 + low)) / 65_536;
}
