import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { CompiledDeck } from '../../questions/compile.ts';
import { LearnerIdSchema } from '../../questions/ids.ts';
import { PublishSchema, type Revision } from '../../questions/publish.ts';
import { randomFrom } from '../../questions/seed.ts';
import { Refusal } from '../../worker/problem.ts';
import { publishDeck } from '../../worker/published/publishDeck.ts';
import { publishedId } from '../../worker/published/publishedId.ts';
import type { PublishedKv } from '../../worker/published/publishedStore.ts';
import { servedDeck } from '../../worker/published/servedDeck.ts';
import { deckToPublish } from '../worker/publishedDeck.ts';
import { chanceFrom } from './chance.ts';
import { HONEST, HOSTILE, HostileKv, type Faults } from './hostileKv.ts';
import { STALE_MS } from './keyHistory.ts';
import { Turns } from './turns.ts';

const AUTHOR = v.parse(LearnerIdSchema, 'a'.repeat(64));
const NAME = 'tarn';
const TRIES_MAX = 120;
const PASSING = new Set(['store-unavailable', 'published-elsewhere']);

/** An author at location 0 and a learner at location 1 of one store. */
class Place {
  nowMs = Date.UTC(2026, 10, 24);
  readonly kv: HostileKv;

  constructor(seed: number, faults: Faults = HONEST) {
    const turns = new Turns();
    turns.letThrough();
    const chance = chanceFrom(randomFrom(`published ${seed}`));
    this.kv = new HostileKv({ clock: () => this.nowMs, chance, turns, faults, locations: 2 });
  }

  async publish(title: string, after: Revision | null, kv: PublishedKv = this.kv.at(0)): Promise<Revision> {
    const wanted = v.parse(PublishSchema, await deckToPublish({ title }, after));
    return (await publishDeck(kv, AUTHOR, NAME, wanted, this.nowMs)).published.revision;
  }

  /** Again after each passing failure, with the same bytes; for a minute the former revision may seem to be another device's. */
  async publishAtLast(title: string, after: Revision | null): Promise<Revision> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      try {
        return await this.publish(title, after);
      } catch (error) {
        if (!(error instanceof Refusal) || !PASSING.has(error.code)) throw error;
        this.nowMs += 1_001;
      }
    }
    throw new Error(`no success in ${TRIES_MAX} tries`);
  }

  /** What a learner's request finds there; a request of its own has an isolate of its own. */
  async seen(location = 1): Promise<CompiledDeck | undefined> {
    return servedDeck(this.kv.at(location), await publishedId(AUTHOR, NAME));
  }
}

/** The store, of which the nth write of this operation fails. */
function failingAt(kv: PublishedKv, nth: number): PublishedKv {
  let puts = 0;
  return {
    ...kv,
    put: (...given: Parameters<PublishedKv['put']>) => {
      puts += 1;
      return puts === nth ? Promise.reject(new Error('KV PUT failed: 500')) : kv.put(...given);
    },
  };
}

describe('a publish that fails half-way', () => {
  it.each([1, 2, 3, 4])(
    'at write %i leaves the former revision served, and the same again completes it',
    async (nth) => {
      const place = new Place(nth);
      const first = await place.publish('First', null);
      place.nowMs += 2_000;
      await expect(place.publish('Second', first, failingAt(place.kv.at(0), nth))).rejects.toMatchObject({
        code: 'store-unavailable',
      });
      expect((await place.seen())?.deck).toMatchObject({ title: 'First', revision: first });
      place.nowMs += 2_000;
      const second = await place.publish('Second', first);
      place.nowMs += STALE_MS + 1;
      expect((await place.seen())?.deck).toMatchObject({ title: 'Second', revision: second });
    },
  );

  it('at the first revision serves nothing yet', async () => {
    const place = new Place(1);
    await expect(place.publish('First', null, failingAt(place.kv.at(0), 4))).rejects.toThrow();
    expect(await place.seen()).toBeUndefined();
  });
});

describe('under a hostile store', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'a learner finds a whole revision, the newest or a former one, and a minute later the newest, seed %i',
    async (seed) => {
      const place = new Place(seed, { ...HOSTILE, failedRead: 0 });
      const revisions: Revision[] = [];
      for (const title of ['First', 'Second', 'Third']) {
        revisions.push(await place.publishAtLast(title, revisions.at(-1) ?? null));
        if (title === 'First') place.nowMs += STALE_MS + 1;
        for (const location of [0, 1]) {
          const seen = await place.seen(location);
          expect(revisions, `at ${location} after ${title}`).toContain(seen?.deck.revision);
        }
        place.nowMs += 1_001;
      }
      place.kv.faults = HONEST;
      place.nowMs += STALE_MS + 1;
      for (const location of [0, 1])
        expect((await place.seen(location))?.deck.revision).toBe(revisions.at(-1));
    },
  );
});
