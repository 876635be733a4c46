import * as v from 'valibot';

/**
 * Author-chosen names: kebab-case, at most 64 characters. Names that JavaScript objects already have are refused:
 * `__proto__` by its characters, `constructor` and `prototype` by name, because `v.record` drops those keys silently.
 */
const SLUG = /^(?!(?:constructor|prototype)$)(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG_MESSAGE = 'Use small letters, digits and single hyphens, at most 64 characters.';

/** ULID as text: 26 characters of Crockford's base 32, upper case, the first at most 7 (github.com/ulid/spec). */
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const ULID_MESSAGE = 'Not a ULID.';

/** A deck's name, unique on one server. */
export const DeckIdSchema = v.pipe(v.string(), v.regex(SLUG, SLUG_MESSAGE), v.brand('DeckId'));
/** A deck's name, unique on one server. */
export type DeckId = v.InferOutput<typeof DeckIdSchema>;

/** A fact's name, unique within its deck. Memory hangs on it, so an author never changes it. */
export const FactIdSchema = v.pipe(v.string(), v.regex(SLUG, SLUG_MESSAGE), v.brand('FactId'));
/** A fact's name, unique within its deck. */
export type FactId = v.InferOutput<typeof FactIdSchema>;

/** A question's name, unique within its fact. */
export const QuestionIdSchema = v.pipe(v.string(), v.regex(SLUG, SLUG_MESSAGE), v.brand('QuestionId'));
/** A question's name, unique within its fact. */
export type QuestionId = v.InferOutput<typeof QuestionIdSchema>;

/** One log entry's name: a ULID made on the learner's device. */
export const ReviewIdSchema = v.pipe(v.string(), v.regex(ULID, ULID_MESSAGE), v.brand('ReviewId'));
/** One log entry's name. */
export type ReviewId = v.InferOutput<typeof ReviewIdSchema>;

/** One segment's name: a ULID made on the learner's device, so that a retry writes the same key. */
export const SegmentIdSchema = v.pipe(v.string(), v.regex(ULID, ULID_MESSAGE), v.brand('SegmentId'));
/** One segment's name. */
export type SegmentId = v.InferOutput<typeof SegmentIdSchema>;

/** SHA-256 of a learner key in lower-case hex: names a learner's data without giving access to it. */
export const LearnerIdSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'Not a learner id.'),
  v.brand('LearnerId'),
);
/** SHA-256 of a learner key in lower-case hex. */
export type LearnerId = v.InferOutput<typeof LearnerIdSchema>;
