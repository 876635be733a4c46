import { observed } from './observed.ts';

/** A difference (ms) from the server's clock that is left alone: the way takes time, and no day depends on it. */
const OFF_MAX_MS = 10 * 60_000;

/** By how much (ms) the device's clock is being corrected; 0 until the server has said otherwise. Screens follow it. */
export const clockCorrection = observed(0);

/** The moment, in ms since 1970, on a clock that is right as far as we know. The only place that reads the clock. */
export function nowMs(): number {
  return Date.now() + clockCorrection.get();
}

/** Hears the server's time (ms since 1970), and corrects the device's where they are far apart. */
export function hearClock(serverMs: number): void {
  if (Math.abs(serverMs - nowMs()) > OFF_MAX_MS) clockCorrection.set(Math.round(serverMs - Date.now()));
}

/** A steady count of ms, for how long something took. */
export function ticksMs(): number {
  return performance.now();
}

/** The learner's zone at this moment, in minutes east of UTC. */
export function zoneMinutes(): number {
  return 0 - new Date(nowMs()).getTimezoneOffset();
}

/** A moment as the learner's language writes it: "8 Jan 2022, 14:05". */
export function momentText(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(atMs),
  );
}
