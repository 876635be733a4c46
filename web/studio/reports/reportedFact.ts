import { EVIDENCE } from '../../../questions/compile.ts';
import { answersOf, stemOf } from '../../../questions/cue.ts';
import type { AuthoredQuestion, DeckFile } from '../../../questions/deck.ts';
import { findPassage, type Place } from '../../../questions/passage.ts';
import type { Reported } from './reported.ts';

/** What the deck says by now about a reported question. */
export interface ReportedFact {
  readonly asked: string;
  /** The key, one line an item. */
  readonly key: readonly string[];
  /** Undefined for the question of evidence, which is made for every fact. */
  readonly question: AuthoredQuestion | undefined;
  /** Undefined where the passage is not in the document once. */
  readonly place: Place | undefined;
}

/** Undefined where the deck no longer asks it. */
export function reportedFact(
  file: DeckFile,
  document: string,
  { fact: factId, question: id }: Pick<Reported, 'fact' | 'question'>,
): ReportedFact | undefined {
  const fact = file.facts[factId];
  if (fact === undefined) return undefined;
  const found = findPassage(document, fact.passage);
  const place = found.found === 'once' ? found.place : undefined;
  const { statement, passage } = fact;
  if (id === EVIDENCE)
    return {
      asked: `Where does it say so? “${statement}”`,
      key: [passage.exact],
      question: undefined,
      place,
    };
  const question = fact.questions[id];
  if (question === undefined) return undefined;
  const key = question.kind === 'judge' ? [fact.standing] : answersOf(question);
  return { asked: stemOf(question, statement), key, question, place };
}
