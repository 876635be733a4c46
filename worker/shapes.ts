import * as v from 'valibot';
import { ActSchema } from '../questions/classroom/act.ts';
import {
  AcceptSchema,
  ClassListSchema,
  ClassViewSchema,
  CodeSchema,
  InvitationSchema,
  JoinedSchema,
  JoinSchema,
  MadeClassSchema,
  MakeClassSchema,
  NewCodeSchema,
} from '../questions/classroom/api.ts';
import { DeckIdSchema, FactIdSchema, QuestionIdSchema, SegmentIdSchema } from '../questions/ids.ts';
import { KIND_NAMES } from '../questions/kinds.ts';
import {
  DecisionSchema,
  OwnDeckSchema,
  OwnDecksSchema,
  PublishedSchema,
  PublishSchema,
  ReportSchema,
  ReportsSchema,
} from '../questions/publish.ts';
import {
  AnswerSchema,
  OutcomeSchema,
  ReviewSchema,
  SegmentSchema,
  StoredSegmentSchema,
} from '../questions/review.ts';
import { StandingSchema } from '../questions/standing.ts';
import { ATTEMPT_SHAPES } from './classroom/attemptShapes.ts';

/** The most bytes of an answer's body, and of a segment's. */
export const ANSWER_BYTES_MAX = 16 * 1024;
export const SEGMENT_BYTES_MAX = 64 * 1024;
/** The most bytes of a teacher's act, and of any other body about a class and its people. */
export const ACT_BYTES_MAX = 16 * 1024;
export const CLASS_BYTES_MAX = 8 * 1024;
/** The most bytes of what is saved or handed in of an attempt, its token included. */
export const ATTEMPT_BYTES_MAX = 128 * 1024;

/** The most bytes of a deck that is published: its file, its document, and what was offered, of a million characters each at most. */
export const DECK_BYTES_MAX = 4 * 1024 * 1024;

/** One answer, to be graded. */
export const AskSchema = v.strictObject({
  fact: FactIdSchema,
  question: QuestionIdSchema,
  answer: AnswerSchema,
});

/** Where the next part of a log begins: what the part before said, passed on unread. */
export const CursorSchema = v.optional(
  v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,1024}$/, 'is not a cursor')),
);

const AccessSchema = v.picklist(['open', 'sealed']);
const About = {
  id: DeckIdSchema,
  title: v.string(),
  language: v.string(),
  asOf: v.exactOptional(v.string()),
  access: AccessSchema,
  revision: v.string(),
};
const PlaceSchema = v.strictObject({ start: v.number(), end: v.number() });
const QuestionShape = v.strictObject({
  id: QuestionIdSchema,
  /** Fields differ by kind; none of them tells the key. */
  view: v.looseObject({ kind: v.picklist(KIND_NAMES), prompt: v.string() }),
  hint: v.string(),
});
const FactShape = v.strictObject({
  id: FactIdSchema,
  tags: v.array(v.string()),
  /** When the document said it in other words. */
  rewordedAtMs: v.exactOptional(v.number()),
  questions: v.array(QuestionShape),
});
const MarkShape = v.strictObject({
  given: v.string(),
  expected: v.exactOptional(v.string()),
  outcome: v.string(),
});

/** What the API says, for its description; the tests hold every response against these. */
export const SHAPES = {
  DeckList: v.strictObject({
    decks: v.array(v.strictObject({ ...About, facts: v.number(), questions: v.number() })),
  }),
  Deck: v.strictObject({
    deck: v.strictObject({
      ...About,
      /** The only sites whose pages may show it; any may where this is absent. */
      embed: v.exactOptional(v.strictObject({ hosts: v.array(v.string()) })),
      facts: v.array(FactShape),
      apart: v.array(v.strictTuple([v.string(), v.string()])),
      retired: v.array(
        v.strictObject({
          id: v.string(),
          replacedBy: v.exactOptional(v.string()),
          goneAtMs: v.exactOptional(v.number()),
        }),
      ),
    }),
    /** Of an open deck only. */
    key: v.exactOptional(v.looseObject({})),
    /** SHA-256 of the document's bytes. */
    documentSha256: v.string(),
  }),
  Publish: PublishSchema,
  Published: PublishedSchema,
  OwnDecks: OwnDecksSchema,
  OwnDeck: OwnDeckSchema,
  Report: ReportSchema,
  Reports: ReportsSchema,
  Decision: DecisionSchema,
  Ask: AskSchema,
  Feedback: v.strictObject({
    verdict: v.strictObject({
      outcome: v.picklist([...OutcomeSchema.options, 'again']),
      reason: v.string(),
      share: v.number(),
      because: v.exactOptional(v.string()),
      expected: v.exactOptional(v.string()),
      items: v.exactOptional(v.array(MarkShape)),
    }),
    /** Absent where the verdict is `again`. */
    told: v.exactOptional(
      v.looseObject({
        solution: v.array(v.string()),
        statement: v.string(),
        standing: StandingSchema,
        place: PlaceSchema,
      }),
    ),
  }),
  Review: ReviewSchema,
  Segment: SegmentSchema,
  StoredSegment: StoredSegmentSchema,
  LogPage: v.strictObject({
    segments: v.array(
      v.strictObject({
        deck: DeckIdSchema,
        id: SegmentIdSchema,
        /** Of a small segment: its reviews. */
        reviews: v.exactOptional(v.array(ReviewSchema)),
        /** Of a merged segment: which segments it holds; whoever has all of these needs not read it. */
        merged: v.exactOptional(
          v.strictObject({
            level: v.number(),
            covers: v.array(SegmentIdSchema),
            bytes: v.number(),
            mergedAtMs: v.number(),
          }),
        ),
      }),
    ),
    cursor: v.exactOptional(v.string()),
  }),
  MakeClass: MakeClassSchema,
  MadeClass: MadeClassSchema,
  ClassList: ClassListSchema,
  ClassView: ClassViewSchema,
  Act: ActSchema,
  NewCode: NewCodeSchema,
  Code: CodeSchema,
  Invitation: InvitationSchema,
  Join: JoinSchema,
  Accept: AcceptSchema,
  Joined: JoinedSchema,
  ...ATTEMPT_SHAPES,
  Erased: v.strictObject({ removed: v.number(), more: v.boolean() }),
  Problem: v.strictObject({
    type: v.string(),
    title: v.string(),
    status: v.number(),
    code: v.string(),
    detail: v.string(),
    problems: v.exactOptional(v.array(v.strictObject({ path: v.string(), message: v.string() }))),
  }),
};
