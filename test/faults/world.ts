import * as v from 'valibot';
import { fold } from '../../questions/fold.ts';
import { SegmentIdSchema, type SegmentId } from '../../questions/ids.ts';
import { ulid } from '../../questions/ulid.ts';
import { serialiseSchedule } from '../../questions/schedule.ts';
import { randomFrom } from '../../questions/seed.ts';
import { loaded, notLoaded } from '../../web/loaded.ts';
import type { ListedSegment } from '../../web/logServer.ts';
import { pullInto } from '../../web/pulling.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { LINGER_MS } from '../../worker/compaction.ts';
import { kvStore } from '../../worker/kvStore.ts';
import type { LogStore } from '../../worker/store.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { Device, type Surroundings } from './device.ts';
import { HONEST, HOSTILE, HostileKv } from './hostileKv.ts';
import { STALE_MS } from './keyHistory.ts';
import { Ledger } from './ledger.ts';
import { Turns } from './turns.ts';
import { PLACE, reviewsOf, Workers } from './workers.ts';

export const LOCATIONS = 2;
const AUDITOR = 'auditor';

/** A rule of the design, broken: each has to be found out. */
export interface Broken {
  /** Another store in the Worker. */
  readonly store?: (store: LogStore) => LogStore;
  /** Another name for a device's new segment. */
  readonly newSegment?: (device: number, right: () => SegmentId) => SegmentId;
  /** Another name for a segment that goes out. */
  readonly sentAs?: (segment: SegmentId, fresh: () => SegmentId) => SegmentId;
}

/** Devices, a network, Workers at two locations and a hostile KV, in one thread and by one seed. */
export class World {
  nowMs = 1_800_000_000_000;
  readonly turns = new Turns();
  readonly ledger = new Ledger();
  readonly chance: Chance;
  readonly kv: HostileKv;
  readonly workers: Workers;
  readonly devices: readonly Device[];
  readonly #broken: Broken;
  #made = 0;

  constructor(seed: number, devices: number, broken: Broken = {}) {
    this.#broken = broken;
    this.chance = chanceFrom(randomFrom(`world ${seed}`));
    const { turns, ledger, chance } = this;
    const clock = () => this.nowMs;
    this.kv = new HostileKv({ clock, chance, turns, faults: HOSTILE, locations: LOCATIONS });
    const storeAt = (location: number, owner: string) => this.#storeAt(location, owner);
    this.workers = new Workers({ turns, ledger, clock, storeAt });
    this.devices = Array.from({ length: devices }, (_, at) => {
      return new Device(`device ${at}`, at % LOCATIONS, this.#surroundings(at));
    });
  }

  /** A name that nobody has yet. */
  newName(): string {
    this.#made += 1;
    const made = this.#made;
    const bytes = Uint8Array.from({ length: 10 }, (_, at) =>
      at < 8 ? this.chance.below(256) : (made >> (8 * (9 - at))) & 255,
    );
    return ulid(this.nowMs, bytes);
  }

  /** Lets up to `count` waiting turns go on, chosen by chance; some of them break instead. */
  async play(count: number, trouble: number): Promise<void> {
    await this.turns.settled();
    for (let n = 0; n < count && this.turns.waiting.length > 0; n += 1) {
      const at = this.chance.below(this.turns.waiting.length);
      const owner = this.turns.waiting[at]?.owner ?? '';
      const isTrouble = this.chance.happens(trouble);
      if (isTrouble && owner.startsWith('worker')) this.workers.crash(owner);
      else if (isTrouble && owner.startsWith('network')) this.turns.fail(at, new Error('no connection'));
      else this.turns.release(at);
      await this.turns.settled();
    }
    this.ledger.expectKept(this.kv.truth());
  }

  /** A new device at a location sees all that was shown as saved more than a minute before. */
  async audit(location: number): Promise<void> {
    const before = this.kv.faults;
    this.kv.faults = { ...before, failedRead: 0 };
    const fresh = memoryStore();
    const store = kvStore(this.kv.at(location, AUDITOR));
    const list = async () => {
      const all: ListedSegment[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list(PLACE.learner, cursor);
        all.push(...page.segments);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return loaded(all);
    };
    const read = async ({ id }: ListedSegment) => {
      const found = await reviewsOf(store, id);
      return found === undefined ? notLoaded('missing', id) : loaded(found);
    };
    await this.#alone(pullInto(fresh, { list, read }));
    this.kv.faults = before;
    const seen = await fresh.reviewsOf(PLACE.deck);
    this.ledger.expectSeen(seen, this.nowMs - STALE_MS, `a new device at location ${location}`);
  }

  /** Everybody is connected, nothing fails, time goes on: then all devices have everything, and the same schedule. */
  async quieten(): Promise<void> {
    this.kv.faults = HONEST;
    this.turns.letThrough();
    await this.turns.settled();
    for (const afterMs of [STALE_MS + 1, STALE_MS + 1, LINGER_MS + 1, STALE_MS + 1]) {
      this.nowMs += afterMs;
      for (const device of this.devices) {
        device.isOnline = true;
        await device.flush();
        await device.pull();
        await this.turns.settled();
      }
      this.ledger.expectKept(this.kv.truth());
    }
    await this.#expectOneSchedule();
    for (let location = 0; location < LOCATIONS; location += 1) await this.audit(location);
  }

  async #expectOneSchedule(): Promise<void> {
    const all = new Map<string, unknown>();
    const schedules = new Set<string>();
    for (const device of this.devices) {
      const waiting = await device.store.waiting();
      if (waiting > 0) throw new Error(`${waiting} reviews still wait`);
      const reviews = await device.reviews();
      this.ledger.expectSeen(reviews, Infinity, 'a device');
      reviews.forEach((review) => all.set(review.id, review));
      schedules.add(serialiseSchedule(fold(reviews)));
      if (new Set(reviews.map(({ id }) => id)).size !== reviews.length)
        throw new Error('A review stands twice');
    }
    if (schedules.size !== 1) throw new Error(`${schedules.size} schedules`);
    for (const device of this.devices)
      if ((await device.reviews()).length !== all.size) throw new Error('A device has less than the others');
  }

  /** Releases only this work's own turns, until there are no more. */
  async #alone(work: Promise<unknown>): Promise<void> {
    await this.turns.settled();
    for (let at = this.#auditorsTurn(); at >= 0; at = this.#auditorsTurn()) {
      this.turns.release(at);
      await this.turns.settled();
    }
    await work;
  }

  #auditorsTurn(): number {
    return this.turns.waiting.findIndex(({ owner }) => owner === AUDITOR);
  }

  #storeAt(location: number, owner: string): LogStore {
    const store = kvStore(this.kv.at(location, owner));
    return this.#broken.store?.(store) ?? store;
  }

  #surroundings(device: number): Surroundings {
    const { turns, ledger, workers } = this;
    const right = () => v.parse(SegmentIdSchema, this.newName());
    return {
      turns,
      ledger,
      workers,
      clock: () => this.nowMs,
      newSegment: () => this.#broken.newSegment?.(device, right) ?? right(),
      sentAs: (segment) => this.#broken.sentAs?.(segment, right) ?? segment,
    };
  }
}
