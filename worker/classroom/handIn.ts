import type * as v from 'valibot';
import type {
  SaveSchema,
  SavedSchema,
  SubmitSchema,
  SubmittedSchema,
} from '../../questions/classroom/api.ts';
import type { Arrival, AttemptRecord } from '../../questions/classroom/attempt.ts';
import { isSameAttempt } from '../../questions/classroom/unitedAttempts.ts';
import type { SegmentId } from '../../questions/ids.ts';
import { refuseAt } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import type { Caller } from './caller.ts';
import { givenOf, keptOf, questionsOf } from './given.ts';
import { refuseFull, refuseManySaves } from './room.ts';
import { isLate, receiptFor } from './receipt.ts';
import type { TryPlace } from './store.ts';
import { tokenOf, type AttemptToken } from './token.ts';

/** What the address of an attempt says. */
export interface AttemptAddress {
  readonly assignment: string;
  readonly attempt: string;
}

type Save = v.InferOutput<typeof SaveSchema> & { readonly segment: SegmentId };

/**
 * Keeps some answers of an attempt, drafts too: one put. What comes after the end is kept as late, after a list. Refuses with 403
 * where far more has come than a browser sends, and with 422 where feedback is given at once: a draft would be an answer there.
 */
export async function save(
  caller: Caller,
  shelf: Shelf,
  address: AttemptAddress,
  { token: text, segment, answers }: Save,
): Promise<v.InferOutput<typeof SavedSchema>> {
  const token = await heldBy(caller, address, text);
  if (token.atOnce) throw refuseAt('answers', 'answers-one-by-one', 'are sent one by one in this test');
  const compiled = await shelf.deck(token.deck);
  const kept = keptOf(questionsOf(compiled, token.start.questions), answers, { ...token, compiled });
  await refuseManySaves(caller, token);
  const receivedAtMs = caller.nowMs;
  await caller.store.putArrival(placeOf(token), token.attempt, {
    segment,
    receivedAtMs,
    kept: { v: 1, answers: kept },
  });
  return { receivedAtMs, late: isLate(token, receivedAtMs) };
}

/**
 * Ends an attempt with all of its answers: one list and one put. What was handed in before stands, and its receipt is given
 * again.
 */
export async function submit(
  caller: Caller,
  shelf: Shelf,
  address: AttemptAddress,
  { token: text, segment, answers }: v.InferOutput<typeof SubmitSchema>,
): Promise<v.InferOutput<typeof SubmittedSchema>> {
  const token = await heldBy(caller, address, text);
  const compiled = await shelf.deck(token.deck);
  const questions = questionsOf(compiled, token.start.questions);
  const kept = keptOf(questions, answers, { ...token, compiled });
  const arrival: Arrival = {
    segment,
    receivedAtMs: caller.nowMs,
    kept: { v: 1, answers: kept, end: true },
  };
  const records = await caller.store.attempts(token.class, token.assignment, token.owner);
  const earlier = earlierEnd(records, token, segment);
  if (earlier === undefined) {
    // In time there is one such end, and it is the student's last word.
    if (isLate(token, caller.nowMs)) refuseFull(records, token.attempt);
    await caller.store.putArrival(placeOf(token), token.attempt, arrival);
  }
  const counted = earlier ?? arrival;
  const { receivedAtMs } = counted;
  const handedIn = { token, questions, answers: givenOf(questions, counted.kept.answers), receivedAtMs };
  return {
    receipt: await receiptFor(caller.secret, handedIn),
    receivedAtMs,
    late: isLate(token, receivedAtMs),
  };
}

/** The token of this attempt, where it is the caller's; refuses as `tokenOf`. */
export function heldBy(caller: Caller, address: AttemptAddress, text: string): Promise<AttemptToken> {
  const { assignment, attempt } = address;
  const place = { class: caller.of, assignment, attempt, member: caller.member };
  return tokenOf(caller.secret, text, place, caller.nowMs);
}

/** Where the attempt of a token is kept. */
export function placeOf({ class: of, assignment, owner }: AttemptToken): TryPlace {
  return { class: of, assignment, member: owner };
}

/** The first end that came in time, or else the first arrival of this very submission. */
function earlierEnd(
  records: readonly AttemptRecord[],
  token: AttemptToken,
  segment: SegmentId,
): Arrival | undefined {
  const ends = records
    .filter(({ attempt }) => isSameAttempt(attempt, token.attempt))
    .flatMap(({ arrivals }) => arrivals.filter(({ kept }) => kept.end === true))
    .sort((a, b) => a.receivedAtMs - b.receivedAtMs);
  const inTime = ends.find(({ receivedAtMs }) => !isLate(token, receivedAtMs));
  return inTime ?? ends.find((end) => end.segment === segment);
}
