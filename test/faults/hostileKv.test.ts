import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../questions/seed.ts';
import { chanceFrom } from './chance.ts';
import { HONEST, HOSTILE, HostileKv, STORE, type Faults, type Namespace } from './hostileKv.ts';
import { STALE_MS } from './keyHistory.ts';
import { Turns } from './turns.ts';

const START_MS = Date.UTC(2024, 4, 1);

/** A store with the faults that are named and no others. Calls go through at once unless turns are held. */
function make(faults: Partial<Faults>, { seed = 1, held = false } = {}) {
  const turns = new Turns();
  if (!held) turns.letThrough();
  const clock = { ms: START_MS };
  const chance = chanceFrom(randomFrom(seed));
  const kv = new HostileKv({ clock: () => clock.ms, chance, turns, faults: { ...HONEST, ...faults } });
  return { kv, clock, turns, here: kv.at(0), there: kv.at(1) };
}

async function names(kv: Namespace, prefix?: string): Promise<readonly string[]> {
  return (await pages(kv, prefix)).flat();
}

/** The names on each page of one listing. */
async function pages(kv: Namespace, prefix = '', limit = 1000): Promise<readonly string[][]> {
  const found: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await kv.list({ prefix, limit, ...(cursor === undefined ? {} : { cursor }) });
    found.push(page.keys.map(({ name }) => name));
    cursor = page.list_complete ? undefined : page.cursor;
  } while (cursor !== undefined);
  return found;
}

/** The first whole second after now at which something holds; at most 60. */
async function secondsUntil(clock: { ms: number }, holds: () => Promise<boolean>): Promise<number> {
  const from = clock.ms;
  for (let second = 0; second <= 60; second += 1) {
    clock.ms = from + second * 1000;
    if (await holds()) return second;
  }
  throw new Error('Inconsistent: later than a minute');
}

