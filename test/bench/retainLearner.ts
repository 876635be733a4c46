import {
  firstDifficulty,
  firstStability,
  nextDifficulty,
  nextStability,
  retrievability,
} from '../../questions/memory.ts';
import type { Rating } from '../../questions/review.ts';
import { randomFrom } from '../../questions/seed.ts';

/** One fact in a learner's head, as nobody sees it. */
interface TrueMemory {
  /** How much longer than the model thinks a first memory holds, and how much more an answer strengthens it. */
  readonly start: number;
  readonly growth: number;
  readonly harder: number;
  /** Known from reading, before anything was asked. */
  readonly known: boolean;
  stability: number;
  difficulty: number;
  lastDay: number | null;
}

/**
 * A learner whose memory is not that of the model: another forgetting curve, first memories and gains that differ by learner
 * and by fact (log-normal), some facts known beforehand, slips, and lucky guesses. The same for the same seed.
 */
export class RetainLearner {
  readonly #decay: number;
  readonly #slips: number;
  readonly #guesses: number;
  readonly #facts: readonly TrueMemory[];
  readonly #luck: () => number;
  readonly #away: () => number;
  readonly #missed: number;

  /** `missedMost`: the learner misses up to this part of the days. */
  constructor(seed: string, facts: number, missedMost: number) {
    const random = randomFrom(`${seed}/self`);
    const spread = (by: number) => Math.exp(by * normal(random));
    this.#luck = randomFrom(`${seed}/luck`);
    this.#away = randomFrom(`${seed}/away`);
    this.#decay = between(0.1, 0.35, random);
    this.#slips = between(0.02, 0.08, random);
    this.#guesses = between(0.05, 0.25, random);
    this.#missed = between(0, missedMost, random);
    const known = between(0.1, 0.6, random);
    const own = { start: spread(0.5), growth: spread(0.3) };
    this.#facts = Array.from({ length: facts }, () => ({
      start: own.start * spread(0.5),
      growth: own.growth * spread(0.3),
      harder: 1.2 * normal(random),
      known: random() < known,
      stability: 0,
      difficulty: 0,
      lastDay: null,
    }));
  }

  /** Whether the learner has no time today. Asked once a day, it is the same whatever is practised. */
  misses(): boolean {
    return this.#away() < this.#missed;
  }

  /** Answers the fact at this place on a day; whether the answer was right. */
  answer(place: number, day: number): boolean {
    const fact = this.#factAt(place);
    const recalled = this.#luck() < this.#recall(fact, day);
    this.#learn(fact, day, recalled);
    const chance = this.#luck();
    return recalled ? chance >= this.#slips : chance < this.#guesses;
  }

  /** The true mean recall on the date, so many days after the first. */
  meanRecall(dateDay: number): number {
    const recalled = this.#facts.map((fact) => (fact.lastDay === null ? 0 : this.#recall(fact, dateDay)));
    return recalled.reduce((sum, recall) => sum + recall, 0) / recalled.length;
  }

  #recall(fact: TrueMemory, day: number): number {
    if (fact.lastDay === null) return fact.known ? 1 : 0;
    const factor = 0.9 ** (-1 / this.#decay) - 1;
    return (1 + (factor * (day - fact.lastDay)) / fact.stability) ** -this.#decay;
  }

  #learn(fact: TrueMemory, day: number, recalled: boolean): void {
    const rating: Rating = recalled ? 3 : 1;
    if (fact.lastDay === null) {
      fact.stability = firstStability(rating) * fact.start;
      fact.difficulty = Math.min(10, Math.max(1, firstDifficulty(rating) + fact.harder));
    } else {
      const modelDays = fact.lastDay === day ? 0 : modelDaysTo(this.#recall(fact, day), fact.stability);
      const next = nextStability(fact.stability, fact.difficulty, modelDays, rating);
      fact.stability = Math.max(0.01, fact.stability * grown(next / fact.stability, fact.growth));
      fact.difficulty = nextDifficulty(fact.difficulty, rating);
    }
    fact.lastDay = day;
  }

  #factAt(place: number): TrueMemory {
    const fact = this.#facts[place];
    if (fact === undefined) throw new Error(`Inconsistent: no fact ${place}`);
    return fact;
  }
}

/** After how many days the model's own curve falls to this recall. */
function modelDaysTo(recall: number, stability: number): number {
  let most = 1;
  while (retrievability(stability, most) > recall) most *= 2;
  let least = 0;
  for (let step = 0; step < 30; step += 1) {
    const middle = (least + most) / 2;
    if (retrievability(stability, middle) > recall) least = middle;
    else most = middle;
  }
  return most;
}

/** What a memory is multiplied by; a gain is larger or smaller by the fact's own growth, a loss is not. */
function grown(by: number, growth: number): number {
  return by > 1 ? 1 + (by - 1) * growth : by;
}

function between(least: number, most: number, random: () => number): number {
  return least + (most - least) * random();
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
