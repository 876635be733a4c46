/** What the Worker and the browsers of a class say to one another. One schema a body, parsed on both sides. */
import * as v from 'valibot';
import { FactIdSchema, SegmentIdSchema } from '../ids.ts';
import { AnswerSchema } from '../review.ts';
import { ClassRecordSchema, HowSchema } from './act.ts';
import { FeedbackTimeSchema, RetainSchema } from './assignment.ts';
import { GivensSchema } from './attempt.ts';
import {
  ActIdSchema,
  AssignmentIdSchema,
  AttemptIdSchema,
  ClassIdSchema,
  JoinCodeSchema,
  MemberIdSchema,
  MomentSchema,
  NameSchema,
  QuestionRefSchema,
} from './ids.ts';
import { GradebookSchema } from './gradebook.ts';
import { KeptStandingSchema } from './recall.ts';

const Token = v.pipe(v.string(), v.maxLength(4096));

/** POST /classes: `nonce` is a ULID of the maker's; the same one makes the same class again. */
export const MakeClassSchema = v.strictObject({ nonce: ActIdSchema, name: NameSchema, teacher: NameSchema });
export const MadeClassSchema = v.strictObject({ class: ClassIdSchema, code: JoinCodeSchema });

/** GET /classes: the classes of whoever asks, as they were called then. */
export const ClassListSchema = v.strictObject({
  classes: v.array(
    v.strictObject({ class: ClassIdSchema, role: v.picklist(['teacher', 'student']), name: v.string() }),
  ),
});

/** POST /joins */
export const JoinSchema = v.strictObject({ code: JoinCodeSchema, name: NameSchema });
/** POST /invitations/accepted */
export const AcceptSchema = v.strictObject({ invitation: Token, name: NameSchema });
/** What both answer. */
export const JoinedSchema = v.strictObject({
  class: ClassIdSchema,
  name: v.string(),
  member: MemberIdSchema,
});

/** POST /classes/{class}/codes: a new code under this act's id; the one before joins no more. */
export const NewCodeSchema = v.strictObject({ act: ActIdSchema });
export const CodeSchema = v.strictObject({ code: JoinCodeSchema });
/** POST /classes/{class}/invitations: a signed invitation for another teacher, good for seven days. */
export const InvitationSchema = v.strictObject({ invitation: Token, expiresAtMs: MomentSchema });

/** An assignment in a student's list. */
export const BriefSchema = v.strictObject({
  id: AssignmentIdSchema,
  kind: v.picklist(['test', 'retain']),
  title: v.string(),
  deck: v.string(),
  deckTitle: v.string(),
  opensAtMs: MomentSchema,
  /** The close of a test, extra time included, or the date of a retain assignment. */
  endsAtMs: MomentSchema,
});
export type Brief = v.InferOutput<typeof BriefSchema>;

/** GET /classes/{class}: teachers get the whole record, students what is theirs. */
export const ClassViewSchema = v.variant('role', [
  v.strictObject({
    role: v.literal('teacher'),
    class: ClassIdSchema,
    me: MemberIdSchema,
    nowMs: MomentSchema,
    record: ClassRecordSchema,
  }),
  v.strictObject({
    role: v.literal('student'),
    class: ClassIdSchema,
    me: MemberIdSchema,
    nowMs: MomentSchema,
    name: v.string(),
    myName: v.string(),
    teachers: v.array(v.string()),
    archived: v.boolean(),
    assignments: v.array(BriefSchema),
  }),
]);
export type ClassView = v.InferOutput<typeof ClassViewSchema>;

/** A student's own attempt in a list. Points only where they may be told. */
export const OwnAttemptSchema = v.strictObject({
  attempt: AttemptIdSchema,
  startedAtMs: MomentSchema,
  endsAtMs: MomentSchema,
  submittedAtMs: v.nullable(MomentSchema),
  counts: v.boolean(),
  points: v.exactOptional(v.number()),
  outOf: v.exactOptional(v.number()),
});

