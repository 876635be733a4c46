import * as v from 'valibot';
import { Refusal } from './problem.ts';

/** The header in which a caller says what time its clock shows, and in which it is told the server's: ms since 1970. */
export const CLOCK_HEADER = 'Steppe-Clock';

/** How far (in ms) a caller's clock may be from the server's. */
const OFF_MAX_MS = 10 * 60 * 1000;

const ClockSchema = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number));

/**
 * Refuses what was written by a wrong clock, and tells the right time: the caller moves its reviews and sends them again.
 * A caller that does not say its time is believed.
 */
export function refuseWrongClock(header: string | undefined, nowMs: number): void {
  if (header === undefined) return;
  const shown = v.safeParse(ClockSchema, header);
  if (shown.success && Math.abs(shown.output - nowMs) <= OFF_MAX_MS) return;
  throw new Refusal('clock-wrong', 'Nothing was stored.', {
    faults: [{ path: 'steppe-clock', message: 'is more than 10 minutes from the time here' }],
    headers: { [CLOCK_HEADER]: String(nowMs) },
  });
}
