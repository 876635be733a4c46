import { describe, expect, test } from 'vitest';
import { factsInScope } from '../../../questions/classroom/retain.ts';
import { planRetain, type RetainPlan } from '../../../questions/classroom/retainPlan.ts';
import { DAY_MS } from '../../../questions/day.ts';
import { fold } from '../../../questions/fold.ts';
import type { FactId } from '../../../questions/ids.ts';
import type { Answered, Review } from '../../../questions/review.ts';
import { answered, fact, NOON_MS } from '../someReviews.ts';

const FORTY = Array.from({ length: 40 }, (_, n) => fact(`fact-${n}`));

/** The plan at noon of day 0 (NOON_MS) of a student with this log. */
function planned(
  days: number,
  reviews: readonly Review[] = [],
  { facts = FORTY, target = 0.9 }: { facts?: readonly FactId[]; target?: number } = {},
): RetainPlan {
  const dateMs = NOON_MS + days * DAY_MS;
  return planRetain({ facts, schedule: fold(reviews), nowMs: NOON_MS, zone: 0, dateMs, target });
}

/** Answers to all forty facts on this day (negative: before today), all with this rating. */
function allAnswered(day: number, rating: Answered['rating'] = 3): readonly Review[] {
  return FORTY.map((id, n) => answered(1000 * (day + 100) + n, { fact: id, rating, ...at(day) }));
}

function at(day: number) {
  return { answeredAtMs: NOON_MS + day * DAY_MS, tookMs: 12_000 };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a scope', () => {
  const facts = [
    { id: 'a', tags: ['x'] },
    { id: 'b', tags: ['y', 'x'] },
    { id: 'c', tags: [] },
  ];

  test('is all of the deck, what has one of its tags, or what it names, in the order of the deck', () => {
    expect(factsInScope(facts, { by: 'all' })).toEqual(['a', 'b', 'c']);
    expect(factsInScope(facts, { by: 'tags', tags: ['y', 'z'] })).toEqual(['b']);
    expect(factsInScope(facts, { by: 'facts', facts: [fact('c'), fact('a')] })).toEqual(['a', 'c']);
  });
});

describe('a plan', () => {
  test('reaches the target on the date, where nothing done leaves nothing known', () => {
    const plan = planned(21);
    expect(plan).toMatchObject({ ifNothing: 0, isReachable: true });
    expect(plan.ifFollowed).toBeGreaterThanOrEqual(0.9);
    expect(plan.minutesByDay).toHaveLength(21);
  });

  test('asks for at most twenty minutes on any day, and for more on the days near the date', () => {
    const { minutesByDay } = planned(21, [], { target: 0.97 });
    expect(Math.max(...minutesByDay)).toBeLessThan(20.5);
    expect(minutesByDay).toEqual(minutesByDay.toSorted((a, b) => a - b));
    expect(sum(minutesByDay)).toBeGreaterThan(sum(planned(21).minutesByDay));
  });

  test('says that a target cannot be reached in too few days, and what can', () => {
    const plan = planned(1, [], { target: 0.97 });
    expect(plan.isReachable).toBe(false);
    expect(plan.minutesToday).toBeCloseTo(20);
    expect(plan.today.length).toBeGreaterThan(25);
    expect(plan.ifFollowed).toBeGreaterThan(0.5);
  });

  test('asks nothing of a student who will know it anyway', () => {
    const known = [-40, -30, -10].flatMap((day) => allAnswered(day));
    const plan = planned(5, known);
    expect(plan.ifNothing).toBeGreaterThan(0.94);
    expect(plan).toMatchObject({ today: [], minutesToday: 0, minutesADay: 0, isReachable: true });
    expect(plan.ifFollowed).toBe(plan.ifNothing);
  });

  test('asks first what gains most: what is new, then what is fading, and last what is fresh in the mind', () => {
    const [fresh = fact('x'), fading = fact('y'), unknown = fact('z')] = FORTY;
    const log = [
      answered(1, { fact: fresh, rating: 4, ...at(-2) }),
      answered(2, { fact: fading, rating: 1, ...at(-2) }),
    ];
    const facts = [fresh, unknown, fading];
    const { today } = planned(1, log, { facts, target: 0.97 });
    expect(today).toEqual([unknown, fading, fresh]);
  });

  test('asks nothing twice on a day', () => {
    const missed = allAnswered(0, 1).slice(0, 20);
    const { today } = planned(1, missed, { target: 0.97 });
    expect(today.toSorted()).toEqual(FORTY.slice(20).toSorted());
  });

  test('asks the other half once half of a day’s facts were answered', () => {
    const { today } = planned(3);
    const half = today.slice(0, today.length / 2);
    const after = planned(
      3,
      half.map((id, n) => answered(n, { fact: id, ...at(0) })),
    );
    expect(Math.abs(after.today.length - (today.length - half.length))).toBeLessThanOrEqual(2);
  });

  test('is done for the day once what it asked was answered, and is then no fuller on the days to come', () => {
    const before = planned(3);
    const done = before.today.map((id, n) => answered(n, { fact: id, ...at(0) }));
    const after = planned(3, done);
    expect(before.today.length).toBeGreaterThan(5);
    expect(after).toMatchObject({ today: [], minutesToday: 0 });
    expect(sum(after.minutesByDay)).toBeLessThan(sum(before.minutesByDay.slice(1)) + 2);
  });

  test('takes the minutes from the student’s own pace', () => {
    const quick = allAnswered(-3).map((review) => ({ ...review, tookMs: 4_000 }));
    const slow = allAnswered(-3).map((review) => ({ ...review, tookMs: 28_000 }));
    expect(planned(7, slow).minutesADay).toBeCloseTo(3 * planned(7, quick).minutesADay);
  });

  test('counts the minutes of the facts that it names, not of time that is left over', () => {
    const [only = fact('x')] = FORTY;
    const log = [answered(1, { fact: only, ...at(0) })];
    const plan = planned(1, log, { facts: [only], target: 0.97 });
    expect(plan).toMatchObject({ today: [], minutesToday: 0, minutesByDay: [0] });
  });

  test('does not believe that an answer takes an hour', () => {
    const left = allAnswered(-3).map((review) => ({ ...review, tookMs: 3_600_000 }));
    expect(planned(7, left).minutesADay).toBeLessThan(130);
  });

  test('asks for more minutes after days that were missed', () => {
    const whole = planned(10);
    const late = planned(3);
    expect(late.minutesToday).toBeGreaterThan(whole.minutesToday);
    expect(late.minutesADay).toBeGreaterThan(whole.minutesADay);
  });

  test('is empty from the date on, for no facts, and for a date far away still nothing is to be done', () => {
    expect(planned(0)).toMatchObject({ today: [], minutesByDay: [], minutesToday: 0 });
    expect(planned(-3)).toMatchObject({ today: [], minutesByDay: [] });
    expect(planned(5, [], { facts: [] })).toMatchObject({ today: [], minutesToday: 0 });
    expect(planned(5_000)).toMatchObject({ today: [], minutesToday: 0, isReachable: true });
  });

  test('is the same for the same log', () => {
    const log = allAnswered(-4, 2);
    expect(planned(9, log)).toEqual(planned(9, [...log].reverse()));
  });
});
