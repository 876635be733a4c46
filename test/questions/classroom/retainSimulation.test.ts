import { describe, expect, test } from 'vitest';
import {
  massedOn,
  PLAIN,
  PLAN,
  PLAN_EVENLY,
  recallAfter,
  type Policy,
  type RetainWorld,
} from '../../bench/retainPolicies.ts';

/** Forty learners are enough: the differences below are at least five of their standard errors. The bench has 200. */
const LEARNERS = 40;

function meanRecall(policy: Policy, world: RetainWorld): number {
  const recalls = Array.from({ length: LEARNERS }, (_, n) => recallAfter(policy, world, `test-${n}`));
  return recalls.reduce((sum, recall) => sum + recall, 0) / LEARNERS;
}

describe.each([
  { days: 28, answersADay: 9 },
  { days: 42, answersADay: 6 },
])('with $answersADay answers a day over $days days, by learners who are not as the model', (time) => {
  const world = { ...time, facts: 60, missedMost: 0 };
  const plan = meanRecall(PLAN, world);

  test('the plan leaves more known on the date than reviews that fall due at 0.9', () => {
    expect(plan).toBeGreaterThan(meanRecall(PLAIN, world) + 0.1);
  });

  test('the plan leaves more known than all the minutes on the last day or the last two', () => {
    expect(plan).toBeGreaterThan(meanRecall(massedOn(1), world) + 0.05);
    expect(plan).toBeGreaterThan(meanRecall(massedOn(2), world) + 0.01);
  });

  test('its choice of facts alone, with the same minutes each day, leaves more known', () => {
    expect(meanRecall(PLAN_EVENLY, world)).toBeGreaterThan(meanRecall(PLAIN, world) + 0.08);
  });

  test('a day that is missed costs the plan less than it costs who keeps all for the end', () => {
    const missed = { ...world, missedMost: 0.3 };
    expect(meanRecall(PLAN, missed)).toBeGreaterThan(meanRecall(massedOn(2), missed) + 0.01);
  });
});
