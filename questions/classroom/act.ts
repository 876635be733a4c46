import * as v from 'valibot';
import { AnswerSchema } from '../review.ts';
import { SettingsSchema } from './assignment.ts';
import {
  ActIdSchema,
  AssignmentIdSchema,
  AttemptIdSchema,
  JoinCodeSchema,
  MemberIdSchema,
  MomentSchema,
  NameSchema,
  QuestionRefSchema,
} from './ids.ts';

const WordsSchema = v.pipe(v.string(), v.trim(), v.maxLength(300, 'is over 300 characters'));

/** What is done about a question whose key was wrong. */
export const HowSchema = v.variant('do', [
  /** This answer is right: also, or instead of the deck's. */
  v.strictObject({ do: v.literal('key'), answer: v.nonNullable(AnswerSchema), also: v.boolean() }),
  /** Everyone who was asked it has its points. */
  v.strictObject({ do: v.literal('credit') }),
  /** It counts for nobody. */
  v.strictObject({ do: v.literal('drop') }),
  /** All repairs of this question before this one are taken back. */
  v.strictObject({ do: v.literal('undo') }),
]);
export type How = v.InferOutput<typeof HowSchema>;

/** A repair of one question of a test; `words` is the line that students see. */
export const RepairSchema = v.strictObject({
  type: v.literal('repair'),
  assignment: AssignmentIdSchema,
  question: QuestionRefSchema,
  how: HowSchema,
  words: WordsSchema,
});
export type Repair = v.InferOutput<typeof RepairSchema>;

/**
 * One thing that a teacher did to a class: immutable, and the class is the fold of all of them in the order of their ids, so
 * that two teachers never write one key. Only the Worker writes `made`, and `code` with a code in it.
 */
export const ActSchema = v.variant('type', [
  v.strictObject({ type: v.literal('made'), name: NameSchema, code: JoinCodeSchema }),
  v.strictObject({ type: v.literal('name'), name: NameSchema }),
  /** The code that joins from now on; null: nobody joins. */
  v.strictObject({ type: v.literal('code'), code: v.nullable(JoinCodeSchema) }),
  v.strictObject({ type: v.literal('archive'), archived: v.boolean() }),
  /** A teacher's name for a student. */
  v.strictObject({ type: v.literal('student'), member: MemberIdSchema, name: NameSchema }),
  /** A student who lost the key and joined anew: what `from` did is `into`'s. */
  v.strictObject({ type: v.literal('merge'), from: MemberIdSchema, into: MemberIdSchema }),
  /** The assignment as it is from now on. A draft is seen by teachers alone; `withdrawn` is seen by nobody. */
  v.strictObject({
    type: v.literal('assign'),
    assignment: AssignmentIdSchema,
    state: v.picklist(['draft', 'published', 'withdrawn']),
    settings: SettingsSchema,
  }),
  /** Other conditions for one student, whole: what an earlier one said no longer holds. Extra minutes also move the close. */
  v.strictObject({
    type: v.literal('allow'),
    assignment: AssignmentIdSchema,
    member: MemberIdSchema,
    extraMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080)),
    opensAtMs: v.nullable(MomentSchema),
    closesAtMs: v.nullable(MomentSchema),
  }),
  RepairSchema,
  /** What became of a dispute: the question was repaired, or it stays as it is. */
  v.strictObject({
    type: v.literal('decide'),
    assignment: AssignmentIdSchema,
    member: MemberIdSchema,
    attempt: AttemptIdSchema,
    at: v.pipe(v.number(), v.integer(), v.minValue(0)),
    decision: v.picklist(['repaired', 'kept']),
    words: WordsSchema,
  }),
]);
export type Act = v.InferOutput<typeof ActSchema>;

/** An act as it is kept: who did it under which id. */
export const KeptActSchema = v.strictObject({ id: ActIdSchema, by: MemberIdSchema, act: ActSchema });
export type KeptAct = v.InferOutput<typeof KeptActSchema>;

/** A person of a class as it is kept. */
export const PersonSchema = v.strictObject({
  member: MemberIdSchema,
  name: NameSchema,
  sinceMs: MomentSchema,
});
export type Person = v.InferOutput<typeof PersonSchema>;

/** Everything that is kept about a class but its attempts: a set, in any order. `gone` are students who were removed or left. */
export const ClassRecordSchema = v.strictObject({
  acts: v.array(KeptActSchema),
  teachers: v.array(PersonSchema),
  students: v.array(PersonSchema),
  gone: v.array(MemberIdSchema),
});
export type ClassRecord = v.InferOutput<typeof ClassRecordSchema>;
