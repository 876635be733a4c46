import * as v from 'valibot';
import { StandingSchema } from '../../standing.ts';
import { Line, Prose } from '../../text.ts';

const common = {
  quote: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  statement: Prose,
  question: Prose,
  standing: v.optional(StandingSchema, 'stated'),
  by: v.exactOptional(Line),
};

/** A fact as a language model proposes it; nothing of it is believed before it is checked against the document. */
export const SuggestionSchema = v.variant('kind', [
  v.object({ ...common, kind: v.literal('short'), answer: Line }),
  v.object({
    ...common,
    kind: v.literal('number'),
    answer: v.union([Line, v.pipe(v.number(), v.finite(), v.transform(String))]),
  }),
  v.object({
    ...common,
    kind: v.literal('list'),
    answer: v.pipe(v.array(Line), v.minLength(2), v.maxLength(20)),
  }),
]);
export type Suggestion = v.InferOutput<typeof SuggestionSchema>;

const ANSWER_MAX = 200_000;
const SUGGESTIONS_MAX = 60;

/** The suggestions in what a model said, those that have the asked shape; none where it said no JSON. */
export function suggestionsIn(said: string): readonly Suggestion[] {
  const data = jsonIn(said.slice(0, ANSWER_MAX));
  const facts = v.safeParse(v.object({ facts: v.array(v.unknown()) }), data);
  if (!facts.success) return [];
  return facts.output.facts.slice(0, SUGGESTIONS_MAX).flatMap((one) => {
    const parsed = v.safeParse(SuggestionSchema, one);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Models like to put a fence or a sentence around their JSON. */
function jsonIn(said: string): unknown {
  const [from, to] = [said.indexOf('{'), said.lastIndexOf('}')];
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(said.slice(from, to + 1));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
