import * as v from 'valibot';
import {
  KeptAnswersSchema,
  StartSchema,
  type Arrival,
  type AttemptRecord,
  type KeptAnswers,
  type Start,
} from '../../questions/classroom/attempt.ts';
import { DisputeSchema, type Dispute } from '../../questions/classroom/gradebook.ts';
import { AttemptIdSchema, MemberIdSchema, MomentSchema } from '../../questions/classroom/ids.ts';
import { StandingReportSchema, type KeptStanding } from '../../questions/classroom/recall.ts';
import { SegmentIdSchema } from '../../questions/ids.ts';
import { crockford } from './crockford.ts';
import { listKept, putKept, valueForGood, valueOf, type ClassKv, type KeptKey } from './kept.ts';
import { keys } from './keys.ts';
import type { ClassStore } from './store.ts';

const Digits = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number));
const TryName = v.strictTuple([MemberIdSchema, AttemptIdSchema, v.string()]);
const ArrivalName = v.strictTuple([SegmentIdSchema, v.pipe(Digits, MomentSchema), v.string()]);
const DisputeName = v.strictTuple([AttemptIdSchema, Digits]);
const DisputeValue = v.strictObject({
  v: v.literal(1),
  words: DisputeSchema.entries.words,
  sinceMs: DisputeSchema.entries.sinceMs,
});
const StandingValue = v.strictObject({
  v: v.literal(1),
  sentAtMs: MomentSchema,
  report: StandingReportSchema,
});

/** What is kept of a class's assignments: attempts, disputes and standings. */
type AttemptStore = Pick<
  ClassStore,
  'putStart' | 'putArrival' | 'attempts' | 'putDispute' | 'disputes' | 'putStanding' | 'standings'
>;

/** That part of `classStore`. A member is put into the prefix where one student's part alone is asked for. */
export function attemptStore(kv: ClassKv): AttemptStore {
  return {
    putStart: (place, attempt, start) => putKept(kv, keys.start(place, attempt), start),
    async putArrival(place, attempt, arrival) {
      const digest = await digestOf(arrival.kept);
      await putKept(kv, keys.arrival(place, attempt, arrival, digest), arrival.kept);
    },
    async attempts(of, assignment, member) {
      const listed = await listKept(kv, keys.tries(of, assignment, member));
      const parts = await Promise.all(listed.map((key) => partOf(kv, withMember(key, member))));
      return gathered(parts.flat());
    },
    putDispute: (place, { attempt, at, words, sinceMs }) =>
      putKept(kv, keys.dispute(place, attempt, at), { v: 1, words, sinceMs }),
    async disputes(of, assignment, member) {
      const listed = await listKept(kv, keys.disputes(of, assignment, member));
      return (await Promise.all(listed.map((key) => disputeOf(kv, withMember(key, member))))).flat();
    },
    putStanding: (place, sentAtMs, report) => putKept(kv, keys.standing(place), { v: 1, sentAtMs, report }),
    async standings(of, assignment) {
      const listed = await listKept(kv, keys.standings(of, assignment));
      return (await Promise.all(listed.map((key) => standingOf(kv, key)))).flat();
    },
  };
}

function withMember(listed: KeptKey, member: string | undefined): KeptKey {
  return member === undefined ? listed : { ...listed, name: `${member}/${listed.name}` };
}

/** A start or an arrival, and whose. */
interface Part extends Pick<AttemptRecord, 'member' | 'attempt'> {
  readonly start?: Start;
  readonly arrival?: Arrival;
}

async function partOf(kv: ClassKv, listed: KeptKey): Promise<readonly Part[]> {
  const name = v.safeParse(TryName, listed.name.split('/'));
  if (!name.success) return [];
  const [member, attempt, last] = name.output;
  if (last === 'start') {
    const start = await valueForGood(kv, listed, StartSchema);
    return start === undefined ? [] : [{ member, attempt, start }];
  }
  const arrived = v.safeParse(ArrivalName, last.split('.'));
  const kept = arrived.success ? await valueForGood(kv, listed, KeptAnswersSchema) : undefined;
  if (!arrived.success || kept === undefined) return [];
  const [segment, receivedAtMs] = arrived.output;
  return [{ member, attempt, arrival: { segment, receivedAtMs, kept } }];
}

/** 80 bits: whoever sends two arrivals in one millisecond cannot make the second one take the first one's key. */
async function digestOf(kept: KeptAnswers): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(kept));
  return crockford(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), 16);
}

/** Listed keys come by member and attempt, so the records do too. */
function gathered(parts: readonly Part[]): readonly AttemptRecord[] {
  const records = new Map<string, AttemptRecord>();
  for (const { member, attempt, start, arrival } of parts) {
    const name = `${member}/${attempt}`;
    const record = records.get(name) ?? { member, attempt, start: null, arrivals: [] };
    records.set(name, record);
    if (start !== undefined) record.start = start;
    if (arrival !== undefined) record.arrivals.push(arrival);
  }
  return [...records.values()];
}

async function disputeOf(kv: ClassKv, listed: KeptKey): Promise<readonly Dispute[]> {
  const [memberName, last = '', ...rest] = listed.name.split('/');
  const member = v.safeParse(MemberIdSchema, memberName);
  const name = v.safeParse(DisputeName, last.split('.'));
  if (!member.success || !name.success || rest.length > 0) return [];
  const kept = await valueOf(kv, listed, DisputeValue);
  if (kept === undefined) return [];
  const [attempt, at] = name.output;
  return [{ member: member.output, attempt, at, words: kept.words, sinceMs: kept.sinceMs }];
}

async function standingOf(kv: ClassKv, listed: KeptKey): Promise<readonly KeptStanding[]> {
  const member = v.safeParse(MemberIdSchema, listed.name);
  const kept = member.success ? await valueOf(kv, listed, StandingValue) : undefined;
  if (!member.success || kept === undefined) return [];
  return [{ member: member.output, sentAtMs: kept.sentAtMs, report: kept.report }];
}
