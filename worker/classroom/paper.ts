import * as v from 'valibot';
import type { Paper } from '../../questions/classroom/api.ts';
import { drawn } from '../../questions/classroom/draw.ts';
import type { QuestionRef } from '../../questions/classroom/ids.ts';
import { tellAfter, testView } from '../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import type { AssignedTest } from './ownAttempts.ts';

/** A version of a test on paper: whatever name the teacher gives it. */
export const PaperSeedSchema = v.pipe(
  v.string('is missing'),
  v.regex(/^[\x21-\x7e]{1,80}$/, 'is not 1 to 80 characters without spaces'),
);

/** A test as a student may be given it under this seed, with its answers under the repairs that hold. */
export function paperOf(compiled: CompiledDeck, { settings, repairs }: AssignedTest, seed: string): Paper {
  return {
    title: settings.title,
    deckTitle: compiled.deck.title,
    language: compiled.deck.language,
    seed,
    minutes: settings.minutes,
    questions: drawn(compiled, settings, seed).map((question) => ({
      question,
      outOf: settings.points[question] ?? 1,
      ...sheetLine(compiled, question, repairs),
    })),
  };
}

function sheetLine(compiled: CompiledDeck, ref: QuestionRef, repairs: AssignedTest['repairs']) {
  const view = testView(compiled, ref);
  const told = tellAfter(compiled, ref, null, repairs)?.told;
  if (view === undefined || told === undefined)
    throw new Error(`Inconsistent: ${ref} was drawn and is not asked`);
  const { solution, statement, place, explanation } = told;
  return {
    view: { ...view },
    solution: [...solution],
    statement,
    passage: compiled.document.slice(place.start, place.end),
    ...(explanation === undefined ? {} : { explanation }),
  };
}
