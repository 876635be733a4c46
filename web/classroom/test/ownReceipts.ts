import { momentOf } from '../../../questions/classroom/ids.ts';
import type { KeptAttempt } from './keptAttempt.ts';
import type { StudentTest } from './testWords.ts';

/**
 * A test with what this device knows better: the server's lists may be a minute late, and an attempt with a receipt is not gone on
 * with. One that was handed in after its end counts as not handed in, as on the server.
 */
export function withOwnReceipts(test: StudentTest, kept: readonly KeptAttempt[]): StudentTest {
  const handedIn = new Map(
    kept.flatMap(({ fixed, progress: { done } }) =>
      fixed.assignment !== test.id || done === null || done.late
        ? []
        : [[fixed.attempt, done.receivedAtMs] as const],
    ),
  );
  const known = test.attempts.map((attempt) => ({
    ...attempt,
    submittedAtMs: attempt.submittedAtMs ?? handedIn.get(attempt.attempt) ?? null,
  }));
  const unseen = [...handedIn].filter(([attempt]) => known.every((one) => one.attempt !== attempt));
  const added = unseen.map(([attempt, atMs]) => ({
    attempt,
    startedAtMs: momentOf(attempt),
    endsAtMs: atMs,
    submittedAtMs: atMs,
    counts: false,
  }));
  const attempts = [...known, ...added].sort((a, b) => (a.attempt < b.attempt ? -1 : 1));
  return { ...test, attempts };
}
