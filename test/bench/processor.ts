import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 3;
const SETTLE_MAX_MS = 300;

/** The CPU time of a process, from outside: clocks inside workerd stand still while it works. */
export class Processor {
  readonly #tasks: string;

  /** Of a process that runs; null elsewhere than on Linux. */
  static of(pid: number): Processor | null {
    return platform() === 'linux' ? new Processor(`/proc/${pid}/task`) : null;
  }

  private constructor(tasks: string) {
    this.#tasks = tasks;
  }

  /** The CPU time in ms that a piece of work takes in all threads, from before it until the process is at rest again. */
  async timeMs(work: () => Promise<unknown>): Promise<number> {
    const before = await this.#atRestNs();
    await work();
    return ((await this.#atRestNs()) - before) / 1e6;
  }

  /** The time so far, once it has stopped to grow: what a Worker does after its answer counts too. */
  async #atRestNs(): Promise<number> {
    const until = performance.now() + SETTLE_MAX_MS;
    let last = this.#usedNs();
    while (performance.now() < until) {
      await sleep(LOOK_MS);
      const now = this.#usedNs();
      if (now === last) return now;
      last = now;
    }
    return last;
  }

  /** ns on a processor, all threads: the first number of `schedstat` (Documentation/scheduler/sched-stats.rst in Linux). */
  #usedNs(): number {
    const threads = readdirSync(this.#tasks);
    return threads.reduce((sum, thread) => sum + firstNumber(join(this.#tasks, thread, 'schedstat')), 0);
  }
}

function firstNumber(path: string): number {
  const text = readFileSync(path, 'utf8');
  return Number(text.slice(0, text.indexOf(' ')));
}
