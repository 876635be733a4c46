import * as v from 'valibot';
import { SegmentIdSchema } from '../ids.ts';
import { AnswerSchema } from '../review.ts';
import { QUESTIONS_MAX } from './assignment.ts';
import { ActIdSchema, AttemptIdSchema, MemberIdSchema, MomentSchema } from './ids.ts';

const At = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(QUESTIONS_MAX - 1));
const Seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400));

/** An answer in a test: to the question at this place of the attempt (from 0), after so many seconds of looking at it in all. */
export const GivenSchema = v.strictObject({ at: At, answer: AnswerSchema, seconds: Seconds });
export type Given = v.InferOutput<typeof GivenSchema>;

/** Some answers of an attempt, the last word on each question alone. */
export const GivensSchema = v.pipe(
  v.array(GivenSchema),
  v.maxLength(QUESTIONS_MAX),
  v.check((givens) => new Set(givens.map(({ at }) => at)).size === givens.length, 'has a question twice'),
);

/** A text that stands in the question's view is kept as `#` and six characters of its hash; any other as `=` and itself. */
const CodedText = v.pipe(v.string(), v.maxLength(501));
export const CodedSchema = v.nullable(
  v.union([CodedText, v.array(CodedText), v.array(v.strictTuple([CodedText, CodedText]))]),
);
/** An answer as it is kept: short, so that a segment fits beside its key (answerCode.ts). */
export type Coded = v.InferOutput<typeof CodedSchema>;

/** How an attempt began. `questions`: six characters a question, a hash of `fact/question` each (answerCode.ts). */
export const StartSchema = v.strictObject({
  v: v.literal(1),
  /** The act that holds the settings under which it began. */
  act: ActIdSchema,
  /** The deck's revision, its first 12 characters. */
  revision: v.pipe(v.string(), v.maxLength(12)),
  seed: v.pipe(v.string(), v.maxLength(80)),
  questions: v.pipe(v.string(), v.maxLength(6 * QUESTIONS_MAX)),
});
export type Start = v.InferOutput<typeof StartSchema>;

/**
 * Answers as they are kept: [at, answer, seconds] each. `end`: the student handed the attempt in, or was told the results of
 * one that was over. `told`: the student was told what is right, so that nothing said later is an answer.
 */
export const KeptAnswersSchema = v.strictObject({
  v: v.literal(1),
  answers: v.array(v.strictTuple([At, CodedSchema, Seconds])),
  end: v.exactOptional(v.literal(true)),
  told: v.exactOptional(v.literal(true)),
});
export type KeptAnswers = v.InferOutput<typeof KeptAnswersSchema>;

/** One arrival of answers: the same segment may have arrived twice; the first arrival of the same answers is the server's evidence. */
export const ArrivalSchema = v.strictObject({
  segment: SegmentIdSchema,
  receivedAtMs: MomentSchema,
  kept: KeptAnswersSchema,
});
export type Arrival = v.InferOutput<typeof ArrivalSchema>;

/** Everything that is kept of one attempt: a set, in any order. `start` is null while a late listing does not show it yet. */
export const AttemptRecordSchema = v.strictObject({
  member: MemberIdSchema,
  attempt: AttemptIdSchema,
  start: v.nullable(StartSchema),
  arrivals: v.array(ArrivalSchema),
});
export type AttemptRecord = v.InferOutput<typeof AttemptRecordSchema>;
