import type { KVNamespace, KVNamespaceListKey, KVNamespaceListResult } from '@cloudflare/workers-types';
import type { Chance } from './chance.ts';
import { KeyHistory, STALE_MS, Stored, type Sight, type Version } from './keyHistory.ts';
import { checkKey, checkListLimit, MOST_KEYS_A_PAGE, storedOf, type Value } from './kvLimits.ts';
import type { OwnTurns, Turns } from './turns.ts';

/** How often the store misbehaves: probabilities from 0 to 1. */
export interface Faults {
  /** A write or delete is seen late at a location: drawn for each location, for `get` and for `list` apart. */
  readonly late: number;
  /** A reading is answered from what the location keeps of an earlier one, also "not found". */
  readonly kept: number;
  /** A page of a listing shows an earlier moment than now. */
  readonly oldList: number;
  /** A second write or delete of one key within a second is refused with 429. */
  readonly tooSoon: number;
  /** A write or delete gives an error and does nothing. */
  readonly failedWrite: number;
  /** A write or delete gives the same error and has been done. */
  readonly ambiguousWrite: number;
  /** A write or delete gives the same error and is done at a later turn, of the owner `STORE`. */
  readonly straggling: number;
  /** A `get` or `list` gives an error. */
  readonly failedRead: number;
  /** A page of a listing is of 1 to 1,000 keys, mostly very few, instead of all that the limit allows. */
  readonly shortPage: number;
}

/** A store that does what one hopes for: the quiet phase. */
export const HONEST: Faults = {
  late: 0,
  kept: 0,
  oldList: 0,
  tooSoon: 0,
  failedWrite: 0,
  ambiguousWrite: 0,
  straggling: 0,
  failedRead: 0,
  shortPage: 0,
};

/** Everything that the real one may do, far more often than it does. */
export const HOSTILE: Faults = {
  late: 0.6,
  kept: 0.6,
  oldList: 0.3,
  tooSoon: 1,
  failedWrite: 0.07,
  ambiguousWrite: 0.07,
  straggling: 0.02,
  failedRead: 0.07,
  shortPage: 0.7,
};

/** The owner of turns that belong to nobody who could crash: the store itself finishes a straggling write. */
export const STORE = 'store';

/** What is modelled of KV's binding. */
export type Namespace = Pick<KVNamespace, 'get' | 'getWithMetadata' | 'put' | 'delete' | 'list'>;

/** How many calls were made, those that failed too: each is paid for. */
export interface Operations {
  put: number;
  get: number;
  list: number;
  delete: number;
}

interface Made {
  /** Now, in ms; never goes back. */
  readonly clock: () => number;
  readonly chance: Chance;
  readonly turns: Turns;
  readonly faults?: Faults;
  /** How many locations there are; the first is 0. */
  readonly locations?: number;
}

/**
 * Workers KV at its worst, for tests: late and out of order at every location, refusing, failing, and failing after it has
 * done its work. What the real one promises: developers.cloudflare.com/kv/concepts/how-kv-works (eventual consistency: 60 s
 * or more, "not found" is kept too) and developers.cloudflare.com/kv/platform/limits (one write a second to a key, sizes).
 * "Or more" is not modelled: nothing is staler than 60 s (see `KeyHistory`), so that a test can wait for the end of it.
 * Each call takes a turn before its effect and one after it; it is a request on its way, and an answer on its way back.
 */
export class HostileKv {
  readonly operations: Operations = { put: 0, get: 0, list: 0, delete: 0 };
  /** May be changed at any time; what was drawn before stays. */
  faults: Faults;
  readonly #clock: () => number;
  readonly #chance: Chance;
  readonly #turns: Turns;
  readonly #locations: number;
  readonly #truth = new Map<string, Stored>();
  readonly #histories = new Map<string, KeyHistory>();
  /** Every key that was ever written, in order: by UTF-16 unit, which is the order of UTF-8 for what Steppe names keys. */
  readonly #names: string[] = [];

  constructor({ clock, chance, turns, faults = HOSTILE, locations = 2 }: Made) {
    this.faults = faults;
    this.#clock = clock;
    this.#chance = chance;
    this.#turns = turns;
    this.#locations = locations;
  }

  /** What really stands in the store now, whatever any location shows: a live view. */
  truth(): ReadonlyMap<string, { readonly value: string; readonly metadata: unknown }> {
    return this.#truth;
  }