/** A line that says what a repair changed. */
const ChangeSchema = v.strictObject({
  prompt: v.string(),
  how: v.picklist(['key', 'credit', 'drop']),
  words: v.string(),
  sinceMs: MomentSchema,
});

/** GET /classes/{class}/assignments/{assignment}, as a student. */
export const StudentAssignmentSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('test'),
    id: AssignmentIdSchema,
    title: v.string(),
    deck: v.string(),
    deckTitle: v.string(),
    opensAtMs: MomentSchema,
    closesAtMs: MomentSchema,
    minutes: v.nullable(v.number()),
    extraMinutes: v.number(),
    questions: v.number(),
    attemptsMax: v.number(),
    counts: v.picklist(['first', 'last', 'best']),
    feedback: FeedbackTimeSchema,
    /** From when results are told; null where that depends on handing in, or never comes. */
    resultsFromMs: v.nullable(MomentSchema),
    attempts: v.array(OwnAttemptSchema),
    changes: v.array(ChangeSchema),
    nowMs: MomentSchema,
  }),
  v.strictObject({
    kind: v.literal('retain'),
    id: AssignmentIdSchema,
    deckTitle: v.string(),
    settings: RetainSchema,
    nowMs: MomentSchema,
  }),
]);
export type StudentAssignment = v.InferOutput<typeof StudentAssignmentSchema>;

/** One question as a student sees it during a test: no id, because an author's id may tell the answer. */
const AskedQuestionSchema = v.strictObject({
  view: v.looseObject({ kind: v.string(), prompt: v.string() }),
  outOf: v.number(),
});

/** A verdict and what may be told after it, as `questions/feedback.ts` makes it. */
const FeedbackSchema = v.looseObject({
  verdict: v.looseObject({ outcome: v.string(), reason: v.string(), share: v.number() }),
});

/** POST …/attempts, and GET …/attempts/{attempt}: an attempt that can be gone on with, on any device of the student. */
export const SittingSchema = v.strictObject({
  attempt: AttemptIdSchema,
  /** Signed: names the student, the attempt, its questions and its end. */
  token: Token,
  title: v.string(),
  language: v.string(),
  startedAtMs: MomentSchema,
  endsAtMs: MomentSchema,
  nowMs: MomentSchema,
  feedback: FeedbackTimeSchema,
  /** Orders the options of each question; says nothing of the key. */
  seed: v.string(),
  questions: v.array(AskedQuestionSchema),
  /** What the server has, possibly a minute late. */
  answers: GivensSchema,
  /** With feedback at once: the verdicts on what the server has. */
  told: v.array(v.strictObject({ at: v.number(), feedback: FeedbackSchema })),
  submittedAtMs: v.nullable(MomentSchema),
});
export type Sitting = v.InferOutput<typeof SittingSchema>;

/** PUT …/attempts/{attempt}/segments/{segment} */
export const SaveSchema = v.strictObject({ token: Token, answers: GivensSchema });
/** When the server had it; `late`: after the end, kept and shown to the teacher, and not counted. */
export const SavedSchema = v.strictObject({ receivedAtMs: MomentSchema, late: v.boolean() });

/** POST …/attempts/{attempt}/answers, with feedback at once: the first answer to a question is the one that counts. */
export const AnswerOnceSchema = v.strictObject({
  token: Token,
  segment: SegmentIdSchema,
  at: v.number(),
  answer: AnswerSchema,
  seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)),
});
export const AnsweredOnceSchema = v.strictObject({
  receivedAtMs: MomentSchema,
  late: v.boolean(),
  /** The verdict `again` keeps nothing: the question is still open. */
  feedback: FeedbackSchema,
});

/** POST …/attempts/{attempt}/submission: all answers, whatever was saved before. Sending it again changes nothing. */
export const SubmitSchema = v.strictObject({ token: Token, segment: SegmentIdSchema, answers: GivensSchema });
export const SubmittedSchema = v.strictObject({
  /** Signed; `POST /receipts` says what it is for. */
  receipt: v.string(),
  receivedAtMs: MomentSchema,
  late: v.boolean(),
});

