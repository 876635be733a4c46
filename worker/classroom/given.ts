import * as v from 'valibot';
import { codeAnswer, decodeAnswer, refsOf } from '../../questions/classroom/answerCode.ts';
import type { Given, KeptAnswers, Start } from '../../questions/classroom/attempt.ts';
import type { QuestionRef } from '../../questions/classroom/ids.ts';
import { testView } from '../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import { checkAnswer, type View } from '../../questions/kinds.ts';
import { AnswerSchema } from '../../questions/review.ts';
import { Refusal, type Fault } from '../problem.ts';

/** The questions of an attempt, by their places; undefined where the deck no longer asks one. */
export type Questions = readonly ({ readonly ref: QuestionRef; readonly view: View } | undefined)[];

/** What an attempt asks, as the deck has it now. */
export function questionsOf(compiled: CompiledDeck, codes: string): Questions {
  return refsOf(compiled, codes).map((ref) => {
    const view = ref === null ? undefined : testView(compiled, ref);
    return ref === null || view === undefined ? undefined : { ref, view };
  });
}

/**
 * Answers from outside as they are kept. A draft may leave something open. What fits no question is refused with every
 * place; but where the deck has changed since the attempt began, it is left out, so that the other answers are not lost.
 */
export function keptOf(
  questions: Questions,
  answers: readonly Given[],
  { start, compiled }: { readonly start: Start; readonly compiled: CompiledDeck },
): KeptAnswers['answers'] {
  if (compiled.deck.revision.startsWith(start.revision)) refuseMalformed(questions, answers);
  return answers.flatMap(({ at, answer, seconds }): KeptAnswers['answers'] => {
    const view = questions[at]?.view;
    if (view === undefined || checkAnswer(view, answer) === 'malformed') return [];
    return [[at, codeAnswer(view, answer), seconds]];
  });
}

/** Answers as they were given, from how they are kept. */
export function givenOf(questions: Questions, kept: KeptAnswers['answers']): readonly Given[] {
  return kept.flatMap(([at, coded, seconds]): readonly Given[] => {
    const view = questions[at]?.view;
    return view === undefined
      ? []
      : [{ at, answer: v.parse(AnswerSchema, decodeAnswer(view, coded)), seconds }];
  });
}

/** How many of the answers leave nothing open; "I do not know" leaves nothing open. */
export function completeAmong(questions: Questions, answers: readonly Given[]): number {
  return answers.filter(({ at, answer }) => {
    const view = questions[at]?.view;
    return view !== undefined && checkAnswer(view, answer) === 'complete';
  }).length;
}

function refuseMalformed(questions: Questions, answers: readonly Given[]): void {
  const faults = answers.flatMap(({ at, answer }, index): readonly Fault[] => {
    const message = faultOf(questions, at, answer);
    return message === undefined ? [] : [{ path: `answers.${index}`, message }];
  });
  if (faults.length > 0) throw new Refusal('malformed-answer', 'Nothing was kept.', { faults });
}

function faultOf(questions: Questions, at: number, answer: Given['answer']): string | undefined {
  if (at >= questions.length) return 'is to no question of the attempt';
  const view = questions[at]?.view;
  if (view === undefined || checkAnswer(view, answer) !== 'malformed') return undefined;
  return 'does not fit what the question offers';
}
