import * as v from 'valibot';
import { EmbedHostSchema } from './embedHost.ts';
import { ChoiceSchema } from './kinds/choice.ts';
import { ClozeSchema } from './kinds/cloze.ts';
import { EvidenceSchema } from './kinds/evidence.ts';
import { JudgeSchema } from './kinds/judge.ts';
import { ListSchema } from './kinds/list.ts';
import { MatchSchema } from './kinds/match.ts';
import { MultipleSchema } from './kinds/multiple.ts';
import { NumberSchema } from './kinds/number.ts';
import { OrderSchema } from './kinds/order.ts';
import { ShortSchema } from './kinds/short.ts';
import { StandingSchema } from './standing.ts';
import { Common, Id, Line, Prose, Timestamp } from './text.ts';

/** A question as its author writes it; one form of a fact. */
export const QuestionSchema = v.variant('kind', [
  ChoiceSchema,
  MultipleSchema,
  ClozeSchema,
  ShortSchema,
  NumberSchema,
  ListSchema,
  OrderSchema,
  MatchSchema,
  JudgeSchema,
]);
export type AuthoredQuestion = v.InferOutput<typeof QuestionSchema>;

/** A question as it is graded: an authored one, or the evidence question that every fact gets. */
export const KeyedQuestionSchema = v.variant('kind', [...QuestionSchema.options, EvidenceSchema]);
export type Question = v.InferOutput<typeof KeyedQuestionSchema>;
export type KindName = Question['kind'];

/** W3C Web Annotation TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export const PassageSchema = v.strictObject({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  prefix: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  suffix: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
});
export type Passage = v.InferOutput<typeof PassageSchema>;

/** What a reader must know beside a passage; the key says why: dated, disputed, mistranslated, or about the source. */
export const NoteSchema = v.union([
  Prose,
  v.strictObject({ since: Prose }),
  v.strictObject({ disputed: Prose }),
  v.strictObject({ translation: Prose }),
  v.strictObject({ source: Prose }),
]);
export type Note = v.InferOutput<typeof NoteSchema>;

export const FactSchema = v.strictObject({
  statement: Prose,
  standing: StandingSchema,
  by: v.exactOptional(Line),
  passage: PassageSchema,
  note: v.exactOptional(NoteSchema),
  /** When the document said it in other words: who answered before is asked once more. */
  reworded: v.exactOptional(Timestamp),
  tags: v.optional(v.array(Id), []),
  allow: Common.allow,
  questions: v.record(Id, QuestionSchema),
});
export type Fact = v.InferOutput<typeof FactSchema>;

const GlossaryEntrySchema = v.strictObject({
  kind: v.picklist(['person', 'place', 'organisation', 'date', 'quantity', 'term', 'work']),
  aliases: v.optional(v.array(Line), []),
});

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const LANGUAGE_MESSAGE = 'is not a language tag such as en or pt-BR';

/** Whether sentences can be cut by it: Intl throws on a tag that is not of BCP 47, such as `en-12` (RFC 5646). */
function isReadable(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A whole deck file, `questions/decks/NAME/deck.yaml`. */
export const DeckFileSchema = v.strictObject({
  title: Line,
  language: v.pipe(
    v.string(),
    v.regex(LANGUAGE, LANGUAGE_MESSAGE),
    v.check((tag) => !LANGUAGE.test(tag) || isReadable(tag), LANGUAGE_MESSAGE),
  ),
  asOf: v.exactOptional(v.pipe(v.string(), v.isoDate('is not a date such as 2022-01-08'))),
  access: v.picklist(['open', 'sealed']),
  documentSha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal')),
  embed: v.exactOptional(
    v.strictObject({ hosts: v.pipe(v.array(EmbedHostSchema), v.minLength(1, 'is empty'), v.maxLength(50)) }),
  ),
  glossary: v.optional(v.record(Line, GlossaryEntrySchema), {}),
  faults: v.optional(v.array(v.strictObject({ ...PassageSchema.entries, meaning: Prose })), []),
  retired: v.optional(
    v.array(
      v.strictObject({
        id: Id,
        replacedBy: v.exactOptional(Id),
        /** When the document ceased to say it. */
        gone: v.exactOptional(Timestamp),
      }),
    ),
    [],
  ),
  facts: v.record(Id, FactSchema),
});
export type DeckFile = v.InferOutput<typeof DeckFileSchema>;
