import * as v from 'valibot';
import { ReviewSchema, StoredSegmentSchema } from '../questions/review.ts';
import { hearClock, nowMs } from './clock.ts';
import type { LearnerKey } from './learnerKey.ts';
import { loaded, notLoaded, parsed, type Loaded } from './loaded.ts';
import { LogPageSchema, type Later, type ListedSegment, type LogServer } from './logServer.ts';
import { pause, pausedMs } from './pause.ts';

const CLOCK_HEADER = 'Steppe-Clock';
/** Requests that outlive their page may carry 64 KiB (Fetch, section 4.6). */
const KEEPALIVE_BYTES = 60_000;
const PATIENCE_MS = 20_000;

/** The log of the learner with this key, on this app's own server. Every pause that the server asks for is kept. */
export function logClient(key: LearnerKey): LogServer {
  return {
    async put({ deck, segment, body, offMs }) {
      const answer = await ask(key, `/${deck}/${segment}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', [CLOCK_HEADER]: String(Date.now() + offMs) },
        body,
        keepalive: body.length < KEEPALIVE_BYTES,
      });
      if (!(answer instanceof Response)) return answer;
      if (answer.ok) return { sent: 'saved' };
      const { code, why, which } = await problemOf(answer);
      const serverMs = Number(answer.headers.get(CLOCK_HEADER));
      if (code === 'clock-wrong' && serverMs > 0) return { sent: 'wrong-clock', serverMs };
      return { sent: 'refused', why, which };
    },
    async list() {
      const all: ListedSegment[] = [];
      let cursor: string | undefined;
      do {
        const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
        const page = await getParsed(LogPageSchema, key, query);
        if (!page.ok) return page;
        all.push(...page.value.segments);
        cursor = page.value.cursor;
      } while (cursor !== undefined);
      return loaded(all);
    },
    async read({ deck, id, reviews }) {
      if (reviews !== undefined) return parsed(v.safeParse(v.array(ReviewSchema), reviews));
      const body = await getParsed(StoredSegmentSchema, key, `/${deck}/${id}`);
      return body.ok ? loaded(body.value.reviews) : body;
    },
  };
}

const ErasedSchema = v.object({ removed: v.number(), more: v.boolean() });

/** Removes from the server what it lists of this learner now: how many segments, and whether there were more than one call takes. */
export function eraseListed(key: LearnerKey): Promise<Loaded<v.InferOutput<typeof ErasedSchema>>> {
  return getParsed(ErasedSchema, key, '', { method: 'DELETE' });
}

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

async function getParsed<T>(
  schema: v.GenericSchema<unknown, T>,
  key: LearnerKey,
  path: string,
  init: Init = {},
): Promise<Loaded<T>> {
  const answer = await ask(key, path, init);
  if (!(answer instanceof Response)) return notLoaded('unreachable', path);
  const serverMs = Number(answer.headers.get(CLOCK_HEADER));
  if (serverMs > 0) hearClock(serverMs);
  if (answer.status === 404) return notLoaded('missing', path);
  if (!answer.ok) return notLoaded('unreachable', `${path}: ${answer.status}`);
  try {
    return parsed(v.safeParse(schema, await answer.json()));
  } catch (error) {
    return notLoaded('unreachable', `${path}: ${String(error)}`);
  }
}

/** The server's answer, or when to ask again: while it wants a pause, after a passing failure, and without a network. */
async function ask(key: LearnerKey, path: string, init: Init): Promise<Response | Later> {
  const waitMs = await pausedMs();
  if (waitMs > 0) return { sent: 'later', waitMs };
  try {
    const answer = await fetch(`/api/v1/log${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${key}` },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!isPassing(answer.status)) return answer;
    const wanted = waitOf(answer.headers.get('retry-after'), nowMs());
    if (wanted !== null) await pause(wanted);
    return { sent: 'later', waitMs: wanted };
  } catch {
    // No network, or no answer in time: nothing is lost, it is asked again.
    return { sent: 'later', waitMs: null };
  }
}

/** Statuses after which the same request may succeed: too early or too often, and every fault of the server's own. */
function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3), in ms from now. */
function waitOf(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

const ProblemSchema = v.object({
  code: v.string(),
  title: v.string(),
  detail: v.exactOptional(v.string()),
  problems: v.exactOptional(v.array(v.object({ path: v.string(), message: v.string() }))),
});

interface Problem {
  readonly code: string;
  readonly why: string;
  readonly which: readonly number[] | null;
}

/** What the server says of a refusal; `which` where it names reviews of the segment, as `reviews.3.fact`. */
async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  const problem = v.safeParse(ProblemSchema, body);
  if (!problem.success) return { code: '', why: `The server said ${answer.status}.`, which: null };
  const { code, title, problems = [] } = problem.output;
  const places = problems.map(({ path }) => /^reviews\.(\d{1,3})\./.exec(path)?.[1]);
  const named = places.length > 0 && places.every((place) => place !== undefined);
  return { code, why: `${title}.`, which: named ? places.map(Number) : null };
}
