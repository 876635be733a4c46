import * as v from 'valibot';
import type { SegmentId } from '../../questions/ids.ts';
import { ReviewSchema, SegmentSchema, type Review } from '../../questions/review.ts';
import { loaded, notLoaded } from '../../web/loaded.ts';
import type { ListedSegment, LogServer } from '../../web/logServer.ts';
import { pullInto } from '../../web/pulling.ts';
import { sealAll, sendAll, type Sending } from '../../web/sending.ts';
import type { Outgoing, Store } from '../../web/store.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import type { Ledger } from './ledger.ts';
import type { Turns } from './turns.ts';
import { PLACE, type Workers } from './workers.ts';

/** What a device needs of its world. */
export interface Surroundings {
  readonly turns: Turns;
  readonly ledger: Ledger;
  readonly workers: Workers;
  readonly clock: () => number;
  /** The name of a new segment. */
  readonly newSegment: () => SegmentId;
  /** The name under which a segment goes out: its own. */
  readonly sentAs: (segment: SegmentId) => SegmentId;
}

/** One browser: its log outlives a crash, what it was doing does not. */
export class Device {
  location: number;
  isOnline = true;
  readonly store: Store = memoryStore();
  readonly #name: string;
  readonly #around: Surroundings;
  #life = 1;
  #sending: Promise<unknown> = Promise.resolve();
  #pulling: Promise<unknown> = Promise.resolve();

  constructor(name: string, location: number, around: Surroundings) {
    this.#name = name;
    this.location = location;
    this.#around = around;
  }

  /** A segment that went out once, for a network that delivers it again. */
  lastSent: Outgoing | null = null;

  study(reviews: readonly Review[]): Promise<void> {
    return this.store.add(PLACE.deck, reviews, 0);
  }

  reviews(): Promise<readonly Review[]> {
    return this.store.reviewsOf(PLACE.deck);
  }

  /** Puts all that waits into segments and sends what has to be sent; one after the other, as under the app's lock. */
  flush(): Promise<unknown> {
    const sending = this.#sendingNow();
    this.#sending = this.#sending.then(async () => {
      await sealAll([this.store], sending);
      await sendAll([this.store], sending);
    });
    return this.#sending;
  }

  pull(): Promise<unknown> {
    const server = this.#server();
    this.#pulling = this.#pulling.then(() => pullInto(this.store, server));
    return this.#pulling;
  }

  /** The page is gone in the middle of whatever it did. */
  crash(): void {
    this.#around.turns.dropAll(this.#owner);
    this.#life += 1;
    this.#sending = Promise.resolve();
    this.#pulling = Promise.resolve();
  }

  get #owner(): string {
    return `network of ${this.#name}, life ${this.#life}`;
  }

  #sendingNow(): Sending {
    const { newSegment, clock } = this.#around;
    return {
      put: this.#server().put,
      newSegment,
      nowMs: clock,
      clockOffMs: () => 0,
      hearClock: () => undefined,
    };
  }

  #server(): LogServer {
    const { workers } = this.#around;
    const hop = this.#hop();
    return {
      put: (outgoing) => this.#put(hop, outgoing),
      list: async () => {
        const all: ListedSegment[] = [];
        let cursor: string | undefined;
        do {
          const page = await hop(() => workers.list(this.location, cursor));
          if (page === 'broken') return notLoaded('unreachable', 'list');
          all.push(...page.segments);
          cursor = page.cursor;
        } while (cursor !== undefined);
        return loaded(all);
      },
      read: async ({ id, reviews }) => {
        if (reviews !== undefined) return loaded(v.parse(v.array(ReviewSchema), reviews));
        const found = await hop(() => workers.get(this.location, id));
        if (found === 'broken') return notLoaded('unreachable', id);
        return found === undefined ? notLoaded('missing', id) : loaded(found);
      },
    };
  }

  async #put(hop: Hop, outgoing: Outgoing): ReturnType<LogServer['put']> {
    const { workers, ledger, clock, sentAs } = this.#around;
    const { body } = outgoing;
    this.lastSent = outgoing;
    const answer = await hop(() => workers.put(this.location, sentAs(outgoing.segment), body));
    if (answer === 'broken') return { sent: 'later', waitMs: null };
    const { reviews } = v.parse(SegmentSchema, JSON.parse(body));
    ledger.saved(
      reviews.map(({ id }) => id),
      clock(),
    );
    return { sent: 'saved' };
  }

  /** There and back; either way can break, and after a crash of the page nobody is there for the answer. */
  #hop(): Hop {
    const life = this.#life;
    const turns = this.#around.turns.for(this.#owner);
    const whileAlive = <T>(value: T): Promise<T> =>
      life === this.#life ? Promise.resolve(value) : new Promise(() => undefined);
    return async (call) => {
      try {
        await turns.take('request');
        if (!this.isOnline) return 'broken';
        const answer = await call();
        await whileAlive(null);
        await turns.take('answer');
        return answer;
      } catch {
        return whileAlive('broken' as const);
      }
    };
  }
}

type Hop = <T>(call: () => Promise<T>) => Promise<T | 'broken'>;
