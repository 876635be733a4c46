import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Card } from 'ts-fsrs';
import * as v from 'valibot';
import { DAY_MS } from '../../questions/day.ts';
import { fold } from '../../questions/fold.ts';
import { ulid } from '../../questions/ids.ts';
import { ReviewSchema } from '../../questions/review.ts';
import type { Answered } from '../../questions/review.ts';
import { randomFrom } from '../../questions/seed.ts';

const REVIEWS = 10_000;
const FACTS = 500;
const RUNS = 41;
const GRADES = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;

/** How fast the fold is, warm, the median of 41 runs, and how fast ts-fsrs `next` is over the same answers. */
export interface FoldMeasure {
  readonly reviewsPerSecond: number;
  readonly tenThousandMs: number;
  readonly tsFsrsPerSecond: number;
}

/** Folds 10,000 answers to 500 facts, written by two devices and read one device after the other. */
export function measureFold(): FoldMeasure {
  const reviews = history();
  for (let i = 0; i < 20; i += 1) fold(reviews);
  const tenThousandMs = medianMs(RUNS, () => fold(reviews));
  const peerMs = medianMs(5, () => replayWithTsFsrs(reviews));
  return {
    reviewsPerSecond: Math.round((REVIEWS / tenThousandMs) * 1000),
    tenThousandMs,
    tsFsrsPerSecond: Math.round((REVIEWS / peerMs) * 1000),
  };
}

function history(): Answered[] {
  const random = randomFrom('bench');
  const answers = Array.from({ length: REVIEWS }, (_, index) => {
    const answeredAtMs = 1_700_000_000_000 + Math.floor((index * 365 * DAY_MS) / REVIEWS);
    const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
    return v.parse(ReviewSchema, {
      type: 'answer',
      id: ulid(answeredAtMs, bytes),
      fact: `fact-${Math.floor(random() * FACTS)}`,
      question: `form-${Math.floor(random() * 4)}`,
      answer: 'Almaty',
      outcome: 'right',
      share: 1,
      rating: [1, 2, 3, 3, 3, 4][Math.floor(random() * 6)],
      answeredAtMs,
      tookMs: Math.floor(random() * 20_000),
      zone: 300,
    });
  }).filter((review) => review.type === 'answer');
  return [...answers.filter((_, index) => index % 3 > 0), ...answers.filter((_, index) => index % 3 === 0)];
}

function replayWithTsFsrs(reviews: readonly Answered[]): void {
  const scheduler = fsrs({ enable_fuzz: false });
  const cards = new Map<string, Card>();
  for (const { fact, answeredAtMs, rating } of [...reviews].sort((a, b) => a.answeredAtMs - b.answeredAtMs)) {
    const at = new Date(answeredAtMs);
    cards.set(fact, scheduler.next(cards.get(fact) ?? createEmptyCard(at), at, GRADES[rating]).card);
  }
}

function medianMs(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}