  /** The store as one location shows it; calls take their turns in the owner's name. */
  at(location: number, owner = `location ${location}`): Namespace {
    if (location < 0 || location >= this.#locations) throw new Error(`Inconsistent: no location ${location}`);
    const turns = this.#turns.for(owner);
    const namespace = {
      get: async (key: string, as?: GetAs) => {
        const type = typeOf(as);
        return valueAs((await this.#get(turns, location, key)).stored, type);
      },
      getWithMetadata: async (key: string, as?: GetAs) => {
        const type = typeOf(as);
        const { stored } = await this.#get(turns, location, key);
        return { value: valueAs(stored, type), metadata: stored?.metadata ?? null, cacheStatus: null };
      },
      put: (key: string, value: Value, options?: PutOptions) => this.#put(turns, key, value, options),
      delete: (key: string) => this.#delete(turns, key),
      list: (options?: ListOptions) => this.#list(turns, location, options),
    };
    // The binding's overloads (by type, by array of keys) cannot be met by one implementation; what is not modelled throws.
    return namespace as unknown as Namespace;
  }

  async #get(turns: OwnTurns, location: number, key: string): Promise<Version> {
    this.operations.get += 1;
    checkKey('GET', key);
    return call(turns, `get ${key}`, () => {
      this.#failNowAndThen(this.faults.failedRead, 'GET');
      return this.#read(this.#historyOf(key), location);
    });
  }

  /** Another machine of the location may answer past what the first one keeps: readings of one location may go back in time. */
  #read(history: KeyHistory, location: number): Version {
    const kept = history.keptAt(location, this.#clock());
    if (kept !== undefined && this.#chance.happens(this.faults.kept)) return kept;
    const version = history.readAt(location, this.#clock());
    if (kept === undefined) history.keep(location, version);
    return version;
  }

  async #put(turns: OwnTurns, key: string, value: Value, options: PutOptions = {}): Promise<void> {
    this.operations.put += 1;
    const stored = storedOf(key, value, options);
    await call(turns, `put ${key}`, () => this.#write('PUT', key, stored));
  }

  async #delete(turns: OwnTurns, key: string): Promise<void> {
    this.operations.delete += 1;
    checkKey('DELETE', key);
    await call(turns, `delete ${key}`, () => this.#write('DELETE', key, undefined));
  }

  #write(method: 'PUT' | 'DELETE', key: string, stored: Stored | undefined): void {
    const isTooSoon = this.#clock() - this.#historyOf(key).writtenAtMs < 1000;
    if (isTooSoon && this.#chance.happens(this.faults.tooSoon))
      throw new Error(`KV ${method} failed: 429 Too Many Requests`);
    this.#failNowAndThen(this.faults.failedWrite, method);
    if (this.#chance.happens(this.faults.straggling)) {
      void this.#straggle(key, stored);
      throw failure(method);
    }
    this.#apply(key, stored);
    this.#failNowAndThen(this.faults.ambiguousWrite, method);
  }

  async #straggle(key: string, stored: Stored | undefined): Promise<void> {
    await this.#turns.for(STORE).take(`straggling write of ${key}`);
    this.#apply(key, stored);
  }

  #apply(key: string, stored: Stored | undefined): void {
    const history = this.#historyOf(key);
    if (history.writtenAtMs === -Infinity) this.#names.splice(this.#placeOf(key), 0, key);
    if (stored === undefined) this.#truth.delete(key);
    else this.#truth.set(key, stored);
    history.write(
      stored,
      this.#clock(),
      Array.from({ length: this.#locations }, () => this.#sight()),
    );
  }

  #sight(): Sight {
    return { getAtMs: this.#clock() + this.#lateBy(), listAtMs: this.#clock() + this.#lateBy() };
  }

  #lateBy(): number {
    return this.#chance.happens(this.faults.late) ? this.#chance.below(STALE_MS) : 0;
  }

  async #list(
    turns: OwnTurns,
    location: number,
    options: ListOptions = {},
  ): Promise<KVNamespaceListResult<unknown>> {
    this.operations.list += 1;
    checkListLimit(options.limit);
    return call(turns, `list ${options.prefix ?? ''}`, () => {
      this.#failNowAndThen(this.faults.failedRead, 'GET');
      return this.#page(location, options);
    });
  }

  /** A page is cut from all keys that any location may still show: one may be empty and yet not the last, as the real one's may. */
  #page(location: number, { prefix, cursor, limit }: ListOptions): KVNamespaceListResult<unknown> {
    const size = this.#pageSize(limit ?? MOST_KEYS_A_PAGE);
    const names = this.#namesFrom(prefix ?? '', cursor ?? '', size + 1);
    const keys = this.#seen(names.slice(0, size), location);
    const last = names[size - 1];
    if (last === undefined || names.length <= size) return { keys, list_complete: true, cacheStatus: null };
    return { keys, list_complete: false, cursor: cursorAfter(last), cacheStatus: null };
  }

  #namesFrom(prefix: string, cursor: string, most: number): readonly string[] {
    const names: string[] = [];
    for (let at = this.#firstAfter(prefix, cursor); names.length < most; at += 1) {
      const name = this.#names[at];
      if (name === undefined || !name.startsWith(prefix)) break;
      if (!this.#historyOf(name).isGone(this.#clock())) names.push(name);
    }
    return names;
  }

  #seen(names: readonly string[], location: number): KVNamespaceListKey<unknown>[] {
    const now = this.#clock();
    const moment = this.#chance.happens(this.faults.oldList) ? now - this.#chance.below(STALE_MS) : now;
    return names.flatMap((name) => {
      const { stored } = this.#historyOf(name).listedAt(location, moment, now);
      if (stored === undefined) return [];
      return [stored.metadata === null ? { name } : { name, metadata: stored.metadata }];
    });
  }

