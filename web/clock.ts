/** The moment, in ms since 1970. The only place that reads the clock. */
export function nowMs(): number {
  return Date.now();
}

/** A steady count of ms, for how long something took. */
export function ticksMs(): number {
  return performance.now();
}

/** The learner's zone at this moment, in minutes east of UTC. */
export function zoneMinutes(): number {
  return -new Date(nowMs()).getTimezoneOffset();
}

/** A moment as the learner's language writes it: "8 Jan 2022, 14:05". */
export function momentText(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(atMs),
  );
}