/** POST /receipts: whether this server gave it, and for what. Anybody may ask who has the receipt. */
export const CheckReceiptSchema = v.strictObject({ receipt: Token });
export const ReceiptSchema = v.strictObject({
  class: ClassIdSchema,
  assignment: AssignmentIdSchema,
  attempt: AttemptIdSchema,
  member: MemberIdSchema,
  title: v.string(),
  answered: v.number(),
  questions: v.number(),
  receivedAtMs: MomentSchema,
  late: v.boolean(),
  /** SHA-256 of the answers, in hex (attemptDigest.ts). */
  answersSha256: v.string(),
});

/** GET …/attempts/{attempt}/results, once they may be told. */
export const ResultsSchema = v.strictObject({
  title: v.string(),
  deck: v.string(),
  language: v.string(),
  seed: v.string(),
  points: v.number(),
  outOf: v.number(),
  questions: v.array(
    v.strictObject({
      at: v.number(),
      view: v.looseObject({ kind: v.string(), prompt: v.string() }),
      answer: v.exactOptional(AnswerSchema),
      share: v.nullable(v.number()),
      points: v.number(),
      outOf: v.number(),
      feedback: FeedbackSchema,
      change: v.nullable(ChangeSchema),
      dispute: v.nullable(
        v.strictObject({
          words: v.string(),
          decision: v.nullable(
            v.strictObject({ decision: v.picklist(['repaired', 'kept']), words: v.string() }),
          ),
        }),
      ),
    }),
  ),
});
export type Results = v.InferOutput<typeof ResultsSchema>;

/** PUT …/attempts/{attempt}/disputes/{at} */
export const DisputeBodySchema = v.strictObject({
  words: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(500)),
});

/** GET …/gradebook, as a teacher. */
export const GradebookReplySchema = v.strictObject({
  gradebook: GradebookSchema,
  /** When the store was read; a write may show up to a minute later. */
  readAtMs: MomentSchema,
});

/** POST …/trials: what a repair would change. Nothing is written. */
export const TrialSchema = v.strictObject({ question: QuestionRefSchema, how: HowSchema });

/** GET …/paper?seed=…, as a teacher: a test as a student may be given it, with its answers. */
export const PaperSchema = v.strictObject({
  title: v.string(),
  deckTitle: v.string(),
  language: v.string(),
  seed: v.string(),
  minutes: v.nullable(v.number()),
  questions: v.array(
    v.strictObject({
      question: QuestionRefSchema,
      view: v.looseObject({ kind: v.string(), prompt: v.string() }),
      outOf: v.number(),
      solution: v.array(v.string()),
      statement: v.string(),
      passage: v.string(),
      explanation: v.exactOptional(v.string()),
    }),
  ),
});
export type Paper = v.InferOutput<typeof PaperSchema>;

/** GET /classes/{class}/decks/{deck}, as a teacher: what can be assigned, each question with its answer. */
export const AssignableSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  access: v.picklist(['open', 'sealed']),
  language: v.string(),
  tags: v.array(v.string()),
  facts: v.array(
    v.strictObject({
      fact: FactIdSchema,
      statement: v.string(),
      passage: v.string(),
      place: v.strictObject({ start: v.number(), end: v.number() }),
      tags: v.array(v.string()),
      questions: v.array(
        v.strictObject({
          question: QuestionRefSchema,
          view: v.looseObject({ kind: v.string(), prompt: v.string() }),
          solution: v.array(v.string()),
        }),
      ),
    }),
  ),
});
export type Assignable = v.InferOutput<typeof AssignableSchema>;

/** GET …/standings, as a teacher of a retain assignment. */
export const StandingsSchema = v.strictObject({
  standings: v.array(KeptStandingSchema),
  readAtMs: MomentSchema,
});

/** DELETE /classes/{class}: what was removed now, and whether there is more. */
export const ClassErasedSchema = v.strictObject({ removed: v.number(), more: v.boolean() });
