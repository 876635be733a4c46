/** A moment (ms since 1970) as a field for date and time holds it: local, to the minute, "2026-11-24T14:05". */
export function fieldTime(atMs: number): string {
  const at = new Date(atMs);
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment (ms since 1970) that such a field names; undefined while it names none. */
export function timeInField(text: string): number | undefined {
  const atMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isNaN(atMs) ? undefined : atMs;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
