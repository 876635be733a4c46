import type { KVNamespace } from '@cloudflare/workers-types';
import * as v from 'valibot';
import { DAY_MS } from '../../questions/day.ts';
import { DeckIdSchema } from '../../questions/ids.ts';
import { randomFrom } from '../../questions/seed.ts';
import { newLearnerKey } from '../../web/learnerKey.ts';
import { pullInto } from '../../web/pulling.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import type { Store } from '../../web/store.ts';
import { createApp } from '../../worker/app.ts';
import { deckNamed } from '../browser/robot.ts';
import { chanceFrom } from '../faults/chance.ts';
import { HONEST, HostileKv, type Operations } from '../faults/hostileKv.ts';
import { Turns } from '../faults/turns.ts';
import { HttpLog } from '../load/httpLog.ts';
import { bytes, segmentName, sessionReviews } from '../load/session.ts';
import { Tally } from '../load/tally.ts';

const OPEN = deckNamed('kazakhstan-january-2022');
const DECK = v.parse(DeckIdSchema, OPEN.deck.id);
const FIRST_DAY_MS = Date.UTC(2026, 0, 5, 9);

/**
 * A learner over months, in no time: the Worker's own app in this process, on a KV in memory that does as it is told and
 * counts its calls, with the app's own pull. A day passes by putting `Date.now` forward while the learner does something,
 * because the Worker removes what it has merged a day later.
 */
export class HistoryWorld {
  readonly #random = randomFrom('history');
  readonly #device = memoryStore();
  readonly #kv: HostileKv;
  readonly #app = createApp([OPEN]);
  readonly #log: HttpLog;
  #nowMs = FIRST_DAY_MS;

  constructor() {
    const turns = new Turns();
    turns.letThrough();
    const chance = chanceFrom(this.#random);
    this.#kv = new HostileKv({ clock: () => this.#nowMs, chance, turns, faults: HONEST });
    const key = newLearnerKey(bytes(20, this.#random));
    const send = (url: string, init: RequestInit) => this.#send(new Request(url, init));
    this.#log = new HttpLog({ url: 'https://steppe.example', key, tally: new Tally(), send });
  }

  /** A session of twenty on each of so many days: the app is opened, and at the end one segment is sent. */
  study(days: number): Promise<void> {
    return this.#onEach(days, async () => {
      await this.#open(this.#device);
      await this.#device.add(DECK, sessionReviews(OPEN, this.#nowMs, this.#random), 0);
      const sealed = await this.#device.seal(DECK, segmentName(this.#nowMs, this.#random), 0);
      if (sealed === null) throw new Error('Inconsistent: nothing to send');
      const { sent } = await this.#log.put(sealed);
      if (sent !== 'saved') throw new Error(`Inconsistent: a session was not saved, but ${sent}`);
      await this.#device.markSaved(DECK, sealed.segment);
    });
  }

  /** Opens the app on each of so many days, and does nothing. */
  openOnly(days: number): Promise<void> {
    return this.#onEach(days, () => this.#open(this.#device));
  }

  /** Opens the app on a device that has nothing yet. */
  openElsewhere(): Promise<void> {
    return this.#onEach(1, () => this.#open(memoryStore()));
  }

  /** Erases the whole log. */
  erase(): Promise<void> {
    return this.#onEach(1, () => this.#log.ask('DELETE', '/log'));
  }

  /** The KV operations of a piece of work. */
  async count(work: () => Promise<void>): Promise<Operations> {
    const before = { ...this.#kv.operations };
    await work();
    const { put, get, list, delete: removed } = this.#kv.operations;
    return {
      put: put - before.put,
      get: get - before.get,
      list: list - before.list,
      delete: removed - before.delete,
    };
  }

  /** Keys, values and metadata that are stored, in bytes. */
  storedBytes(): number {
    const entries = [...this.#kv.truth()];
    return entries.reduce((sum, [key, { value, metadata }]) => {
      const beside = metadata === null || metadata === undefined ? '' : JSON.stringify(metadata);
      return sum + Buffer.byteLength(key) + Buffer.byteLength(value) + Buffer.byteLength(beside);
    }, 0);
  }

  async #open(store: Store): Promise<void> {
    const pulled = await pullInto(store, this.#log);
    if (!pulled.ok) throw new Error(`Inconsistent: ${pulled.problem.detail}`);
  }

  async #onEach(days: number, work: () => Promise<unknown>): Promise<void> {
    const realNow = Date.now;
    Date.now = () => this.#nowMs;
    try {
      for (let day = 0; day < days; day += 1) {
        await work();
        this.#nowMs += DAY_MS;
      }
    } finally {
      Date.now = realNow;
    }
  }

  /** One request, and all that the Worker does after it. */
  async #send(request: Request): Promise<Response> {
    const after: Promise<unknown>[] = [];
    // The model has all of the namespace that the Worker's store calls.
    const env = { PROGRESS: this.#kv.at(0) as KVNamespace, ASSETS: NO_FILES };
    const response = await this.#app.fetch(request, env, {
      waitUntil: (work) => void after.push(Promise.resolve(work)),
      passThroughOnException: () => undefined,
      props: {},
    });
    await Promise.all(after);
    return response;
  }
}

/** The API asks for no file. */
const NO_FILES = {
  fetch: () => Promise.reject(new Error('Inconsistent: no files here')),
  connect: () => {
    throw new Error('Inconsistent: no files here');
  },
};
