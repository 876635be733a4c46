import { quantile } from '../load/tally.ts';
import type { Processor } from './processor.ts';

const EVERY_MS = 300;
const TRIES = 150;
/** A chore is so many times what an empty request usually takes. */
const FAR_MORE = 3;

/**
 * Keeps apart what workerd does for itself: twice a second the next request, an empty one too, takes some ms more (seen with
 * 1.20261102). Empty requests take that upon them, so that the requests that are measured do not.
 */
export class Toll {
  /** CPU time in ms of empty requests without the chore. */
  readonly emptyMs: number[] = [];
  /** CPU time in ms of those with it. */
  readonly choreMs: number[] = [];
  readonly #processor: Processor;
  readonly #askNothing: () => Promise<unknown>;
  #paidAt = -Infinity;

  constructor(processor: Processor, askNothing: () => Promise<unknown>) {
    this.#processor = processor;
    this.#askNothing = askNothing;
  }

  /** Comes back when the next 300 ms are free of the chore, or when none shows in 150 requests. */
  async pay(): Promise<void> {
    for (let tries = 0; performance.now() - this.#paidAt > EVERY_MS && tries < TRIES; tries += 1) {
      const timeMs = await this.#processor.timeMs(this.#askNothing);
      const isChore = timeMs > FAR_MORE * quantile(this.emptyMs, 0.5) && this.emptyMs.length >= TRIES;
      (isChore ? this.choreMs : this.emptyMs).push(timeMs);
      if (isChore) this.#paidAt = performance.now();
    }
  }
}
