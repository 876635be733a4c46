import { askedOf, type DeckKey, type PublicDeck } from './compile.ts';
import type { Note, Question } from './deck.ts';
import type { Answer, Asked } from './kind.ts';
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
  if (question === undefined) return undefined;
  const asked = askedOf(ask.fact, key, {
    sealed: deck.access === 'sealed',
    document,
    language: deck.language,
  });
  const verdict = gradeAnswer(question, ask.answer, asked);
  return verdict.outcome === 'again' ? { verdict } : { verdict, told: tell(question, asked, key) };
}

/** What may be told of a question once it is answered. `asked.sealed`: whether other facts of the deck are still to be asked. */
export function tell(question: Question, asked: Asked, key: DeckKey): Told {
  const fact = key.facts[asked.factId];
  if (fact === undefined) throw new Error(`Inconsistent: no key for the fact ${asked.factId}`);
  return {
    solution: solutionOf(question, asked),
    ...('explanation' in question && question.explanation !== undefined
      ? { explanation: question.explanation }
      : {}),
    notes: notesOf(question, asked, key),
    statement: fact.statement,
    standing: asked.standing,
    ...(fact.by === undefined ? {} : { by: fact.by }),
    ...(fact.note === undefined ? {} : { note: fact.note }),
    place: asked.place,
  };
}

/** In a sealed deck another fact is still to be asked: it is not named as the reason. */
function notesOf(question: Question, asked: Asked, key: DeckKey): readonly OptionNote[] {
  if (!('distractors' in question)) return [];
  return question.distractors.flatMap(({ text, because }): OptionNote[] => {
    if (because === undefined) return [];
    const proof = Object.hasOwn(key.facts, because) ? key.facts[because] : undefined;
    if (proof === undefined) return [{ text, because }];
    return asked.sealed && because !== asked.factId
      ? []
      : [{ text, because: proof.statement, place: proof.place }];
  });
}
