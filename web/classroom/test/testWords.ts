import type { StudentAssignment } from '../../../questions/classroom/api.ts';
import { GRACE_MS } from '../../../questions/classroom/window.ts';

/** A test as the server tells its student. */
export type StudentTest = Extract<StudentAssignment, { kind: 'test' }>;
type OwnAttempt = StudentTest['attempts'][number];

/** Whether a test has not opened yet, can be sat, or has closed, at a moment of the server's clock (ms since 1970). */
export function stateAt({ opensAtMs, closesAtMs }: StudentTest, nowMs: number): 'early' | 'open' | 'closed' {
  if (nowMs < opensAtMs) return 'early';
  return nowMs < closesAtMs ? 'open' : 'closed';
}

/** The attempt that can be gone on with. */
export function runningAttempt(test: StudentTest, nowMs: number): OwnAttempt | undefined {
  return test.attempts.find(({ submittedAtMs, endsAtMs }) => submittedAtMs === null && nowMs < endsAtMs);
}

/** How long an attempt may take. */
export function timeWords({ minutes, extraMinutes }: StudentTest): string {
  const extra = extraMinutes === 0 ? '' : `, ${extraMinutes} of them extra for you`;
  return minutes === null ? 'No limit but the close' : `${counted(minutes + extraMinutes, 'minute')}${extra}`;
}

/** How many attempts there are, and which counts. */
export function attemptsWords({ attemptsMax, counts, attempts }: StudentTest): string {
  const used = attempts.length === 0 ? '' : `; ${attempts.length} used`;
  if (attemptsMax === 1) return `One${used}`;
  return `${attemptsMax}, of which the ${counts} one counts${used}`;
}

/** When the results are told; `moment` writes a moment. */
export function resultsWords(
  { feedback, resultsFromMs }: StudentTest,
  moment: (atMs: number) => string,
): string {
  switch (feedback) {
    case 'at-once':
      return 'After each answer. The first answer to a question is the one that counts';
    case 'at-end':
      return 'When you have handed it in';
    case 'after-close':
      return resultsFromMs === null ? 'After the close' : `After ${moment(resultsFromMs)}`;
    case 'never':
      return 'Not told here; your teacher has them';
  }
}

/** Whether the results of an attempt may be asked for now. */
export function mayAskResults(test: StudentTest, attempt: OwnAttempt, nowMs: number): boolean {
  const isOver = attempt.submittedAtMs !== null || nowMs > attempt.endsAtMs + GRACE_MS;
  switch (test.feedback) {
    case 'at-once':
    case 'at-end':
      return isOver;
    case 'after-close':
      return test.resultsFromMs !== null && nowMs >= test.resultsFromMs;
    case 'never':
      return false;
  }
}

/** Points as they are written: "12 of 20 points". */
export function pointsWords(points: number, outOf: number): string {
  return `${figure(points)} of ${outOf === 1 ? '1 point' : `${figure(outOf)} points`}`;
}

/** What a question is worth; one that was taken out of the deck counts for nobody. */
export function worthWords(outOf: number): string {
  return outOf === 0 ? 'does not count' : counted(outOf, 'point');
}

/** What is still open before handing in; empty where nothing is. */
export function openWords(open: number, begun: number): string {
  const parts = [
    open === 0 ? '' : open === 1 ? 'one is not answered' : `${open} are not answered`,
    begun === 0 ? '' : begun === 1 ? 'one is not complete' : `${begun} are not complete`,
  ].filter((part) => part !== '');
  const sentence = parts.join(', ');
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** A count with its unit: "1 minute", "20 minutes". */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** With at most two decimals. */
function figure(points: number): string {
  return String(Math.round(points * 100) / 100);
}
