import * as v from 'valibot';
import { DeckIdSchema, FactIdSchema } from '../ids.ts';
import { Id } from '../text.ts';
import { MomentSchema, NameSchema, QuestionRefSchema } from './ids.ts';

/** The most questions of a test. */
export const QUESTIONS_MAX = 60;

/** Which part of the deck: all of it, facts with one of these tags, facts of these passages, or picked questions. */
export const ScopeSchema = v.variant('by', [
  v.strictObject({ by: v.literal('all') }),
  v.strictObject({ by: v.literal('tags'), tags: v.pipe(v.array(Id), v.minLength(1), v.maxLength(50)) }),
  v.strictObject({
    by: v.literal('facts'),
    facts: v.pipe(v.array(FactIdSchema), v.minLength(1), v.maxLength(100)),
  }),
  v.strictObject({
    by: v.literal('questions'),
    questions: v.pipe(v.array(QuestionRefSchema), v.minLength(1), v.maxLength(QUESTIONS_MAX)),
  }),
]);
export type Scope = v.InferOutput<typeof ScopeSchema>;

const About = {
  title: NameSchema,
  deck: DeckIdSchema,
  scope: ScopeSchema,
  opensAtMs: MomentSchema,
};

const PointsSchema = v.pipe(v.number(), v.minValue(0.5), v.maxValue(100), v.multipleOf(0.5));

/** When a student is told the marks and the right answers of a test. */
export const FeedbackTimeSchema = v.picklist(['at-once', 'at-end', 'after-close', 'never']);
export type FeedbackTime = v.InferOutput<typeof FeedbackTimeSchema>;

/** A test: questions asked once an attempt, graded in the Worker alone. */
export const TestSchema = v.pipe(
  v.strictObject({
    kind: v.literal('test'),
    ...About,
    /** How many questions are drawn from the scope; null asks all of it (at most 60). */
    count: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(QUESTIONS_MAX))),
    /** `same`: one choice for all; `each`: every student and every attempt has its own. */
    draw: v.picklist(['same', 'each']),
    /** The draw and every order follow from it: the same seed, deck and settings give the same test. */
    seed: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,26}$/, 'is not 1 to 26 letters, digits or hyphens')),
    closesAtMs: MomentSchema,
    /** Minutes from the start of an attempt; null has no limit but the close. */
    minutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600))),
    attempts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
    /** Which attempt counts where there are several. */
    counts: v.picklist(['first', 'last', 'best']),
    feedback: FeedbackTimeSchema,
    /** Points of a question where they are not 1. */
    points: v.record(QuestionRefSchema, PointsSchema),
  }),
  v.forward(
    v.check(({ opensAtMs, closesAtMs }) => closesAtMs > opensAtMs, 'is not after the opening'),
    ['closesAtMs'],
  ),
);
export type Test = v.InferOutput<typeof TestSchema>;

/** Practice until the chosen passages will still be known on a date. */
export const RetainSchema = v.pipe(
  v.strictObject({
    kind: v.literal('retain'),
    ...About,
    /** The moment for which recall is predicted: the exam. */
    dateMs: MomentSchema,
    /** The mean predicted recall to be reached on that moment. */
    target: v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.97)),
  }),
  v.forward(
    v.check(({ opensAtMs, dateMs }) => dateMs > opensAtMs, 'is not after the opening'),
    ['dateMs'],
  ),
  v.forward(
    v.check(({ scope }) => scope.by !== 'questions', 'is by questions; a retain assignment is about facts'),
    ['scope'],
  ),
);
export type Retain = v.InferOutput<typeof RetainSchema>;

/** What a teacher sets for an assignment. */
export const SettingsSchema = v.variant('kind', [TestSchema, RetainSchema]);
export type Settings = v.InferOutput<typeof SettingsSchema>;