describe('staleness', () => {
  it('shows a write late, at each location in its own time, to readings and to listings apart', async () => {
    const sights = [
      (kv: HostileKv) => async () => (await kv.at(0).get('k')) === 'v',
      (kv: HostileKv) => async () => (await kv.at(1).get('k')) === 'v',
      (kv: HostileKv) => async () => (await names(kv.at(0))).length === 1,
      (kv: HostileKv) => async () => (await names(kv.at(1))).length === 1,
    ].map(async (sight) => {
      const { kv, clock, here } = make({ late: 1 }, { seed: 2 });
      await here.put('k', 'v');
      return secondsUntil(clock, sight(kv));
    });
    const seconds = await Promise.all(sights);
    expect(new Set(seconds).size).toBe(4);
    expect(Math.min(...seconds)).toBeGreaterThan(0);
  });

  it('often shows a write at once', async () => {
    const atOnce = Array.from({ length: 200 }, async (_, seed) => {
      const { here, there } = make(HOSTILE, { seed });
      await here.put('k', 'v').catch(() => undefined);
      return there.get('k').catch(() => null);
    });
    const seen = (await Promise.all(atOnce)).filter((value) => value === 'v').length;
    expect(seen).toBeGreaterThan(40);
    expect(seen).toBeLessThan(140);
  });

  it('keeps a "not found" that a location has read, until 60 s after the write', async () => {
    const { clock, here, there } = make({ kept: 1 });
    expect(await here.get('k')).toBeNull();
    clock.ms += 3_600_000;
    await here.put('k', 'v');
    clock.ms += STALE_MS - 1;
    expect([await here.get('k'), await there.get('k')]).toEqual([null, 'v']);
    clock.ms += 1;
    expect(await here.get('k')).toBe('v');
  });

  it('keeps a value that a location has read, after it was written over and after it was deleted', async () => {
    const { clock, here } = make({ kept: 1 });
    await here.put('k', 'old');
    expect(await here.get('k')).toBe('old');
    await here.put('k', 'new');
    clock.ms += STALE_MS - 1;
    expect(await here.get('k')).toBe('old');
    clock.ms += 1;
    expect(await here.get('k')).toBe('new');
    await here.delete('k');
    clock.ms += STALE_MS - 1;
    expect(await here.get('k')).toBe('new');
    clock.ms += 1;
    expect(await here.get('k')).toBeNull();
  });

  it('gives the old value after the new one was seen at the same location', async () => {
    const { here } = make({ kept: 0.5 });
    await here.put('k', 'old');
    await here.get('k');
    await here.put('k', 'new');
    const seen = await Promise.all(Array.from({ length: 20 }, () => here.get('k')));
    expect(seen.join(' ')).toContain('new old');
  });

  it('shows what was deleted for a while: readings, and listings with its metadata', async () => {
    const { kv, clock, here, there } = make({});
    await here.put('k', 'v', { metadata: { level: 1 } });
    kv.faults = { ...HONEST, late: 1 };
    await here.delete('k');
    expect(kv.truth().size).toBe(0);
    expect(await there.get('k')).toBe('v');
    expect((await there.list()).keys).toEqual([{ name: 'k', metadata: { level: 1 } }]);
    clock.ms += STALE_MS;
    expect([await there.get('k'), await names(there)]).toEqual([null, []]);
  });

  it('lists an earlier moment after a later one', async () => {
    const { clock, here } = make({ oldList: 0.5 });
    await here.put('k', 'v');
    clock.ms += 1000;
    const lengths: number[] = [];
    for (let time = 0; time < 20; time += 1) lengths.push((await names(here)).length);
    expect(lengths.join('')).toContain('10');
    clock.ms += STALE_MS;
    for (let time = 0; time < 20; time += 1) expect(await names(here)).toEqual(['k']);
  });

  it('lets the later of two writes win once it is seen, whichever was seen first', async () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const { clock, there, here } = make({ late: 1 }, { seed });
      await here.put('k', 'first');
      await here.put('k', 'second');
      const seen: (string | null)[] = [];
      for (let second = 0; second <= 60; second += 1) {
        seen.push(await there.get('k'));
        clock.ms += 1000;
      }
      expect(seen.at(-1)).toBe('second');
      expect(seen.slice(seen.indexOf('second'))).not.toContain('first');
    }
  });
});

