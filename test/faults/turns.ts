/** One step of somebody's input or output that waits for its turn. */
export interface Turn {
  /** Who waits: what crashes together. */
  readonly owner: string;
  /** For what, in words for a failing test. */
  readonly what: string;
}

/** Takes turns for one owner. */
export interface OwnTurns {
  /** Goes on when the simulation says so; rejects when it lets the turn fail; never settles when it is dropped. */
  take(what: string): Promise<void>;
}

interface Waiting extends Turn {
  readonly goOn: () => void;
  readonly fail: (error: Error) => void;
}

const STEPS_A_ROUND = 100;

/**
 * Asynchrony without time: every simulated input or output takes a turn, and the simulation decides which of the waiting
 * turns goes on next. The same decisions give the same run.
 */
export class Turns {
  readonly #waiting: Waiting[] = [];
  #held = true;
  #steps = 0;

  /** The turns that wait, by order of arrival: the places that `release`, `fail` and `drop` take. */
  get waiting(): readonly Turn[] {
    return this.#waiting;
  }

  /** A view that takes turns in an owner's name. */
  for(owner: string): OwnTurns {
    return { take: (what) => this.#take(owner, what) };
  }

  /** Lets one turn go on. */
  release(at: number): void {
    this.#remove(at).goOn();
  }

  /** Rejects one turn: a connection broke. */
  fail(at: number, error: Error): void {
    this.#remove(at).fail(error);
  }

  /** Forgets one turn: it never answers. */
  drop(at: number): void {
    this.#remove(at);
  }

  /** Forgets every turn of an owner, who crashed; says how many there were. */
  dropAll(owner: string): number {
    const before = this.#waiting.length;
    const others = this.#waiting.filter((turn) => turn.owner !== owner);
    this.#waiting.splice(0, before, ...others);
    return before - others.length;
  }

  /** Lets everything that waits go on, in order, and from now on every turn at once. */
  letThrough(): void {
    this.#held = false;
    for (const turn of this.#waiting.splice(0)) turn.goOn();
  }

  /** Makes turns wait again (as they do at first). */
  hold(): void {
    this.#held = true;
  }

  /**
   * Resolves when everybody has come as far as the next turn: Node runs all promise jobs before the next tick. Holds only
   * for code whose every real wait is a turn: hashing, compression and timers are not (bodies of requests and responses that
   * are in memory are). Now and then it lets the event loop go round, so that a long run does not starve the test runner.
   */
  settled(): Promise<void> {
    this.#steps += 1;
    const isRound = this.#steps % STEPS_A_ROUND === 0;
    return new Promise((resolve) => (isRound ? setImmediate(resolve) : process.nextTick(resolve)));
  }

  /** Releases turns, each chosen by `pick` from the waiting ones, until none waits. */
  async play(pick: (waiting: readonly Turn[]) => number): Promise<void> {
    await this.settled();
    while (this.#waiting.length > 0) {
      this.release(pick(this.#waiting));
      await this.settled();
    }
  }

  #take(owner: string, what: string): Promise<void> {
    if (!this.#held) return Promise.resolve();
    return new Promise((goOn, fail) => {
      this.#waiting.push({ owner, what, goOn, fail });
    });
  }

  #remove(at: number): Waiting {
    const turn = this.#waiting[at];
    if (turn === undefined) throw new Error(`Inconsistent: no turn at ${at}`);
    this.#waiting.splice(at, 1);
    return turn;
  }
}
