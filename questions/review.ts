import * as v from 'valibot';
import { FactIdSchema, QuestionIdSchema, ReviewIdSchema } from './ids.ts';
import { LAST_MOMENT_MS } from './log.ts';

export { compareReviews } from './log.ts';

/** The most reviews one segment may hold; the browser flushes when it gets there. */
export const REVIEWS_PER_SEGMENT = 100;

const MomentSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_MOMENT_MS));
const ZoneSchema = v.pipe(v.number(), v.integer(), v.minValue(-900), v.maxValue(900));
const TextSchema = v.pipe(v.string(), v.maxLength(500));

/** What the learner gave: a text, several, pairs (`match`), or null for "I do not know". */
export const AnswerSchema = v.nullable(
  v.union([
    TextSchema,
    v.pipe(v.array(TextSchema), v.maxLength(40)),
    v.pipe(v.array(v.strictTuple([TextSchema, TextSchema])), v.maxLength(40)),
  ]),
);

/** What FSRS is told: 1 again, 2 hard, 3 good, 4 easy. */
export const RatingSchema = v.picklist([1, 2, 3, 4]);

/** The outcomes that are logged. `again` (unclear, asked once more) costs nothing and leaves no review. */
export const OutcomeSchema = v.picklist(['right', 'close', 'partial', 'wrong']);

const fields = {
  /** The entry's own name. Two entries with one id are one entry. */
  id: ReviewIdSchema,
  /** When, on the learner's clock, in ms since 1970; the server refuses it more than a day after the time of receipt. */
  answeredAtMs: MomentSchema,
  /** The learner's zone at that moment, in minutes east of UTC. */
  zone: ZoneSchema,
};

/** One answered question. */
export const AnsweredSchema = v.strictObject({
  ...fields,
  type: v.literal('answer'),
  /** The fact that was asked: what memory belongs to. */
  fact: FactIdSchema,
  /** The form in which it was asked. */
  question: QuestionIdSchema,
  /** What the learner gave, as typed or chosen. */
  answer: AnswerSchema,
  /** The verdict's outcome, before any claim. */
  outcome: OutcomeSchema,
  /** The part of the answer that was right, 0 to 1. */
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** What FSRS is told, derived from the verdict when the answer was given. */
  rating: RatingSchema,
  /** From the question's appearance to the answer, in ms, at most a day. */
  tookMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000)),
  /** Present when a hint was used. */
  hint: v.exactOptional(v.literal(true)),
});

/** Takes back one answer, claim or reset. An undo of an undo has no effect: answer again instead. */
export const UndoSchema = v.strictObject({
  ...fields,
  type: v.literal('undo'),
  /** The entry that no longer counts. */
  undoes: ReviewIdSchema,
});

/** "I was right", said after the verdict: gives one answer another rating. The latest claim counts. */
export const ClaimSchema = v.strictObject({
  ...fields,
  type: v.literal('claim'),
  /** The answer it is about. */
  claims: ReviewIdSchema,
  /** The rating that holds instead: 2 hard or 3 good. */
  rating: v.picklist([2, 3]),
});

/** Begins afresh: answers before it (in the order of `compareReviews`) no longer count. Nothing is deleted. */
export const ResetSchema = v.strictObject({
  ...fields,
  type: v.literal('reset'),
  /** The fact to begin afresh; the whole deck when absent. */
  fact: v.exactOptional(FactIdSchema),
});

/** One entry of the log. */
export const ReviewSchema = v.variant('type', [AnsweredSchema, UndoSchema, ClaimSchema, ResetSchema]);

/** Reviews written together under one key: 1 to 100, no id twice. */
export const SegmentSchema = v.strictObject({
  /** Version of this shape. */
  v: v.literal(1),
  reviews: v.pipe(
    v.array(ReviewSchema),
    v.minLength(1),
    v.maxLength(REVIEWS_PER_SEGMENT),
    v.check(
      (reviews) => new Set(reviews.map((review) => review.id)).size === reviews.length,
      'An id stands twice.',
    ),
  ),
});

/** A segment as it comes back: one that was sent, or several in one, in which an id may stand twice. */
export const StoredSegmentSchema = v.strictObject({
  v: v.literal(1),
  reviews: v.pipe(v.array(ReviewSchema), v.minLength(1)),
});

/** What the learner gave; null means "I do not know". */
export type Answer = v.InferOutput<typeof AnswerSchema>;
/** 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = v.InferOutput<typeof RatingSchema>;
/** right, close, partial or wrong. */
export type Outcome = v.InferOutput<typeof OutcomeSchema>;
/** One answered question. */
export type Answered = v.InferOutput<typeof AnsweredSchema>;
/** Takes back one answer, claim or reset. */
export type Undo = v.InferOutput<typeof UndoSchema>;
/** "I was right", said after the verdict. */
export type Claim = v.InferOutput<typeof ClaimSchema>;
/** Begins a fact or the deck afresh. */
export type Reset = v.InferOutput<typeof ResetSchema>;
/** One entry of the log. */
export type Review = v.InferOutput<typeof ReviewSchema>;
/** Reviews written together under one key. */
export type Segment = v.InferOutput<typeof SegmentSchema>;
