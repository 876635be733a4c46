import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { DeckIdSchema } from '../../questions/ids.ts';
import { SegmentSchema, type Review } from '../../questions/review.ts';
import { deckNamed } from '../browser/robot.ts';
import { newLearnerKey, type LearnerKey } from '../../web/learnerKey.ts';
import type { ListedSegment } from '../../web/logServer.ts';
import { pullInto } from '../../web/pulling.ts';
import { sealAll, sendAll, type Sending } from '../../web/sending.ts';
import type { Outgoing } from '../../web/store.ts';
import { memoryStore } from '../../web/storeMemory.ts';
import { HttpLog } from './httpLog.ts';
import { bytes, pick, segmentName, sessionReviews, type Random } from './session.ts';
import type { Tally } from './tally.ts';

const OPEN = deckNamed('kazakhstan-january-2022');
const SEALED = deckNamed('harbour');
const DECK = v.parse(DeckIdSchema, OPEN.deck.id);

/** Where and how a learner studies. */
export interface Circumstances {
  readonly url: string;
  readonly address: string;
  readonly tally: Tally;
  readonly random: Random;
  /** The longest pause between two sessions, in ms. */
  readonly pauseMs: number;
  /** How often a session asks for the whole log, all at once: over and over means more than a learner may. */
  readonly lists: number;
}

/** One of many learners at a time, with the app's own outbox and pull. */
export class Learner {
  readonly key: LearnerKey;
  /** Every review of which the server said that it has it. */
  readonly saved: Review[] = [];
  /** How often a segment was sent again that the server had already. */
  sentAgain = 0;
  readonly #around: Circumstances;
  readonly #log: HttpLog;
  readonly #store = memoryStore();
  #listed: readonly ListedSegment[] = [];
  #lastSaved: Outgoing | null = null;

  constructor(around: Circumstances) {
    this.#around = around;
    this.key = newLearnerKey(bytes(20, around.random));
    this.#log = new HttpLog({ ...around, key: this.key });
  }

  /** How many reviews the server has not taken yet. */
  waiting(): Promise<number> {
    return this.#store.waiting();
  }

  /** One session after the other, until this moment (as `performance.now` counts); pauses where the server wants it. */
  async studyUntil(endMs: number): Promise<void> {
    const { random, pauseMs } = this.#around;
    await sleep(random() * pauseMs);
    while (performance.now() < endMs) {
      await this.#session();
      const restMs = Math.max(pauseMs * (0.4 + 0.6 * random()), this.#log.pausedMs);
      await sleep(Math.min(restMs, Math.max(0, endMs - performance.now())));
    }
  }

  async #session(): Promise<void> {
    const { random, lists } = this.#around;
    await Promise.all(Array.from({ length: lists - 1 }, () => this.#log.list()));
    await pullInto(this.#store, {
      list: async () => {
        const result = await this.#log.list();
        if (result.ok) this.#listed = result.value;
        return result;
      },
      read: (listed) => this.#log.read(listed),
    });
    await this.#store.add(DECK, sessionReviews(OPEN, Date.now(), random), 0);
    await this.#send();
    if (random() < 0.2) await this.#sendAgain();
    if (random() < 0.3 && this.#listed.length > 0) await this.#log.read(pick(this.#listed, random));
    if (random() < 0.5) await this.#answerSealed();
  }

  async #send(): Promise<void> {
    const sending: Sending = {
      put: (outgoing) => this.#put(outgoing),
      newSegment: () => segmentName(Date.now(), this.#around.random),
      nowMs: Date.now,
      clockOffMs: () => 0,
      hearClock: () => undefined,
    };
    await sealAll([this.#store], sending);
    await sendAll([this.#store], sending);
  }

  async #put(outgoing: Outgoing): ReturnType<HttpLog['put']> {
    const result = await this.#log.put(outgoing);
    if (result.sent !== 'saved') return result;
    this.#lastSaved = outgoing;
    this.saved.push(...v.parse(SegmentSchema, JSON.parse(outgoing.body)).reviews);
    return result;
  }

  /** As after an answer that got lost on its way. */
  async #sendAgain(): Promise<void> {
    if (this.#lastSaved === null) return;
    const result = await this.#log.put(this.#lastSaved);
    if (result.sent === 'saved') this.sentAgain += 1;
  }

  async #answerSealed(): Promise<void> {
    const fact = pick(SEALED.deck.facts, this.#around.random);
    const { id } = pick(fact.questions, this.#around.random);
    const body = JSON.stringify({ fact: fact.id, question: id, answer: null });
    await this.#log.ask('POST', `/decks/${SEALED.deck.id}/answers`, body);
  }
}
