const FIRST_MS = 2000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait, in ms, after this many failures in a row (1 or more): twice as long each time up to five minutes,
 * of which a random half (`jitter` of a span gives 0 to below the span), and never before the server's own time.
 */
export function backoffMs(
  failures: number,
  serverWaitMs: number | null,
  jitter: (spanMs: number) => number,
): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** (Math.max(1, failures) - 1));
  return Math.max(serverWaitMs ?? 0, 0) + span / 2 + jitter(span / 2);
}
