import type { Arrival, AttemptRecord } from '../../questions/classroom/attempt.ts';
import { QUESTIONS_MAX } from '../../questions/classroom/assignment.ts';
import type { AttemptId } from '../../questions/classroom/ids.ts';
import { isSameAttempt } from '../../questions/classroom/unitedAttempts.ts';
import { refuseAt } from '../problem.ts';
import type { Caller } from './caller.ts';
import { liesBeside } from './kept.ts';
import { isLate } from './receipt.ts';
import type { AttemptToken } from './token.ts';

/** So many arrivals of one attempt are kept: three for each question of the longest test, and some. */
const ARRIVALS_MAX = 200;
/** So many of them may be too large to lie beside their keys: each is a get for whoever reads the gradebook. */
const LARGE_MAX = QUESTIONS_MAX;
/** A browser saves twice. So many saves of an attempt an isolate keeps without a list; before each further one it looks. */
const UNSEEN_MAX = 10;
/** The saves of so many attempts are remembered. */
const REMEMBERED_MAX = 1000;

/** Refuses with 403 one arrival more where there are too many of the attempt; what is there stays and counts. */
export function refuseFull(records: readonly AttemptRecord[], attempt: AttemptId): void {
  const arrivals = arrivalsOf(records, attempt);
  const large = arrivals.filter(({ kept }) => !liesBeside(kept));
  if (arrivals.length >= ARRIVALS_MAX || large.length >= LARGE_MAX)
    throw refuseAt('attempt', 'attempt-full', 'takes nothing more than to be handed in');
}

/**
 * As `refuseFull`, for a save, which has to do without a list as long as it is one of the few that a browser makes in time.
 * Isolates know nothing of one another: this stops a flood and is no quota.
 */
export async function refuseManySaves({ store, nowMs }: Caller, token: AttemptToken): Promise<void> {
  const { attempt, assignment, owner } = token;
  const name = `${owner}/${attempt}`;
  const before = saves.get(name) ?? 0;
  const [oldest] = saves.keys();
  if (before === 0 && saves.size >= REMEMBERED_MAX && oldest !== undefined) saves.delete(oldest);
  saves.set(name, before + 1);
  if (before < UNSEEN_MAX && !isLate(token, nowMs)) return;
  refuseFull(await store.attempts(token.class, assignment, owner), attempt);
}

/** How many saves of an attempt this isolate has taken. */
const saves = new Map<string, number>();

function arrivalsOf(records: readonly AttemptRecord[], attempt: AttemptId): readonly Arrival[] {
  return records.flatMap((record) => (isSameAttempt(record.attempt, attempt) ? record.arrivals : []));
}
