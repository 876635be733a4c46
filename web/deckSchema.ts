import * as v from 'valibot';
import { DeckIdSchema, FactIdSchema, QuestionIdSchema } from '../questions/ids.ts';
import { ViewSchema } from './viewSchema.ts';

const access = v.picklist(['open', 'sealed']);

const heading = {
  id: DeckIdSchema,
  title: v.string(),
  language: v.string(),
  asOf: v.exactOptional(v.string()),
  access,
  revision: v.string(),
};

/** The list of decks, `/decks/index.json`. */
export const DeckIndexSchema = v.object({
  decks: v.array(v.object({ ...heading, facts: v.number(), questions: v.number() })),
});
/** One deck in the list: how many facts and questions it has. */
export type DeckSummary = v.InferOutput<typeof DeckIndexSchema>['decks'][number];

const FactSchema = v.object({
  id: FactIdSchema,
  tags: v.array(v.string()),
  rewordedAtMs: v.exactOptional(v.number()),
  questions: v.array(v.object({ id: QuestionIdSchema, view: ViewSchema, hint: v.string() })),
});

/** A deck's file, `/decks/ID.json`. The key is parsed apart, by whoever grades with it. */
export const DeckBodySchema = v.object({
  deck: v.object({
    ...heading,
    embed: v.exactOptional(v.object({ hosts: v.array(v.string()) })),
    facts: v.array(FactSchema),
    apart: v.array(v.tuple([v.string(), v.string()])),
    retired: v.array(
      v.object({
        id: FactIdSchema,
        replacedBy: v.exactOptional(FactIdSchema),
        goneAtMs: v.exactOptional(v.number()),
      }),
    ),
  }),
  key: v.exactOptional(v.unknown()),
});
/** What anybody may read of a deck, with its ids checked. */
export type StudyDeck = v.InferOutput<typeof DeckBodySchema>['deck'];
/** One fact of a deck, as it may travel before the answer. */
export type StudyFact = StudyDeck['facts'][number];
