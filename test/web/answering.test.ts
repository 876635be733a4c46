import * as v from 'valibot';
import { expect, test } from 'vitest';
import { QuestionIdSchema } from '../../questions/ids.ts';
import { ReviewSchema } from '../../questions/review.ts';
import { close, right, wrong, again } from '../../questions/verdict.ts';
import { answeredReview, claimReview, mayClaim, resetReview, undoReview } from '../../web/answering.ts';
import type { StudyQuestion } from '../../web/studyDeck.ts';
import { answer } from './reviews.ts';

const { fact, question: id } = answer(1);
const typed: StudyQuestion = { id, hint: '', view: { kind: 'short', prompt: 'When?', expects: 'text' } };
const chosen: StudyQuestion = {
  id,
  hint: '',
  view: { kind: 'choice', prompt: 'When?', options: ['1871', '1872'] },
};
const matched: StudyQuestion = {
  id: v.parse(QuestionIdSchema, 'match'),
  hint: '',
  view: { kind: 'match', prompt: 'Match.', lefts: ['a', 'b'], rights: ['c', 'd'] },
};
const how = { hint: false, tookMs: 4000.4, medianTookMs: null };
const given = (value: Parameters<typeof answeredReview>[0]['answer']) => ({
  fact,
  question: id,
  answer: value,
});

test.each([
  ['a text', given('1871'), typed],
  ['"I do not know"', given(null), typed],
  ['several texts', given(['1871', '1872']), chosen],
  [
    'pairs',
    given([
      ['a', 'c'],
      ['b', 'd'],
    ]),
    matched,
  ],
])('%s becomes a review that the log accepts', (_name, answerGiven, question) => {
  const review = answeredReview(answerGiven, question, wrong(), how);
  expect(v.parse(ReviewSchema, review)).toEqual(review);
  expect(review?.answer).toEqual(answerGiven.answer);
});

test('an unclear answer leaves no review', () => {
  expect(answeredReview(given('08/01/2022'), typed, again('date-ambiguous'), how)).toBeNull();
});

test('a hint is noted, and makes a right answer hard', () => {
  expect(answeredReview(given('1871'), chosen, right(), { ...how, hint: true })).toMatchObject({
    hint: true,
    rating: 2,
  });
  expect(answeredReview(given('1871'), chosen, right(), how)).not.toHaveProperty('hint');
});

test('whoever was away for an hour has taken ten minutes', () => {
  expect(answeredReview(given('1871'), chosen, right(), { ...how, tookMs: 3_600_000 })?.tookMs).toBe(600_000);
});

test('only a typed answer that did not count as right can be claimed', () => {
  expect(mayClaim(typed, wrong())).toBe(true);
  expect(mayClaim(typed, close('Saltmere'))).toBe(true);
  expect(mayClaim(typed, right())).toBe(false);
  expect(mayClaim(typed, wrong('not-given'))).toBe(false);
  expect(mayClaim(chosen, wrong())).toBe(false);
});

test('a claim and an undo name the answer they are about', () => {
  const about = answer(1).id;
  expect(v.parse(ReviewSchema, claimReview(about, typed, wrong(), how))).toMatchObject({
    claims: about,
    rating: 3,
  });
  expect(v.parse(ReviewSchema, undoReview(about))).toMatchObject({ undoes: about });
});

test('a reset names its fact, or nothing for the whole deck, and each has an id of its own', () => {
  const [ofFact, ofDeck] = [resetReview(fact), resetReview()];
  expect(v.parse(ReviewSchema, ofFact)).toEqual({ ...ofFact, type: 'reset', fact });
  expect(v.parse(ReviewSchema, ofDeck)).toEqual(ofDeck);
  expect(ofDeck).not.toHaveProperty('fact');
  expect(ofDeck.id).not.toBe(ofFact.id);
});
