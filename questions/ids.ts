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

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID from a time (ms since 1970, 0 to 2^48 - 1) and ten random bytes. The caller brands it by parsing or by the
 * schema of the id it needs. Throws on other lengths or times: that is a bug, not input.
 */
export function ulid(timeMs: number, randomBytes10: Uint8Array): string {
  if (!Number.isInteger(timeMs) || timeMs < 0 || timeMs >= 2 ** 48) {
    throw new Error(`Inconsistent: ulid time ${timeMs}`);
  }
  if (randomBytes10.length !== 10)
    throw new Error(`Inconsistent: ulid needs 10 bytes, got ${randomBytes10.length}`);
  return base32(timeMs, 10) + bytesToBase32(randomBytes10);
}

function base32(value: number, length: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i += 1) {
    text = CROCKFORD.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Five bytes are eight characters exactly; each group of 40 bits is safe in a number. */
function bytesToBase32(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 5) {
    const group = bytes.subarray(start, start + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    text += base32(group, 8);
  }
  return text;
}
