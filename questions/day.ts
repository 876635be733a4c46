const MINUTE_MS = 60_000;

/** One day in milliseconds. Learner days are always this long: a zone is an offset, not a place with summer time. */
export const DAY_MS = 86_400_000;

/** A learner's day begins at 04:00 local time, so that a late evening still counts as the same day. */
const DAY_STARTS_MS = 4 * 3_600_000;

/**
 * The learner's day number: whole days since 1970-01-01 04:00 local time.
 * `zone` is minutes east of UTC (Almaty 300, New York −300 or −240).
 */
export function dayNumber(atMs: number, zone: number): number {
  return Math.floor((atMs + zone * MINUTE_MS - DAY_STARTS_MS) / DAY_MS);
}

/** The moment (ms since 1970) at which the learner's day with this number begins in this zone. */
export function dayStartMs(day: number, zone: number): number {
  return day * DAY_MS + DAY_STARTS_MS - zone * MINUTE_MS;
}
