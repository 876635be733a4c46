import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 2;
const SETTLE_MAX_MS = 1000;

/** The CPU time of a process, seen from outside: clocks inside workerd stand still while it works. */
export class Processor {
  readonly #tasks: string;

  /** Whether this system tells it. */
  static readonly isKnown = platform() === 'linux';

  constructor(pid: number) {
    this.#tasks = `/proc/${pid}/task`;
  }

  /** The CPU time in ms that a piece of work takes in all threads, from before it until the process is at rest again. */
  async timeMs(work: () => Promise<unknown>): Promise<number> {
    const before = await this.#atRestNs();
    await work();
    return ((await this.#atRestNs()) - before) / 1e6;
  }

  /** The time so far, once every thread sleeps and it grows no more: what a Worker does after its answer counts too. */
  async #atRestNs(): Promise<number> {
    const until = performance.now() + SETTLE_MAX_MS;
    let last = this.#usedNs();
    while (performance.now() < until) {
      await sleep(LOOK_MS);
      const now = this.#usedNs();
      if (now === last && this.#sleeps()) return now;
      last = now;
    }
    return last;
  }

  /** ns on a processor, all threads: the first number of `schedstat` (Documentation/scheduler/sched-stats.rst of Linux). */
  #usedNs(): number {
    return this.#read('schedstat').reduce((sum, text) => sum + Number(text.slice(0, text.indexOf(' '))), 0);
  }

  /** Whether no thread runs or waits for a processor: the letter after the name in `stat` (proc_pid_stat(5)). */
  #sleeps(): boolean {
    return this.#read('stat').every((text) => text.charAt(text.lastIndexOf(')') + 2) === 'S');
  }

  #read(file: string): readonly string[] {
    return readdirSync(this.#tasks).map((thread) => readFileSync(join(this.#tasks, thread, file), 'utf8'));
  }
}
