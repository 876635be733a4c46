import { askedOf, type DeckKey, type PublicDeck } from './compile.ts';
import type { Note, Question } from './deck.ts';
import type { Answer } from './kind.ts';
import { gradeAnswer, solutionOf } from './kinds.ts';
import type { Place } from './passage.ts';
import type { Standing } from './standing.ts';
import type { Verdict } from './verdict.ts';

/** Why one option is wrong, and where the document says so. */
export interface OptionNote {
  readonly text: string;
  readonly because: string;
  readonly place?: Place;
}

/** What a learner is shown once an answer is in. */
export interface Feedback {
  readonly verdict: Verdict;
  /** All below is absent where the verdict is `again`: the question is still open. */
  readonly told?: Told;
}

export interface Told {
  readonly solution: readonly string[];
  readonly explanation?: string;
  readonly notes: readonly OptionNote[];
  readonly statement: string;
  readonly standing: Standing;
  readonly by?: string;
  readonly note?: Note;
  readonly place: Place;
}

/** Grades a checked answer and tells what may be told after it. Undefined where the deck has no such question. */
export function giveFeedback(
  deck: PublicDeck,
  key: DeckKey,
  document: string,
  ask: { readonly fact: string; readonly question: string; readonly answer: Answer },
): Feedback | undefined {
  const fact = Object.hasOwn(key.facts, ask.fact) ? key.facts[ask.fact] : undefined;
  const question =
    fact && Object.hasOwn(fact.questions, ask.question) ? fact.questions[ask.question] : undefined;
  if (fact === undefined || question === undefined) return undefined;
  const sealed = deck.access === 'sealed';
  const asked = askedOf(ask.fact, key, { sealed, document, language: deck.language });
  const verdict = gradeAnswer(question, ask.answer, asked);
  if (verdict.outcome === 'again') return { verdict };
  return {
    verdict,
    told: {
      solution: solutionOf(question, asked),
      ...('explanation' in question && question.explanation !== undefined
        ? { explanation: question.explanation }
        : {}),
      notes: notesOf(question, ask.fact, key, sealed),
      statement: fact.statement,
      standing: fact.standing,
      ...(fact.by === undefined ? {} : { by: fact.by }),
      ...(fact.note === undefined ? {} : { note: fact.note }),
      place: fact.place,
    },
  };
}

/** In a sealed deck another fact is still to be asked: it is not named as the reason. */
function notesOf(question: Question, ownId: string, key: DeckKey, sealed: boolean): readonly OptionNote[] {
  if (!('distractors' in question)) return [];
  return question.distractors.flatMap(({ text, because }): OptionNote[] => {
    if (because === undefined) return [];
    const proof = Object.hasOwn(key.facts, because) ? key.facts[because] : undefined;
    if (proof === undefined) return [{ text, because }];
    return sealed && because !== ownId ? [] : [{ text, because: proof.statement, place: proof.place }];
  });
}
