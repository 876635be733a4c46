import { momentOf } from '../../../questions/classroom/ids.ts';
import { isSameAttempt } from '../../../questions/classroom/unitedAttempts.ts';
import type { KeptAttempt } from './keptAttempt.ts';
import type { StudentTest } from './testWords.ts';

/**
 * A test with what this device knows better: the server's lists may be a minute late, and an attempt with a receipt is not gone on
 * with. One that was handed in after its end counts as not handed in, as on the server.
 */
export function withOwnReceipts(test: StudentTest, kept: readonly KeptAttempt[]): StudentTest {
  const handedIn = kept.flatMap(({ fixed: { attempt, assignment }, progress: { done } }) =>
    assignment !== test.id || done === null || done.late ? [] : [{ attempt, atMs: done.receivedAtMs }],
  );
  const known = test.attempts.map((attempt) => ({
    ...attempt,
    submittedAtMs:
      attempt.submittedAtMs ??
      handedIn.find((one) => isSameAttempt(one.attempt, attempt.attempt))?.atMs ??
      null,
  }));
  const unseen = handedIn.filter(({ attempt }) => !known.some((one) => isSameAttempt(one.attempt, attempt)));
  const added = unseen.map(({ attempt, atMs }) => ({
    attempt,
    startedAtMs: momentOf(attempt),
    endsAtMs: atMs,
    submittedAtMs: atMs,
    counts: false,
  }));
  const attempts = [...known, ...added].sort((a, b) => (a.attempt < b.attempt ? -1 : 1));
  return { ...test, attempts };
}
