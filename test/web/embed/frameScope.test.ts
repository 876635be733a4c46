import { expect, test } from 'vitest';
import { fold } from '../../../questions/fold.ts';
import type { Answered } from '../../../questions/review.ts';
import {
  anywayOf,
  factsIn,
  NO_SCHEDULE,
  onceItems,
  onceSession,
  practiceOf,
} from '../../../web/embed/frameScope.ts';
import { onceResults } from '../../../web/embed/onceResults.ts';
import { goOn, startSession, stepsOf, withAnswer } from '../../../web/studySession.ts';
import { deck } from '../harbour.ts';
import { answer } from '../reviews.ts';

const ALL = { tags: [], count: 4 };
const START = { nowMs: 1_700_000_000_000, zone: 300, seed: 'seed' };
const order = deck.facts.map(({ id }) => id);

/** The n-th answer, to the n-th question that is asked once. */
function onceAnswer(n: number, given: Partial<Answered> = {}): Answered {
  const item = onceItems(deck, ALL)[n];
  if (item === undefined) throw new Error('Inconsistent: there is no such item');
  return { ...answer(n), ...item, ...given };
}

test('practice goes beyond the day’s ten new facts, and asks as many as the page says', () => {
  const session = startSession(deck, NO_SCHEDULE, '', practiceOf({ tags: [], count: 10 }), START);
  expect(session.plan).toHaveLength(Math.min(10, order.length));
});

test('a scope is the facts with one of its tags, in the deck’s order', () => {
  const pier = factsIn(deck, { tags: ['pier'] });
  expect(pier).toEqual(['stone-pier-finished', 'stone-pier-length', 'stone-pier-engineer']);
  expect(factsIn(deck, { tags: ['no-such'] })).toEqual([]);
});

test('practice of what is not due yet asks it all the same', () => {
  const reviews = [onceAnswer(0), onceAnswer(1)];
  const schedule = fold(reviews);
  const due = { ...ALL, tags: ['pier'], count: 1 };
  const wish = anywayOf(deck, due);
  expect(startSession(deck, schedule, '', wish, START).plan).toHaveLength(1);
});

test('what is asked once is the same for everybody, in the deck’s order', () => {
  const items = onceItems(deck, ALL);
  const at = items.map(({ fact }) => order.indexOf(fact));
  expect(items).toEqual(onceItems(deck, ALL));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(items).toHaveLength(4);
});

test('a fact that was answered before is not asked once more, and a missed one does not come back', () => {
  const schedule = fold([onceAnswer(0)]);
  let session = onceSession(deck, schedule, ALL, 'seed');
  const asked: string[] = [];
  while (session.current !== null) {
    asked.push(session.current.fact);
    const item = { ...session.current, rating: 1, outcome: 'wrong', statement: '' } as const;
    session = withAnswer(session, { ...item, review: answer(1).id });
    expect(stepsOf(session, true)).toHaveLength(3);
    session = goOn(session, deck);
  }
  expect(asked).toEqual(
    onceItems(deck, ALL)
      .slice(1)
      .map(({ fact }) => fact),
  );
});

test('the result is the first answer to each, whatever came later', () => {
  const wrong = onceAnswer(0, { outcome: 'wrong', rating: 1 });
  const later = { ...onceAnswer(0), id: answer(40).id, answeredAtMs: answer(40).answeredAtMs };
  const results = onceResults(deck, ALL, [later, onceAnswer(1), wrong]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['wrong', 'right', null, null]);
});

test('a claimed answer counts as right', () => {
  const wrong = onceAnswer(0, { outcome: 'wrong', rating: 1 });
  const { id, answeredAtMs, zone } = answer(9);
  const claim = { id, answeredAtMs, zone, type: 'claim', claims: wrong.id, rating: 3 } as const;
  expect(onceResults(deck, ALL, [wrong, claim])[0]?.outcome).toBe('right');
});
