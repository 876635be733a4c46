import type * as v from 'valibot';
import type { AnsweredOnceSchema, AnswerOnceSchema } from '../../questions/classroom/api.ts';
import type { KeptAnswers } from '../../questions/classroom/attempt.ts';
import { codeAnswer, decodeAnswer } from '../../questions/classroom/answerCode.ts';
import type { Answer } from '../../questions/kind.ts';
import { checkAnswer, type View } from '../../questions/kinds.ts';
import type { AttemptId } from '../../questions/classroom/ids.ts';
import { isSameAttempt } from '../../questions/classroom/unitedAttempts.ts';
import { tellOn } from '../../questions/classroom/testQuestion.ts';
import type { Feedback } from '../../questions/feedback.ts';
import { refuseAt } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import { asTest, type Assignment, type Caller } from './caller.ts';
import { questionsOf } from './given.ts';
import { heldBy, placeOf, type AttemptAddress } from './handIn.ts';
import { ownAttempts, ownRecords, type OwnAttempt } from './ownAttempts.ts';
import { isLate } from './receipt.ts';
import { refuseFull } from './room.ts';

type Body = v.InferOutput<typeof AnswerOnceSchema>;
type Answered = v.InferOutput<typeof AnsweredOnceSchema>;

/**
 * Takes one answer of a test with feedback at once, and tells on it only once it is kept: a list for each key of the student,
 * and one put. An unclear answer is not kept. Where the question was answered before, that answer is told on, and stands.
 */
export async function answerOnce(
  caller: Caller,
  shelf: Shelf,
  found: Assignment,
  address: AttemptAddress,
  { token: text, segment, at, answer, seconds }: Body,
): Promise<Answered> {
  const token = await heldBy(caller, address, text);
  const test = asTest(found.assigned);
  if (test.settings.feedback !== 'at-once')
    throw refuseAt('answer', 'answers-together', 'is told with the others in this test');
  const compiled = await shelf.deck(token.deck);
  const question = questionsOf(compiled, token.start.questions)[at];
  if (question === undefined) throw refuseAt('at', 'malformed-answer', 'is no question of the attempt');
  refuseUnfit(question.view, answer);

  const tell = (given: Answer): Feedback => {
    const feedback = tellOn(compiled, question.ref, given, test.repairs);
    if (feedback === undefined) throw new Error(`Inconsistent: no key for ${question.ref}`);
    return feedback;
  };
  const records = await ownRecords(caller.store, caller.of, test.id, found.student);
  const earlier = earlierAnswer(ownAttempts(records, test, found.student), token.attempt, at);
  if (earlier !== undefined) {
    const { coded, receivedAtMs } = earlier;
    return said(tell(decodeAnswer(question.view, coded)), receivedAtMs, false);
  }
  const receivedAtMs = caller.nowMs;
  const late = isLate(token, receivedAtMs);
  const feedback = tell(answer);
  if (feedback.verdict.outcome === 'again') return said(feedback, receivedAtMs, late);
  refuseFull(records, token.attempt);
  const kept: KeptAnswers = { v: 1, answers: [[at, codeAnswer(question.view, answer), seconds]], told: true };
  await caller.store.putArrival(placeOf(token), token.attempt, { segment, receivedAtMs, kept });
  return said(feedback, receivedAtMs, late);
}

function refuseUnfit(view: View, answer: Answer): void {
  const check = checkAnswer(view, answer);
  if (check === 'malformed')
    throw refuseAt('answer', 'malformed-answer', 'does not fit what the question offers');
  if (check === 'incomplete') throw refuseAt('answer', 'incomplete-answer', 'leaves something open');
}

function earlierAnswer(own: readonly OwnAttempt[], attempt: AttemptId, at: number) {
  return own.find(({ record }) => isSameAttempt(record.attempt, attempt))?.folded.answers.get(at);
}

function said(feedback: Feedback, receivedAtMs: number, late: boolean): Answered {
  return { receivedAtMs, late, feedback: { ...feedback, verdict: { ...feedback.verdict } } };
}
