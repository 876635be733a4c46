import { setTimeout as sleep } from 'node:timers/promises';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Card } from 'ts-fsrs';
import * as v from 'valibot';
import { DAY_MS } from '../../questions/day.ts';
import { fold } from '../../questions/fold.ts';
import { ulid } from '../../questions/ulid.ts';
import { ReviewSchema } from '../../questions/review.ts';
import type { Answered } from '../../questions/review.ts';
import { randomFrom } from '../../questions/seed.ts';
import { quantile } from '../load/tally.ts';
import type { Figure } from './figure.ts';

const REVIEWS = 10_000;
const FACTS = 500;
const WARM_RUNS = 20;
const ROUNDS = 5;
const RUNS = 9;
/** Between two rounds: what disturbs one is over before the next. */
const SPACE_MS = 700;
const GRADES = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;

/**
 * How fast the fold is, warm, over 10,000 answers to 500 facts, written by two devices and read one device after the other;
 * and how fast ts-fsrs `next` is over the same answers. In CPU time, the median of five rounds apart.
 */
export async function measureFold(): Promise<readonly Figure[]> {
  const reviews = history();
  for (let run = 0; run < WARM_RUNS; run += 1) fold(reviews);
  const rounds: number[] = [];
  const peerRounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await sleep(SPACE_MS);
    rounds.push(cpuMs(RUNS, () => fold(reviews)));
    peerRounds.push(cpuMs(1, () => replayWithTsFsrs(reviews)));
  }
  const peerMs = quantile(peerRounds, 0.5);
  const ms = quantile(rounds, 0.5);
  return [
    { what: 'fold, median of five rounds', value: perSecond(ms), unit: 'reviews/s', least: 1_000_000 },
    { what: 'fold, slowest round', value: perSecond(Math.max(...rounds)), unit: 'reviews/s' },
    { what: 'fold, fastest round', value: perSecond(Math.min(...rounds)), unit: 'reviews/s' },
    { what: 'fold of 10,000 reviews, warm', value: ms, unit: 'ms', most: 10 },
    {
      what: 'ts-fsrs `next` over the same reviews in this run',
      value: perSecond(peerMs),
      unit: 'reviews/s',
    },
  ];
}

function perSecond(ms: number): number {
  return Math.round((REVIEWS / ms) * 1000);
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

/** CPU time, all threads, in ms a run: unlike the time on the wall it does not grow while others use the machine. */
function cpuMs(runs: number, work: () => void): number {
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}
