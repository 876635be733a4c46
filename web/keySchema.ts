import * as v from 'valibot';
import { KeyedQuestionSchema, NoteSchema } from '../questions/deck.ts';
import { StandingSchema } from '../questions/standing.ts';

const PlaceSchema = v.object({ start: v.number(), end: v.number() });

/** What an open deck is graded with. */
export const DeckKeySchema = v.object({
  glossary: v.record(v.string(), v.object({ kind: v.string(), aliases: v.array(v.string()) })),
  facts: v.record(
    v.string(),
    v.object({
      statement: v.string(),
      standing: StandingSchema,
      by: v.exactOptional(v.string()),
      note: v.exactOptional(NoteSchema),
      place: PlaceSchema,
      questions: v.record(v.string(), KeyedQuestionSchema),
    }),
  ),
});

const outcome = v.picklist(['right', 'close', 'partial', 'wrong', 'again']);

const VerdictSchema = v.object({
  outcome,
  reason: v.picklist([
    'exact',
    'accepted',
    'spelling',
    'within-tolerance',
    'some-items',
    'extra-items',
    'some-in-order',
    'known-confusion',
    'other-entry',
    'different',
    'not-given',
    'unit-missing',
    'unit-wrong',
    'date-ambiguous',
    'too-imprecise',
    'not-a-number',
    'not-a-date',
  ]),
  share: v.number(),
  because: v.exactOptional(v.string()),
  expected: v.exactOptional(v.string()),
  items: v.exactOptional(
    v.array(v.object({ given: v.string(), expected: v.exactOptional(v.string()), outcome })),
  ),
});

/** What the server says of an answer to a sealed deck. */
export const FeedbackSchema = v.object({
  verdict: VerdictSchema,
  told: v.exactOptional(
    v.object({
      solution: v.array(v.string()),
      explanation: v.exactOptional(v.string()),
      notes: v.array(
        v.object({ text: v.string(), because: v.string(), place: v.exactOptional(PlaceSchema) }),
      ),
      statement: v.string(),
      standing: StandingSchema,
      by: v.exactOptional(v.string()),
      note: v.exactOptional(NoteSchema),
      place: PlaceSchema,
    }),
  ),
});