describe('refusals', () => {
  it('refuses a second write or delete of one key within a second, and takes it a second later', async () => {
    const { kv, clock, here, there } = make({ tooSoon: 1 });
    await here.put('k', '1');
    await expect(there.put('k', '2')).rejects.toThrow('KV PUT failed: 429 Too Many Requests');
    clock.ms += 999;
    await expect(here.delete('k')).rejects.toThrow('KV DELETE failed: 429 Too Many Requests');
    await here.put('other', '1');
    expect(kv.truth().get('k')?.value).toBe('1');
    clock.ms += 1;
    await here.delete('k');
    expect([...kv.truth().keys()]).toEqual(['other']);
  });

  it('fails a write without storing it, a delete without deleting', async () => {
    const { kv, here } = make({});
    await here.put('k', 'v');
    kv.faults = { ...HONEST, failedWrite: 1 };
    await expect(here.put('l', 'v')).rejects.toThrow('KV PUT failed: 500');
    await expect(here.delete('k')).rejects.toThrow('KV DELETE failed: 500');
    expect([...kv.truth().keys()]).toEqual(['k']);
  });

  it('gives the same error for a write and a delete that it has done', async () => {
    const { kv, here } = make({});
    await here.put('k', 'v');
    kv.faults = { ...HONEST, ambiguousWrite: 1 };
    await expect(here.put('l', 'v')).rejects.toThrow('KV PUT failed: 500');
    await expect(here.delete('k')).rejects.toThrow('KV DELETE failed: 500');
    expect([...kv.truth().keys()]).toEqual(['l']);
  });

  it('does a write long after its error was told, and after the caller crashed', async () => {
    const { kv, turns } = make({ straggling: 1 }, { held: true });
    const answer = kv.at(0, 'worker').put('k', 'v');
    turns.release(0);
    await turns.settled();
    turns.release(turns.waiting.findIndex(({ owner }) => owner === 'worker'));
    await expect(answer).rejects.toThrow('KV PUT failed: 500');
    expect(kv.truth().size).toBe(0);
    expect(turns.dropAll('worker')).toBe(0);
    expect(turns.waiting).toMatchObject([{ owner: STORE }]);
    await turns.play(() => 0);
    expect(kv.truth().get('k')?.value).toBe('v');
  });

  it('fails readings and listings', async () => {
    const { here } = make({ failedRead: 1 });
    await expect(here.get('k')).rejects.toThrow('KV GET failed: 500');
    await expect(here.getWithMetadata('k')).rejects.toThrow('KV GET failed: 500');
    await expect(here.list()).rejects.toThrow('KV GET failed: 500');
  });

  it('refuses what is over a limit, in the words of the real one', async () => {
    const { kv, here } = make({});
    const long = 'é'.repeat(256);
    await here.put(long, 'v', { metadata: 'x'.repeat(1022) });
    const over = 'KV PUT failed: 414 UTF-8 encoded length of 513 exceeds key length limit of 512.';
    await expect(here.put(`${long}x`, 'v')).rejects.toThrow(over);
    await expect(here.get(`${long}x`)).rejects.toThrow(over.replace('PUT', 'GET'));
    await expect(here.put('k', 'v', { metadata: 'x'.repeat(1023) })).rejects.toThrow(
      'KV PUT failed: 413 Metadata length of 1025 exceeds limit of 1024.',
    );
    await expect(here.put('k', new Uint8Array(25 * 1024 * 1024 + 1))).rejects.toThrow(
      'KV PUT failed: 413 Value length of 26214401 exceeds limit of 26214400.',
    );
    await expect(here.put('', 'v')).rejects.toThrow('Key name cannot be empty.');
    await expect(here.list({ limit: 1001 })).rejects.toThrow('KV GET failed: 400 Invalid key_count_limit');
    await expect(here.list({ cursor: 'of nobody' })).rejects.toThrow('KV GET failed: 400 invalid cursor');
    expect([...kv.truth().keys()]).toEqual([long]);
  });
});

describe('listings', () => {
  const all = Array.from({ length: 1500 }, (_, at) => `k${String(at).padStart(4, '0')}`);

  it('come in order, in pages of 1 to 1,000 keys, mostly few, each key once', async () => {
    const { here } = make({ shortPage: 0.9 });
    for (const name of all.toReversed()) await here.put(name, '');
    const found = (await Promise.all(Array.from({ length: 5 }, () => pages(here)))).flat();
    const sizes = found.map(({ length }) => length).sort((one, other) => one - other);
    expect(found.flat()).toEqual([...all, ...all, ...all, ...all, ...all]);
    expect([sizes[0], sizes.at(-1)]).toEqual([1, 1000]);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(5);
  });

  it('come whole, up to the limit, from an honest store', async () => {
    const { here } = make({});
    for (const name of all) await here.put(name, '');
    expect((await pages(here)).map(({ length }) => length)).toEqual([1000, 500]);
    expect((await pages(here, 'k0', 400)).map(({ length }) => length)).toEqual([400, 400, 200]);
    expect((await pages(here, 'k000')).flat()).toEqual(all.slice(0, 10));
    expect(await pages(here, 'l')).toEqual([[]]);
  });

  it('show a different moment on each page', async () => {
    const { here } = make({});
    for (const name of ['b', 'c', 'd']) await here.put(name, '');
    const first = await here.list({ limit: 2 });
    await here.put('a', '');
    await here.delete('b');
    await here.put('e', '');
    const second = await here.list({ cursor: first.list_complete ? '' : first.cursor });
    expect([...first.keys, ...second.keys].map(({ name }) => name)).toEqual(['b', 'c', 'd', 'e']);
  });

  it('have a page without keys that is not the last, while a delete is fresh', async () => {
    const { clock, here } = make({});
    for (const name of ['a', 'b', 'c']) await here.put(name, '');
    for (const name of ['a', 'b']) await here.delete(name);
    expect(await pages(here, '', 1)).toEqual([[], [], ['c']]);
    clock.ms += STALE_MS;
    expect(await pages(here, '', 1)).toEqual([['c']]);
  });
});

