import type { CompiledDeck } from '../questions/compile.ts';
import type { Review, Segment } from '../questions/review.ts';
import { Refusal, type Fault } from './problem.ts';

/** How far a learner's clock may run ahead before its reviews are refused. */
const AHEAD_MAX_MS = 24 * 60 * 60 * 1000;

/**
 * Refuses, with every fault, a segment that does not belong to the deck or to the time (ms since 1970). A question may be
 * unknown: forms come and go, while the memory belongs to the fact.
 */
export function refuseForeign({ reviews }: Segment, { deck, key }: CompiledDeck, nowMs: number): void {
  const retired = new Set(deck.retired.map(({ id }) => id));
  const isKnown = (fact: string) => Object.hasOwn(key.facts, fact) || retired.has(fact);
  const foreign = reviews.flatMap((review, at): Fault[] => {
    const fact = factOf(review);
    if (fact === undefined || isKnown(fact)) return [];
    return [{ path: `reviews.${at}.fact`, message: 'is no fact of this deck, nor a retired one' }];
  });
  const early = reviews.flatMap(({ answeredAtMs }, at): Fault[] => {
    if (answeredAtMs <= nowMs + AHEAD_MAX_MS) return [];
    return [{ path: `reviews.${at}.answeredAtMs`, message: 'is more than 24 hours from now' }];
  });
  const faults = [...foreign, ...early];
  if (faults.length === 0) return;
  const code = foreign.length > 0 ? 'foreign-fact' : 'time-in-future';
  throw new Refusal(code, 'Nothing was stored.', { faults });
}

function factOf(review: Review): string | undefined {
  return review.type === 'answer' || review.type === 'reset' ? review.fact : undefined;
}
