/** Chance as an argument: the same answers for the same seed. */
export interface Chance {
  /** 0 ≤ x < 1, evenly. */
  readonly number: () => number;
  /** True with this probability (0 to 1); 0 is never and 1 is always. */
  readonly happens: (probability: number) => boolean;
  /** A whole number from 0 up to but not including the limit, evenly. */
  readonly below: (limit: number) => number;
}

/** Chance from a generator of 0 ≤ x < 1, such as `randomFrom(seed)`. */
export function chanceFrom(random: () => number): Chance {
  return {
    number: random,
    happens: (probability) => probability > 0 && random() < probability,
    below: (limit) => Math.floor(random() * limit),
  };
}
