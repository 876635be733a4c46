const MINUTE_MS = 60_000;
/** The minutes left at which a screen reader is told. */
const SAID_AT = [1, 5, 10] as const;

/** The time left as it stands on the screen: whole minutes, and seconds in the last two. */
export function timeLeftWords(leftMs: number): string {
  if (leftMs <= 0) return 'time is up';
  if (leftMs < 2 * MINUTE_MS) {
    const seconds = Math.ceil(leftMs / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
  }
  const minutes = Math.floor(leftMs / MINUTE_MS);
  if (minutes < 120) return `${minutes} minutes left`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours left` : `${Math.floor(hours / 24)} days left`;
}

/** What is said aloud now: the smallest of 10, 5 and 1 minutes that has been reached; nothing before. */
export function saidTimeLeft(leftMs: number): string {
  const minutes = SAID_AT.find((one) => leftMs <= one * MINUTE_MS);
  if (minutes === undefined || leftMs <= 0) return '';
  return minutes === 1 ? 'One minute left.' : `${minutes} minutes left.`;
}
