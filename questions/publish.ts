/** What an author's studio, the learners and the Worker say to one another about published decks. One schema a body, parsed on both sides. */
import * as v from 'valibot';
import { DeckIdSchema, FactIdSchema, QuestionIdSchema } from './ids.ts';
import { AnswerSchema } from './review.ts';

const Moment = v.pipe(v.number(), v.integer(), v.minValue(0));

/** SHA-256 of a deck file, a zero byte and its document, in hexadecimal. */
export const RevisionSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'is not a revision'),
  v.brand('Revision'),
);
export type Revision = v.InferOutput<typeof RevisionSchema>;

/** A deck's name among its author's: the folder's name, and the beginning of its id. */
export const DeckNameSchema = v.pipe(
  v.string(),
  v.maxLength(47),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a name: lower-case words and digits joined by hyphens'),
);

/** Half a surrogate pair is no text: its bytes, and so the revision, would be another text's. */
const Text = v.pipe(
  v.string(),
  v.maxLength(1_000_000),
  v.check((text) => !/\p{Surrogate}/u.test(text), 'has half a character in it'),
);

/** PUT /own/decks/NAME: the same body again is the same revision. `after` is the revision that the author has seen last; null for a new deck. */
export const PublishSchema = v.strictObject({
  yaml: Text,
  document: Text,
  /** What was offered once and is not to be offered again, see `questions/draft/offered.ts`. */
  offered: Text,
  after: v.nullable(RevisionSchema),
});
/** What it answers: 201 for a new revision, 200 for the one that is served already. */
export const PublishedSchema = v.strictObject({
  id: DeckIdSchema,
  revision: RevisionSchema,
  publishedAtMs: Moment,
});
export type Published = v.InferOutput<typeof PublishedSchema>;

/** GET /own/decks: the decks of whoever asks. */
export const OwnDecksSchema = v.strictObject({
  decks: v.array(
    v.strictObject({
      ...PublishedSchema.entries,
      name: DeckNameSchema,
      title: v.string(),
      access: v.picklist(['open', 'sealed']),
    }),
  ),
});

/** GET /own/decks/NAME: the deck to go on with. */
export const OwnDeckSchema = v.strictObject({
  ...PublishedSchema.entries,
  name: DeckNameSchema,
  yaml: v.string(),
  document: v.string(),
  offered: v.string(),
});

/** PUT /decks/ID/reports/REPORT: a learner says that something is wrong with a question. REPORT is a ULID of the learner's; the same again changes nothing. */
export const ReportIdSchema = v.pipe(
  v.string(),
  v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is not a ULID'),
  v.brand('ReportId'),
);
export type ReportId = v.InferOutput<typeof ReportIdSchema>;
export const ReportSchema = v.strictObject({
  fact: FactIdSchema,
  question: QuestionIdSchema,
  /** The revision that the learner saw. */
  revision: RevisionSchema,
  answer: AnswerSchema,
  outcome: v.picklist(['right', 'close', 'partial', 'wrong']),
  /** In the learner's words, if any. */
  words: v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(300))),
});
export type Report = v.InferOutput<typeof ReportSchema>;

/** What an author did about a report: took the answer, mended the question, retired it, or left it. */
export const DecisionSchema = v.strictObject({
  decision: v.picklist(['accepted', 'fixed', 'retired', 'kept']),
  /** The revision in which it is done; null where it was kept. */
  revision: v.nullable(RevisionSchema),
});
export type Decision = v.InferOutput<typeof DecisionSchema>;

/** GET /own/decks/NAME/reports. PUT /own/decks/NAME/reports/REPORT/decision takes a DecisionSchema; the last one counts. */
export const ReportsSchema = v.strictObject({
  reports: v.array(
    v.strictObject({
      id: ReportIdSchema,
      reportedAtMs: Moment,
      report: ReportSchema,
      decision: v.nullable(DecisionSchema),
    }),
  ),
});
export type KnownReport = v.InferOutput<typeof ReportsSchema>['reports'][number];
