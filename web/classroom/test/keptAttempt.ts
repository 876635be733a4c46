import * as v from 'valibot';
import { SubmitSchema, SubmittedSchema } from '../../../questions/classroom/api.ts';
import { GivensSchema } from '../../../questions/classroom/attempt.ts';
import { AttemptIdSchema } from '../../../questions/classroom/ids.ts';
import { SegmentIdSchema } from '../../../questions/ids.ts';
import { learnerKey } from '../../learnerKey.ts';
import { warn } from '../../warn.ts';
import { allRows, dropRows, putRows } from './attemptShelf.ts';
import { ReadSittingSchema, type ReadSitting } from './readSitting.ts';
import { WorkedSchema, type Worked } from './worked.ts';

/** What does not change while an attempt is sat. */
const FixedSchema = v.object({
  attempt: AttemptIdSchema,
  /** A hash of the key that sits it: another person at this device does not see it. */
  owner: v.string(),
  class: v.string(),
  assignment: v.string(),
  title: v.string(),
  /** Whose document proves the answers. */
  deck: v.string(),
  /** Null once it was handed in: the receipt is kept, the questions are not. */
  sitting: v.nullable(ReadSittingSchema),
  /** By how much (ms) the server's clock was ahead of this device's. */
  aheadMs: v.number(),
});

/** Some answers under the id under which they are sent, again and again, until the server has them. */
const PartSchema = v.object({
  segment: SegmentIdSchema,
  answers: GivensSchema,
  state: v.picklist(['waiting', 'in-time', 'late', 'refused']),
});

/** What has become of an attempt so far. */
const ProgressSchema = v.object({
  /** The question that was shown last. */
  place: v.number(),
  parts: v.array(PartSchema),
  /** Fixed when the student hands it in or time is up: it is sent like this, however often. */
  handIn: v.nullable(
    v.object({
      segment: SegmentIdSchema,
      answers: SubmitSchema.entries.answers,
      /** When that was, on the server's clock (ms since 1970). */
      atMs: v.number(),
    }),
  ),
  done: v.nullable(SubmittedSchema),
  /** The server will never take it; the student has put it aside. */
  aside: v.boolean(),
});

export type Fixed = Omit<v.InferOutput<typeof FixedSchema>, 'sitting'> & {
  readonly sitting: ReadSitting | null;
};
export type Part = v.InferOutput<typeof PartSchema>;
export type Progress = v.InferOutput<typeof ProgressSchema>;

/** An attempt as this device has it. */
export interface KeptAttempt {
  readonly fixed: Fixed;
  readonly progress: Progress;
  readonly worked: ReadonlyMap<number, Worked>;
}

/** Nothing has become of it yet. */
export const AT_FIRST: Progress = { place: 0, parts: [], handIn: null, done: null, aside: false };

/** Keeps what differs from what was kept before (null: nothing was), all or none. */
export async function keepAttempt(before: KeptAttempt | null, after: KeptAttempt): Promise<void> {
  const { fixed, progress, worked } = after;
  const rows = new Map<string, unknown>();
  if (fixed !== before?.fixed) rows.set(fixed.attempt, fixed);
  if (progress !== before?.progress) rows.set(`${fixed.attempt}/progress`, progress);
  for (const [at, one] of worked) if (one !== before?.worked.get(at)) rows.set(`${fixed.attempt}/${at}`, one);
  if (rows.size > 0) await putRows(rows);
}

/** Keeps the receipt, and forgets questions and drafts. */
export async function keepReceipt({ fixed, progress }: KeptAttempt): Promise<void> {
  await keepAttempt(null, { fixed: { ...fixed, sitting: null }, progress, worked: new Map() });
  for (const digit of '0123456789') await dropRows(`${fixed.attempt}/${digit}`);
}

/** The attempts of whoever holds the present key, the latest first. Rows that cannot be read are left alone. */
export async function keptAttempts(): Promise<readonly KeptAttempt[]> {
  const [rows, owner] = await Promise.all([rowsHere(), ownerHere()]);
  const found = [...rows].flatMap(([name, row]): KeptAttempt[] => {
    if (name.includes('/')) return [];
    const fixed = v.safeParse(FixedSchema, row);
    if (!fixed.success || fixed.output.owner !== owner) return [];
    const progress = v.safeParse(ProgressSchema, rows.get(`${name}/progress`));
    return [
      {
        fixed: fixed.output,
        progress: progress.success ? progress.output : AT_FIRST,
        worked: workedIn(rows, `${name}/`),
      },
    ];
  });
  return found.sort((a, b) => (a.fixed.attempt < b.fixed.attempt ? 1 : -1));
}

/** What cannot be read is as if it were not there: the server has what was saved. */
async function rowsHere(): Promise<ReadonlyMap<string, unknown>> {
  try {
    return await allRows();
  } catch (error) {
    warn('The attempts on this device could not be read.', error);
    return new Map();
  }
}

/** The attempt of an assignment that is not handed in yet, as far as this device knows. */
export async function unfinishedHere(of: string, assignment: string): Promise<KeptAttempt | undefined> {
  return (await keptAttempts()).find(
    ({ fixed, progress }) =>
      fixed.class === of &&
      fixed.assignment === assignment &&
      fixed.sitting !== null &&
      progress.done === null &&
      !progress.aside,
  );
}

/** Names the holder of the present key without telling it; empty without a key. */
export async function ownerHere(): Promise<string> {
  const key = await learnerKey();
  if (key === null) return '';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`attempts/${key}`));
  return [...new Uint8Array(digest).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function workedIn(rows: ReadonlyMap<string, unknown>, beginning: string): ReadonlyMap<number, Worked> {
  const all = [...rows].flatMap(([name, row]): [number, Worked][] => {
    const one = name.startsWith(beginning) ? v.safeParse(WorkedSchema, row) : undefined;
    return one?.success === true ? [[one.output.at, one.output]] : [];
  });
  return new Map(all);
}
