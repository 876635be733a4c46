import * as v from 'valibot';
import { Id } from '../text.ts';

const TWENTY_SIX = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A class: 130 bits of a hash of its maker and a name that the maker chose, so that nobody else can make it. */
export const ClassIdSchema = v.pipe(v.string(), v.regex(TWENTY_SIX, 'Not a class id.'), v.brand('ClassId'));
export type ClassId = v.InferOutput<typeof ClassIdSchema>;

/** A person within one class: 130 bits of a hash of the class and the learner id. In another class the same person has another. */
export const MemberIdSchema = v.pipe(
  v.string(),
  v.regex(TWENTY_SIX, 'Not a member id.'),
  v.brand('MemberId'),
);
export type MemberId = v.InferOutput<typeof MemberIdSchema>;

/** A teacher's act: a ULID made by the teacher's browser, so that a retry writes the same key. Acts are folded in its order. */
export const ActIdSchema = v.pipe(v.string(), v.regex(ULID, 'Not a ULID.'), v.brand('ActId'));
export type ActId = v.InferOutput<typeof ActIdSchema>;

/** An assignment: a ULID made by the teacher's browser. */
export const AssignmentIdSchema = v.pipe(v.string(), v.regex(ULID, 'Not a ULID.'), v.brand('AssignmentId'));
export type AssignmentId = v.InferOutput<typeof AssignmentIdSchema>;

/** An attempt: a ULID made by the server; its time is the attempt's start on the server's clock. */
export const AttemptIdSchema = v.pipe(v.string(), v.regex(ULID, 'Not a ULID.'), v.brand('AttemptId'));
export type AttemptId = v.InferOutput<typeof AttemptIdSchema>;

/** What a student types to join: 8 characters of Crockford's base 32. */
export const JoinCodeSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, 'is not a code of 8 characters'),
  v.brand('JoinCode'),
);
export type JoinCode = v.InferOutput<typeof JoinCodeSchema>;

/** `fact/question`: one form of a fact, within a deck. */
export const QuestionRefSchema = v.pipe(
  v.string(),
  v.maxLength(129),
  v.check((ref) => {
    const [fact, question, ...rest] = ref.split('/');
    return rest.length === 0 && v.is(Id, fact) && v.is(Id, question);
  }, 'is not fact/question'),
  v.brand('QuestionRef'),
);
export type QuestionRef = v.InferOutput<typeof QuestionRefSchema>;

/** A name that people see: of a class, a student or a teacher; 1 to 80 characters on one line. */
export const NameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('is empty'),
  v.maxLength(80, 'is over 80 characters'),
  v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'has a character that is not shown'),
);

/** A moment on the server's clock, in ms since 1970. */
export const MomentSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/** The moment (ms since 1970) that a ULID carries. */
export function momentOf(ulid: ActId | AssignmentId | AttemptId): number {
  return Array.from(ulid.slice(0, 10)).reduce(
    (sum, letter) => sum * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter),
    0,
  );
}
