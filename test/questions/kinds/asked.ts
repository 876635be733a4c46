import * as v from 'valibot';
import { KeyedQuestionSchema, type Question } from '../../../questions/deck.ts';
import type { Answer, Asked } from '../../../questions/kind.ts';
import { checkAnswer, gradeAnswer, viewOf, type View } from '../../../questions/kinds.ts';
import type { Verdict } from '../../../questions/verdict.ts';

const DOCUMENT = [
  'The pact was signed in 2002. It is an alliance led by Russia and composed of Belarus and Armenia. Nobody left it.',
  'Critics say that it will not last. Dr. Ode disagrees. The border is 7 thousand kilometers long.',
].join('\n\n');

/** A fact of a small document: "alliance led by Russia …" in its second sentence. */
export function askedAbout(exact = 'an alliance led by Russia', change: Partial<Asked> = {}): Asked {
  const start = DOCUMENT.indexOf(exact);
  return {
    factId: 'who-leads',
    statement: 'Russia leads the pact.',
    standing: 'stated',
    prompts: ['Who leads the pact?'],
    place: { start, end: start + exact.length },
    rivals: [],
    sealed: false,
    document: DOCUMENT,
    language: 'en',
    glossary: {
      CSTO: { kind: 'organisation', aliases: ['Collective Security Treaty Organization'] },
      SCO: { kind: 'organisation', aliases: [] },
      Russia: { kind: 'place', aliases: ['Russian Federation'] },
    },
    ...change,
  };
}

/** A question as the deck's parser gives it. */
export function question(written: Record<string, unknown>): Question {
  return v.parse(KeyedQuestionSchema, written);
}

/** The public view of a question; fails where there is none. */
export function viewFor(asked: Question, about: Asked = askedAbout()): View {
  const view = viewOf(asked, about);
  if (view === undefined) throw new Error('there is no view');
  return view;
}

/** Checks an answer and, when it is complete, grades it. */
export function answered(
  asked: Question,
  answer: unknown,
  about: Asked = askedAbout(),
): Verdict | 'incomplete' | 'malformed' {
  const check = checkAnswer(viewFor(asked, about), answer);
  return check === 'complete' ? gradeAnswer(asked, answer as Answer, about) : check;
}

export function outcome(asked: Question, answer: unknown, about?: Asked): string {
  const result = answered(asked, answer, about);
  return typeof result === 'string' ? result : result.outcome;
}
