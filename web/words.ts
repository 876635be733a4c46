/** A place in an order, from 1 to 8: "3rd". */
export function placeWords(place: number): string {
  return `${place}${['st', 'nd', 'rd'][place - 1] ?? 'th'}`;
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** How far off a moment is (both in ms since 1970): "now", "in about 10 minutes", "in 4 days", "in about 3 months". */
export function dueWords(dueAtMs: number, nowMs: number): string {
  const minutes = (dueAtMs - nowMs) / MINUTE_MS;
  if (minutes < 0.5) return 'now';
  if (minutes < 55)
    return `in about ${counted(minutes < 10 ? minutes : Math.round(minutes / 5) * 5, 'minute')}`;
  if (minutes < 0.9 * DAY_MINUTES) return `in about ${counted(minutes / HOUR_MINUTES, 'hour')}`;
  const days = minutes / DAY_MINUTES;
  if (days < 45) return `in ${counted(days, 'day')}`;
  return days < 700
    ? `in about ${counted(days / 30.4, 'month')}`
    : `in about ${counted(days / 365.25, 'year')}`;
}

function counted(count: number, unit: string): string {
  const whole = Math.max(1, Math.round(count));
  if (whole > 1) return `${whole} ${unit}s`;
  return unit === 'hour' ? 'an hour' : `a ${unit}`;
}

/** Whether every review has reached the server: "saved ✓", or how many wait. */
export function savedWords(waiting: number): string {
  return waiting === 0 ? 'saved ✓' : `waiting (${waiting})`;
}

/** A share from 0 to 1 as "84 %". */
export function shareWords(share: number): string {
  return `${Math.round(share * 100)} %`;
}
