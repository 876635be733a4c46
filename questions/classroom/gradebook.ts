/** The gradebook: the shapes that `foldGradebook.ts` makes of a class, its attempts and the deck's key. Plain JSON. */
import * as v from 'valibot';
import { AnswerSchema } from '../review.ts';
import { AttemptIdSchema, MemberIdSchema, MomentSchema, QuestionRefSchema } from './ids.ts';

/** One question's mark in one attempt. */
export const MarkSchema = v.strictObject({
  question: QuestionRefSchema,
  /** Its place in the attempt, from 0. */
  at: v.number(),
  /** Null is "I do not know"; absent where nothing came in time. */
  answer: v.exactOptional(AnswerSchema),
  /** What counts: 0 to 1 of the question, after repairs. Null where it was dropped. */
  share: v.nullable(v.number()),
  points: v.number(),
  outOf: v.number(),
  seconds: v.number(),
  /** An answer that came after the end, and does not count. */
  late: v.exactOptional(v.strictObject({ answer: AnswerSchema, receivedAtMs: MomentSchema })),
});
export type Mark = v.InferOutput<typeof MarkSchema>;

/** One attempt with its marks. */
export const MarkedAttemptSchema = v.strictObject({
  attempt: AttemptIdSchema,
  startedAtMs: MomentSchema,
  /** When it has to be in, allowances included. */
  endsAtMs: MomentSchema,
  /** When the server had it; null while it was not handed in. */
  submittedAtMs: v.nullable(MomentSchema),
  /** The last answer that counts; null without any. */
  lastAtMs: v.nullable(MomentSchema),
  points: v.number(),
  outOf: v.number(),
  seed: v.string(),
  /** The deck has changed since. */
  earlierRevision: v.boolean(),
  marks: v.array(MarkSchema),
});
export type MarkedAttempt = v.InferOutput<typeof MarkedAttemptSchema>;

/** One student's line. */
export const RowSchema = v.strictObject({
  member: MemberIdSchema,
  name: v.string(),
  gone: v.boolean(),
  /** `over`: it has ended without being handed in; what was saved in time counts. */
  state: v.picklist(['not-started', 'in-progress', 'submitted', 'over']),
  closesAtMs: MomentSchema,
  extraMinutes: v.number(),
  /** All that count as attempts, the earliest first. */
  attempts: v.array(MarkedAttemptSchema),
  /** The one that counts: its place in `attempts`; null without any. */
  counted: v.nullable(v.number()),
  /** Attempts beyond those allowed, begun while the store was late: shown, never counted. */
  surplus: v.number(),
});
export type Row = v.InferOutput<typeof RowSchema>;

/** One question's column. */
export const ColumnSchema = v.strictObject({
  question: QuestionRefSchema,
  kind: v.string(),
  prompt: v.string(),
  outOf: v.number(),
  repair: v.nullable(v.picklist(['key', 'credit', 'drop'])),
});
export type Column = v.InferOutput<typeof ColumnSchema>;

/** A student's objection to a question, and what became of it. */
export const DisputeSchema = v.strictObject({
  member: MemberIdSchema,
  attempt: AttemptIdSchema,
  at: v.number(),
  words: v.string(),
  sinceMs: MomentSchema,
});
export type Dispute = v.InferOutput<typeof DisputeSchema>;
export const KnownDisputeSchema = v.strictObject({
  ...DisputeSchema.entries,
  name: v.string(),
  question: v.nullable(QuestionRefSchema),
  decision: v.nullable(v.strictObject({ decision: v.picklist(['repaired', 'kept']), words: v.string() })),
});
export type KnownDispute = v.InferOutput<typeof KnownDisputeSchema>;

/** A test's gradebook. The same set of acts, people, attempts and disputes gives the same bytes, in whatever order they came. */
export const GradebookSchema = v.strictObject({
  title: v.string(),
  /** Every question that somebody was asked, in the deck's order. */
  columns: v.array(ColumnSchema),
  /** Every student, non-starters too, by name. */
  rows: v.array(RowSchema),
  disputes: v.array(KnownDisputeSchema),
});
export type Gradebook = v.InferOutput<typeof GradebookSchema>;

/** What a repair changes: only students whose counted points change. */
export const RepairEffectSchema = v.strictObject({
  changes: v.array(
    v.strictObject({
      member: MemberIdSchema,
      name: v.string(),
      before: v.strictObject({ points: v.number(), outOf: v.number() }),
      after: v.strictObject({ points: v.number(), outOf: v.number() }),
    }),
  ),
});
export type RepairEffect = v.InferOutput<typeof RepairEffectSchema>;
