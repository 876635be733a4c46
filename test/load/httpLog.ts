import * as v from 'valibot';
import { ReviewSchema, StoredSegmentSchema, type Review } from '../../questions/review.ts';
import type { LearnerKey } from '../../web/learnerKey.ts';
import { loaded, notLoaded, parsed, type Loaded } from '../../web/loaded.ts';
import { LogPageSchema, type ListedSegment, type LogServer, type Sent } from '../../web/logServer.ts';
import type { Outgoing } from '../../web/store.ts';
import type { Tally } from './tally.ts';

/** Asks the test's Worker to set no limit: for what a learner spreads over months, and a test does at once. */
export const UNLIMITED = 'Steppe-Test-Unlimited';

/** Who asks, and whom. */
export interface Asker {
  readonly url: string;
  readonly key: LearnerKey;
  readonly tally: Tally;
  /** The address it asks from; without one it meets no limit. */
  readonly address?: string;
  /** How a request is sent, where not by the network. */
  readonly send?: (url: string, init: RequestInit) => Promise<Response>;
}

/** An answer that was read to its end. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * A learner's log over HTTP, for many learners in one process: what the app's client does, which is one to a browser. After a
 * 429 it asks nothing until the time is over that the server named.
 */
export class HttpLog implements LogServer {
  readonly #asker: Asker;
  #pausedUntil = 0;

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  /** For how long (ms) the server wants no request. */
  get pausedMs(): number {
    return Math.max(0, this.#pausedUntil - performance.now());
  }

  async put({ deck, segment, body }: Outgoing): Promise<Sent> {
    const answer = await this.ask('PUT', `/log/${deck}/${segment}`, body);
    if (answer === null || answer.status === 429 || answer.status >= 500)
      return { sent: 'later', waitMs: null };
    return answer.status === 204 ? { sent: 'saved' } : { sent: 'refused', why: answer.body, which: null };
  }

  async list(): Promise<Loaded<readonly ListedSegment[]>> {
    const all: ListedSegment[] = [];
    let cursor: string | undefined;
    do {
      const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const page = await this.#get(LogPageSchema, `/log${query}`);
      if (!page.ok) return page;
      all.push(...page.value.segments);
      cursor = page.value.cursor;
    } while (cursor !== undefined);
    return loaded(all);
  }

  async read({ deck, id, reviews }: ListedSegment): Promise<Loaded<readonly Review[]>> {
    if (reviews !== undefined) return parsed(v.safeParse(v.array(ReviewSchema), reviews));
    const body = await this.#get(StoredSegmentSchema, `/log/${deck}/${id}`);
    return body.ok ? loaded(body.value.reviews) : body;
  }

  /** One request below `/api/v1`; null while the server wants none, and where the connection fails. */
  async ask(method: string, path: string, body?: string): Promise<Answer | null> {
    if (this.pausedMs > 0) return null;
    const { url, tally, send = fetch } = this.#asker;
    const start = performance.now();
    try {
      const init = { method, headers: this.#headers(body), ...(body === undefined ? {} : { body }) };
      const response = await send(`${url}/api/v1${path}`, init);
      const answer = { status: response.status, body: await response.text() };
      tally.note(answer.status, performance.now() - start);
      if (answer.status === 429) this.#pause(response.headers.get('retry-after'));
      return answer;
    } catch {
      tally.broken += 1;
      return null;
    }
  }

  async #get<T>(schema: v.GenericSchema<unknown, T>, path: string): Promise<Loaded<T>> {
    const answer = await this.ask('GET', path);
    if (answer?.status === 404) return notLoaded('missing', path);
    if (answer?.status !== 200) return notLoaded('unreachable', `${path}: ${answer?.status ?? 'no answer'}`);
    return parsed(v.safeParse(v.pipe(v.string(), v.parseJson(), schema), answer.body));
  }

  #headers(body: string | undefined): Record<string, string> {
    const { key, address } = this.#asker;
    return {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(address === undefined ? { [UNLIMITED]: 'yes' } : { 'cf-connecting-ip': address }),
    };
  }

  #pause(retryAfter: string | null): void {
    const seconds = v.parse(v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)), retryAfter);
    this.#pausedUntil = performance.now() + seconds * 1000;
  }
}
