import type { Arrival, AttemptRecord, Coded } from './attempt.ts';
import { GRACE_MS } from './window.ts';

/** An answer that counts, as it is kept. */
export interface CountedAnswer {
  readonly coded: Coded;
  readonly seconds: number;
  /** When the server had it, in ms since 1970: the evidence. */
  readonly receivedAtMs: number;
}

/** What an attempt comes to. */
export interface FoldedAttempt {
  /** By the question's place in the attempt. */
  readonly answers: ReadonlyMap<number, CountedAnswer>;
  /** What came after the end and would count instead, had the student had more time. */
  readonly late: ReadonlyMap<number, CountedAnswer>;
  /** When it was handed in in time; null where it was not. */
  readonly submittedAtMs: number | null;
  /** The last arrival that counts; null without any. */
  readonly lastAtMs: number | null;
}

/**
 * What an attempt that has to be in at `endsAtMs` comes to. Arrivals are taken in the order in which the server had them, the
 * same answers in the same segment at their first arrival alone. What came within the grace counts; the first submission in time ends the attempt. Of
 * several answers to a question the last one counts, but none that was given with the right answer told: with feedback at once
 * (`atOnce`) the first counts, and where the test was of that kind once, what was told on then. Total: any order and repetition of arrivals gives the same.
 */
export function foldAttempt({ arrivals }: AttemptRecord, endsAtMs: number, atOnce: boolean): FoldedAttempt {
  const inOrder = firstArrivals(arrivals);
  const inTime = inOrder.filter(({ receivedAtMs }) => receivedAtMs <= endsAtMs + GRACE_MS);
  const counted = untilEnd(inTime);
  const isHandedIn = counted.at(-1)?.kept.end === true;
  const answers = answersOf(counted, atOnce);
  const withMoreTime = isHandedIn ? answers : answersOf(untilEnd(inOrder), atOnce);
  return {
    answers,
    late: new Map([...withMoreTime].filter(([at, answer]) => isOther(answer, answers.get(at)))),
    submittedAtMs: isHandedIn ? (counted.at(-1)?.receivedAtMs ?? null) : null,
    lastAtMs: counted.at(-1)?.receivedAtMs ?? null,
  };
}

/** What came up to the first end, all of it where there is none. */
function untilEnd(inOrder: readonly Arrival[]): readonly Arrival[] {
  const endAt = inOrder.findIndex(({ kept }) => kept.end === true);
  return endAt < 0 ? inOrder : inOrder.slice(0, endAt + 1);
}

/**
 * What was sent once, at its first arrival; by time, then by name. Other answers under a name that was used before are no
 * repetition: they were told, or have a receipt.
 */
function firstArrivals(arrivals: readonly Arrival[]): readonly Arrival[] {
  const sorted = [...arrivals].sort(compareArrivals);
  const sent = new Map<string, Arrival[]>();
  return sorted.filter((arrival) => {
    const earlier = sent.get(arrival.segment) ?? [];
    const isFirst = !earlier.some(({ kept }) => JSON.stringify(kept) === JSON.stringify(arrival.kept));
    if (isFirst) sent.set(arrival.segment, [...earlier, arrival]);
    return isFirst;
  });
}

function compareArrivals(a: Arrival, b: Arrival): number {
  if (a.receivedAtMs !== b.receivedAtMs) return a.receivedAtMs - b.receivedAtMs;
  if (a.segment !== b.segment) return a.segment < b.segment ? -1 : 1;
  return JSON.stringify(a.kept) < JSON.stringify(b.kept) ? -1 : 1;
}

function answersOf(arrivals: readonly Arrival[], atOnce: boolean): ReadonlyMap<number, CountedAnswer> {
  const answers = new Map<number, CountedAnswer>();
  const told = new Set<number>();
  for (const { receivedAtMs, kept } of arrivals) {
    for (const [at, coded, seconds] of kept.answers) {
      const stands = told.has(at) || (atOnce && answers.has(at));
      if (!stands) answers.set(at, { coded, seconds, receivedAtMs });
      if (kept.told === true) told.add(at);
    }
  }
  return answers;
}

function isOther(late: CountedAnswer, counted: CountedAnswer | undefined): boolean {
  return counted === undefined || JSON.stringify(late.coded) !== JSON.stringify(counted.coded);
}
