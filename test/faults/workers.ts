import * as v from 'valibot';
import { DeckIdSchema, LearnerIdSchema, SegmentIdSchema, type SegmentId } from '../../questions/ids.ts';
import { ulid } from '../../questions/ulid.ts';
import { SegmentSchema, StoredSegmentSchema, type Review } from '../../questions/review.ts';
import { compactFrom } from '../../worker/compaction.ts';
import type { LogPage, LogPlace, LogStore } from '../../worker/store.ts';
import type { Ledger } from './ledger.ts';
import type { Turns } from './turns.ts';

/** The learner whose devices these are, and the deck. */
export const PLACE: LogPlace = {
  learner: v.parse(LearnerIdSchema, 'a'.repeat(64)),
  deck: v.parse(DeckIdSchema, 'harbour'),
};

/** So few, because a run has only some dozens of segments. */
const FAN = 2;

/** What the Workers need of their world. */
export interface Around {
  readonly turns: Turns;
  readonly ledger: Ledger;
  readonly clock: () => number;
  /** The log store at a location; its calls take turns in the owner's name. */
  readonly storeAt: (location: number, owner: string) => LogStore;
}

/** Steppe's Workers: every request is an owner of its own, and can crash between any two calls of KV. */
export class Workers {
  readonly #around: Around;
  readonly #crashes = new Map<string, (error: Error) => void>();
  #requests = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  put(location: number, id: SegmentId, body: string): Promise<void> {
    const segment = v.parse(SegmentSchema, JSON.parse(body));
    this.#around.ledger.sent(id, segment.reviews);
    return this.#request(location, (store) => store.put(PLACE, id, segment));
  }

  /** The first part of a list sets a compaction off, as in the Worker's route. */
  async list(location: number, cursor?: string): Promise<LogPage> {
    const page = await this.#request(location, (store) => store.list(PLACE.learner, cursor));
    if (cursor === undefined) this.#compact(location, page);
    return page;
  }

  get(location: number, id: SegmentId): Promise<readonly Review[] | undefined> {
    return this.#request(location, (store) => reviewsOf(store, id));
  }

  /** Ends a request where it is: nothing of it goes on, and its caller hears of a broken connection. */
  crash(owner: string): void {
    this.#around.turns.dropAll(owner);
    this.#crashes.get(owner)?.(new Error('The Worker crashed.'));
  }

  #compact(location: number, first: LogPage): void {
    const nowMs = this.#around.clock();
    void this.#request(location, (store) =>
      compactFrom(PLACE.learner, first, { store, nowMs, nameOf, fan: FAN }),
    ).catch(() => undefined);
  }

  async #request<T>(location: number, work: (store: LogStore) => Promise<T>): Promise<T> {
    this.#requests += 1;
    const owner = `worker ${this.#requests}`;
    const crashed = new Promise<never>((_, reject) => this.#crashes.set(owner, reject));
    try {
      return await Promise.race([work(this.#around.storeAt(location, owner)), crashed]);
    } finally {
      this.#crashes.delete(owner);
    }
  }
}

/** A stored segment, as a browser reads it. */
export async function reviewsOf(store: LogStore, id: SegmentId): Promise<readonly Review[] | undefined> {
  const body = await store.get(PLACE, id);
  if (body === undefined) return undefined;
  return v.parse(StoredSegmentSchema, JSON.parse(new TextDecoder().decode(body))).reviews;
}

/** A name made of the names that are covered, without waiting for the browser's SHA-256: FNV-1a, 16 times. */
async function nameOf(covers: readonly SegmentId[]): Promise<SegmentId> {
  const text = [...covers].sort().join(' ');
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => {
    let hash = 2_166_136_261 + at;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
    return hash >>> 24;
  });
  const time = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return v.parse(SegmentIdSchema, ulid(time, bytes.subarray(6)));
}
