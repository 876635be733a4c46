import { codeRefs } from '../../questions/classroom/answerCode.ts';
import type { Sitting } from '../../questions/classroom/api.ts';
import type { Test } from '../../questions/classroom/assignment.ts';
import type { Given, KeptAnswers, Start } from '../../questions/classroom/attempt.ts';
import { drawn, seedOf } from '../../questions/classroom/draw.ts';
import type { FoldedAttempt } from '../../questions/classroom/foldAttempt.ts';
import type { MemberId } from '../../questions/classroom/ids.ts';
import type { HeldRepair } from '../../questions/classroom/state.ts';
import { tellOn } from '../../questions/classroom/testQuestion.ts';
import type { CompiledDeck } from '../../questions/compile.ts';
import type { View } from '../../questions/kinds.ts';
import { givenOf, questionsOf, type Questions } from './given.ts';
import type { AssignedTest } from './ownAttempts.ts';
import type { AttemptToken } from './token.ts';

/** How a student's nth attempt (from 0) begins: which questions, by the settings and the deck of now. */
export function startOf(
  compiled: CompiledDeck,
  assigned: AssignedTest,
  member: MemberId,
  nth: number,
): Start {
  const test: Test = assigned.settings;
  const seed = seedOf(test, member, nth);
  const questions = codeRefs(drawn(compiled, test, seed));
  return { v: 1, act: assigned.act, revision: compiled.deck.revision.slice(0, 12), seed, questions };
}

/** What a sitting is made of. */
export interface Sat {
  readonly compiled: CompiledDeck;
  readonly assigned: AssignedTest;
  readonly token: AttemptToken;
  /** The token, signed. */
  readonly signed: string;
  readonly startedAtMs: number;
  /** What the store has of it; absent where it has just begun. */
  readonly folded?: FoldedAttempt;
  readonly nowMs: number;
}

/** What a student's browser needs to go on with an attempt. Nothing in it tells the key, but what `feedback` tells at once. */
export function sittingOf({ compiled, assigned, token, signed, startedAtMs, folded, nowMs }: Sat): Sitting {
  const { settings, repairs } = assigned;
  const questions = questionsOf(compiled, token.start.questions);
  const answers = savedAnswers(questions, folded);
  return {
    attempt: token.attempt,
    token: signed,
    title: settings.title,
    language: compiled.deck.language,
    startedAtMs,
    endsAtMs: token.endsAtMs,
    nowMs,
    feedback: settings.feedback,
    seed: token.start.seed,
    questions: questions.map((question) => ({
      view: { ...(question?.view ?? GONE) },
      outOf: question === undefined ? 0 : (settings.points[question.ref] ?? 1),
    })),
    answers,
    told: settings.feedback === 'at-once' ? toldOn(compiled, questions, answers, repairs) : [],
    submittedAtMs: folded?.submittedAtMs ?? null,
  };
}

/** Stands in the place of a question that the deck has no more, so that the places of the others stay. */
const GONE: View = {
  kind: 'short',
  prompt: 'This question was taken out while the test was running. It does not count.',
  expects: 'text',
};

function savedAnswers(questions: Questions, folded: FoldedAttempt | undefined): Given[] {
  const kept = [...(folded?.answers ?? [])].map(
    ([at, { coded, seconds }]): KeptAnswers['answers'][number] => [at, coded, seconds],
  );
  return [...givenOf(questions, kept)].sort((a, b) => a.at - b.at);
}

function toldOn(
  compiled: CompiledDeck,
  questions: Questions,
  answers: readonly Given[],
  repairs: readonly HeldRepair[],
): Sitting['told'] {
  return answers.flatMap(({ at, answer }) => {
    const ref = questions[at]?.ref;
    const feedback = ref === undefined ? undefined : tellOn(compiled, ref, answer, repairs);
    return feedback === undefined
      ? []
      : [{ at, feedback: { ...feedback, verdict: { ...feedback.verdict } } }];
  });
}