describe('values', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);

  it('come back as the bytes that were put, and nobody changes them from outside', async () => {
    const { here } = make({});
    const given = bytes.slice();
    await here.put('k', given.subarray(16));
    await here.put('l', given.buffer);
    given.fill(0);
    const taken = new Uint8Array((await here.get('k', 'arrayBuffer')) ?? []);
    expect(taken).toEqual(bytes.subarray(16));
    taken.fill(0);
    expect(new Uint8Array((await here.get('k', { type: 'arrayBuffer' })) ?? [])).toEqual(bytes.subarray(16));
    expect(new Uint8Array((await here.get('l', 'arrayBuffer')) ?? [])).toEqual(bytes);
    await here.put('m', 'é\ud800');
    expect(new Uint8Array((await here.get('m', 'arrayBuffer')) ?? [])).toEqual(
      new TextEncoder().encode('é\ufffd'),
    );
    expect(await here.get('m')).toBe('é\ufffd');
  });

  it('come back as text, with metadata as JSON gives it back', async () => {
    const { kv, here } = make({});
    await here.put('k', 'Қазақстан 😀', { metadata: { a: [1], b: undefined } });
    await here.put('l', 'plain');
    expect(await here.getWithMetadata('k', 'text')).toMatchObject({
      value: 'Қазақстан 😀',
      metadata: { a: [1] },
    });
    expect(await here.getWithMetadata('l')).toMatchObject({ value: 'plain', metadata: null });
    expect(await here.getWithMetadata('m')).toMatchObject({ value: null, metadata: null });
    expect((await here.list()).keys).toEqual([{ name: 'k', metadata: { a: [1] } }, { name: 'l' }]);
    expect(kv.truth().get('k')).toMatchObject({ value: 'Қазақстан 😀', metadata: { a: [1] } });
  });
});

describe('turns', () => {
  it('let the write win whose effect came last, not the one that was asked last', async () => {
    const { kv, turns } = make({}, { held: true });
    const done: string[] = [];
    const write = async (owner: string): Promise<void> => {
      await kv.at(0, owner).put('k', owner);
      done.push(owner);
    };
    void write('first');
    void write('second');
    await turns.play((waiting) => waiting.length - 1);
    expect(done).toEqual(['second', 'first']);
    expect(kv.truth().get('k')?.value).toBe('first');
  });

  it('read what is there at the effect, and tell it later', async () => {
    const { kv, turns } = make({}, { held: true });
    const reading = kv.at(0, 'reader').get('k');
    turns.release(0);
    await turns.settled();
    void kv.at(0, 'writer').put('k', 'v');
    turns.release(turns.waiting.findIndex(({ owner }) => owner === 'writer'));
    await turns.settled();
    expect(kv.truth().get('k')?.value).toBe('v');
    await turns.play(() => 0);
    expect(await reading).toBeNull();
  });

  it('let a caller crash before the effect, or between the effect and its answer', async () => {
    for (const [steps, stored] of [
      [0, 0],
      [1, 1],
    ] as const) {
      const { kv, turns } = make({}, { held: true });
      let isAnswered = false;
      void kv
        .at(0, 'worker')
        .put('k', 'v')
        .then(() => (isAnswered = true));
      for (let step = 0; step < steps; step += 1) {
        turns.release(0);
        await turns.settled();
      }
      expect(turns.dropAll('worker')).toBe(1);
      await turns.play(() => 0);
      expect([kv.truth().size, isAnswered]).toEqual([stored, false]);
    }
  });
});

