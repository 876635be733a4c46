import * as v from 'valibot';
import type { CompiledDeck } from '../../questions/compile.ts';
import { DeckIdSchema, ReviewIdSchema, SegmentIdSchema, type SegmentId } from '../../questions/ids.ts';
import { ulid } from '../../questions/ulid.ts';
import { AnsweredSchema, type Review } from '../../questions/review.ts';
import { segmentBody, type Outgoing } from '../../web/store.ts';

/** Of a number from 0 to 1 made anew at each call. */
export type Random = () => number;

/** How many reviews a session has. */
export const SESSION = 20;
/** Between two answers, in ms. */
const STEP_MS = 7_000;

/** What a session of twenty answers leaves in the log, the last of them at this moment (ms since 1970). */
export function sessionReviews({ deck }: CompiledDeck, endMs: number, random: Random): readonly Review[] {
  return Array.from({ length: SESSION }, (_, at) => {
    const fact = pick(deck.facts, random);
    const answeredAtMs = endMs - (SESSION - 1 - at) * STEP_MS;
    const isRight = random() < 0.85;
    return v.parse(AnsweredSchema, {
      type: 'answer',
      id: v.parse(ReviewIdSchema, ulid(answeredAtMs, bytes(10, random))),
      answeredAtMs,
      zone: 300,
      fact: fact.id,
      question: pick(fact.questions, random).id,
      answer: pick(['Collective Security Treaty Organization', 'Almaty', ['Russia', 'Kazakhstan']], random),
      outcome: isRight ? 'right' : 'wrong',
      share: isRight ? 1 : 0,
      rating: isRight ? 3 : 1,
      tookMs: Math.floor(random() * 20_000),
    });
  });
}

/** The same in a segment of its own, ready to send. */
export function sessionSegment(compiled: CompiledDeck, endMs: number, random: Random): Outgoing {
  return {
    deck: v.parse(DeckIdSchema, compiled.deck.id),
    segment: segmentName(endMs, random),
    body: segmentBody(sessionReviews(compiled, endMs, random)),
    offMs: 0,
  };
}

/** A new segment's name. */
export function segmentName(atMs: number, random: Random): SegmentId {
  return v.parse(SegmentIdSchema, ulid(atMs, bytes(10, random)));
}

/** So many bytes by chance. */
export function bytes(count: number, random: Random): Uint8Array {
  return Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

/** One of these by chance; throws where there is none. */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Inconsistent: nothing to pick from');
  return item;
}