  #pageSize(limit: number): number {
    if (!this.#chance.happens(this.faults.shortPage)) return limit;
    const most = this.#chance.happens(0.9) ? 5 : MOST_KEYS_A_PAGE;
    return Math.min(limit, 1 + this.#chance.below(most));
  }

  #firstAfter(prefix: string, cursor: string): number {
    if (cursor === '') return this.#placeOf(prefix);
    const name = nameIn(cursor);
    if (name === undefined) throw new Error('KV GET failed: 400 invalid cursor');
    const at = this.#placeOf(name);
    return this.#names[at] === name ? at + 1 : at;
  }

  /** How many names come before this one. */
  #placeOf(name: string): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#names[middle] ?? '') < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #historyOf(key: string): KeyHistory {
    const known = this.#histories.get(key);
    if (known !== undefined) return known;
    const history = new KeyHistory();
    this.#histories.set(key, history);
    return history;
  }

  #failNowAndThen(probability: number, method: string): void {
    if (this.#chance.happens(probability)) throw failure(method);
  }
}

type GetAs = string | { readonly type?: string };
type PutOptions = NonNullable<Parameters<KVNamespace['put']>[2]>;
type ListOptions = NonNullable<Parameters<KVNamespace['list']>[0]>;

/** One error for what was not done and for what was: the caller cannot know. */
function failure(method: string): Error {
  return new Error(`KV ${method} failed: 500 Internal Server Error`);
}

/** The request travels, the effect comes (or not), the answer travels. */
async function call<T>(turns: OwnTurns, what: string, effect: () => T): Promise<T> {
  await turns.take(what);
  const answer = outcomeOf(effect);
  await turns.take(`${what}: answer`);
  if ('error' in answer) throw answer.error;
  return answer.value;
}

function outcomeOf<T>(effect: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: effect() };
  } catch (error) {
    return { error };
  }
}

function typeOf(as: GetAs | undefined): 'text' | 'arrayBuffer' {
  const type = (typeof as === 'string' ? as : as?.type) ?? 'text';
  if (type !== 'text' && type !== 'arrayBuffer')
    throw new Error(`Inconsistent: get as ${type} is not modelled`);
  return type;
}

/** Bytes are a copy, so that nobody changes the store by changing what it gave. */
function valueAs(stored: Stored | undefined, type: 'text' | 'arrayBuffer'): string | ArrayBuffer | null {
  if (stored === undefined) return null;
  return type === 'text' ? stored.value : stored.bytes.slice().buffer;
}

const CURSOR = 'after:';

function cursorAfter(name: string): string {
  return CURSOR + encodeURIComponent(name);
}

function nameIn(cursor: string): string | undefined {
  return cursor.startsWith(CURSOR) ? decodeURIComponent(cursor.slice(CURSOR.length)) : undefined;
}