const Step = fc.record({
  op: fc.constantFrom('put', 'delete', 'get', 'get', 'list', 'list'),
  key: fc.constantFrom('a', 'b', 'c'),
  location: fc.constantFrom(0, 1),
  waitMs: fc.oneof(fc.nat(2000), fc.nat(40_000)),
});
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

/** Runs steps on a hostile store; says what each reading and listing may have shown, by the truth of the last 60 s. */
async function play(steps: readonly Step[], seed: number) {
  const made = make(HOSTILE, { seed });
  const states = new Map<string, { fromMs: number; value: string | null }[]>();
  const log: { shown: unknown; allowed: readonly unknown[] }[] = [];
  const recent = (key: string): readonly (string | null)[] => {
    const history = [{ fromMs: -Infinity, value: null }, ...(states.get(key) ?? [])];
    return history
      .filter((_, at) => (history[at + 1]?.fromMs ?? Infinity) + STALE_MS > made.clock.ms)
      .map(({ value }) => value);
  };
  for (const [at, { op, key, location, waitMs }] of steps.entries()) {
    made.clock.ms += waitMs;
    const view = made.kv.at(location);
    if (op === 'put') await view.put(key, `${at}`, { metadata: `${at}` }).catch(() => undefined);
    if (op === 'delete') await view.delete(key).catch(() => undefined);
    if (op === 'get') {
      const shown = await view.get(key).catch(() => undefined);
      if (shown !== undefined) log.push({ shown, allowed: recent(key) });
    }
    if (op === 'list') {
      const page = await view.list({ prefix: key }).catch(() => undefined);
      if (page !== undefined) log.push({ shown: page.keys[0]?.metadata ?? null, allowed: recent(key) });
    }
    const value = made.kv.truth().get(key)?.value ?? null;
    const history = states.get(key) ?? [];
    if ((history.at(-1)?.value ?? null) !== value) history.push({ fromMs: made.clock.ms, value });
    states.set(key, history);
  }
  return { ...made, log };
}

describe('the model as a whole', () => {
  const steps = fc.array(Step, { maxLength: 60 });

  it('never shows what has been outdated for 60 s', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), async (given, seed) => {
        const { log } = await play(given, seed);
        for (const { shown, allowed } of log) expect(allowed).toContain(shown);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('shows the truth everywhere once 60 s have gone by and the faults are off', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), async (given, seed) => {
        const { kv, clock, here, there } = await play(given, seed);
        kv.faults = HONEST;
        clock.ms += STALE_MS;
        const truth = ['a', 'b', 'c'].flatMap((name) => {
          const value = kv.truth().get(name)?.value;
          return value === undefined ? [] : [[name, value]];
        });
        for (const view of [here, there]) {
          const listed = await names(view);
          expect(await Promise.all(listed.map(async (name) => [name, await view.get(name)]))).toEqual(truth);
        }
        await here.put('a', 'now');
        expect([await there.get('a'), (await names(there))[0]]).toEqual(['now', 'a']);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('does the same for the same seed', async () => {
    const given = fc.sample(Step, { numRuns: 300, seed: 5 });
    const [one, again, other] = await Promise.all([7, 7, 8].map((seed) => play(given, seed)));
    expect(again?.log).toEqual(one?.log);
    expect(other?.log).not.toEqual(one?.log);
  });

  it('counts every call, those that failed too', async () => {
    const { kv, here } = make({ failedRead: 1, failedWrite: 1 });
    const calls = [here.put('k', ''), here.put('k', ''), here.get('k'), here.list(), here.delete('k')];
    await Promise.allSettled(calls);
    expect(kv.operations).toEqual({ put: 2, get: 1, list: 1, delete: 1 });
  });
});
