import { DAY_MS } from './day.ts';
import { retrievability } from './memory.ts';
import type { FactSchedule } from './schedule.ts';

/**
 * The probability, 0 to 1, that the learner recalls the fact at this moment (ms since 1970). It falls by the minute,
 * unlike the fold, which counts whole learner days. A moment before the last answer is taken as that answer's.
 */
export function strengthAt(fact: FactSchedule, nowMs: number): number {
  return retrievability(fact.stability, Math.max(0, nowMs - fact.lastAtMs) / DAY_MS);
}
