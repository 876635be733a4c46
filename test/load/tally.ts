/** What a server answered to all who asked it. */
export class Tally {
  readonly #statuses = new Map<number, number>();
  readonly #tookMs: number[] = [];
  /** Requests without an answer: the connection failed. */
  broken = 0;

  /** Counts one answer, and how long (ms) it took. */
  note(status: number, tookMs: number): void {
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    this.#tookMs.push(tookMs);
  }

  /** All answers. */
  get answers(): number {
    return this.#tookMs.length;
  }

  /** How many answers had a status in this range, ends included. */
  count(from: number, to = from): number {
    const within = [...this.#statuses].filter(([status]) => status >= from && status <= to);
    return within.reduce((sum, [, count]) => sum + count, 0);
  }

  /** The time (ms) that this share of the answers did not exceed. */
  tookMs(share: number): number {
    return quantile(this.#tookMs, share);
  }
}

/** The smallest of the values that this share of them (0 to 1) does not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
