import { LAST_MOMENT_MS } from '../questions/log.ts';
import type { ReviewRow } from './storeRows.ts';

/** Smaller differences (ms) are left alone: they change no day and no order that matters. */
const TOLERANCE_MS = 60_000;

/**
 * The rows whose times have to move, moved. Each review was written with some correction of the device's clock in it (`offMs`),
 * which was none as long as the device had not met the server; now the right one is known. And where the last of them
 * still lies in the future, because the clock was put right in between, all go back together, so that it lies now: order
 * and distances stay. Rows of which the time is right for good (`offMs` null) are left alone.
 */
export function rightTimes(rows: readonly ReviewRow[], offMs: number, nowMs: number): readonly ReviewRow[] {
  const movable = rows.filter((row) => row.offMs !== null);
  const corrected = movable.map((row) => {
    const shift = offMs - (row.offMs ?? 0);
    return Math.abs(shift) <= TOLERANCE_MS ? row : { ...moved(row, shift), offMs };
  });
  const last = corrected.reduce((latest, { review }) => Math.max(latest, review.answeredAtMs), 0);
  const ahead = last - nowMs;
  const right = ahead > TOLERANCE_MS ? corrected.map((row) => moved(row, -ahead)) : corrected;
  return right.filter((row, at) => row !== movable[at]);
}

function moved(row: ReviewRow, shiftMs: number): ReviewRow {
  const answeredAtMs = Math.min(Math.max(Math.round(row.review.answeredAtMs + shiftMs), 0), LAST_MOMENT_MS);
  return { ...row, review: { ...row.review, answeredAtMs } };
}
