import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fold } from '../../questions/fold.ts';
import { ReviewIdSchema } from '../../questions/ids.ts';
import type { Rating } from '../../questions/review.ts';
import {
  goOn,
  missedIn,
  outcomeOf,
  startSession,
  stepsOf,
  takeBack,
  withAnswer,
  withClaim,
  type StudySession,
} from '../../web/studySession.ts';
import { StudySessionSchema } from '../../web/sessionSchema.ts';
import { deck } from './harbour.ts';

const review = v.parse(ReviewIdSchema, '01HF7YAT00000000000000000A');
const START = { nowMs: 1_700_000_000_000, zone: 300, seed: 'seed' };
const begin = (limit = 5) => startSession(deck, fold([]), '', { limit }, START);

/** The session after one answer to its present question. */
function answered(session: StudySession, rating: Rating): StudySession {
  if (session.current === null) throw new Error('Inconsistent: the session is at its end');
  const outcome = rating === 1 ? 'wrong' : 'right';
  return withAnswer(session, { ...session.current, rating, outcome, review, statement: 'A statement.' });
}

test('a session without mistakes asks what it planned, then ends', () => {
  let session = begin(5);
  const asked: string[] = [];
  while (session.current !== null) {
    asked.push(session.current.fact);
    session = goOn(answered(session, 3), deck);
  }
  expect(asked).toEqual(session.plan.map(({ fact }) => fact));
  expect(asked.length).toBe(5);
});

test('a missed fact returns, and its step is counted as soon as it is missed', () => {
  const missed = answered(begin(5), 1);
  expect(stepsOf(missed, true)).toEqual(['wrong', 'open', 'open', 'open', 'open', 'open']);
  let session = goOn(missed, deck);
  const facts: (string | undefined)[] = [];
  while (session.current !== null) {
    facts.push(session.current.fact);
    session = goOn(answered(session, 3), deck);
  }
  expect(facts).toContain(missed.plan[0]?.fact);
  expect(missedIn(session)).toEqual([missed.plan[0]?.fact]);
  expect(outcomeOf(session).length).toBe(5);
});

test('an answer taken back leaves the session as it was before it', () => {
  const second = goOn(answered(begin(), 3), deck);
  expect(takeBack(answered(second, 1))).toEqual(second);
  expect(takeBack(begin())).toEqual(begin());
});

test('"I was right" keeps the fact from returning', () => {
  const claimed = withClaim(answered(begin(1), 1), 3);
  expect(missedIn(claimed)).toEqual([]);
  expect(stepsOf(claimed, true)).toEqual(['right']);
  expect(goOn(claimed, deck).current).toBeNull();
});

test('a session survives a reload of the tab', () => {
  const session = goOn(answered(begin(), 1), deck);
  expect(v.parse(StudySessionSchema, JSON.parse(JSON.stringify(session)))).toEqual(session);
});
