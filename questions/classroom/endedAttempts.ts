import type { Gradebook, MarkedAttempt } from './gradebook.ts';

/** Each student's attempt that counts, without those that are still running: what is open there is not yet unknown. */
export function endedAttempts({ rows }: Pick<Gradebook, 'rows'>): readonly MarkedAttempt[] {
  return rows.flatMap(({ state, attempts, counted }) => {
    const attempt = counted === null ? undefined : attempts[counted];
    const isLastOpen = attempts
      .slice((counted ?? 0) + 1)
      .every(({ submittedAtMs }) => submittedAtMs !== null);
    const isRunning = state === 'in-progress' && isLastOpen && attempt?.submittedAtMs === null;
    return attempt === undefined || isRunning ? [] : [attempt];
  });
}
