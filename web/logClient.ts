import * as v from 'valibot';
import { SegmentIdSchema, type DeckId } from '../questions/ids.ts';
import { ReviewSchema, SegmentSchema, type Review } from '../questions/review.ts';
import type { LearnerKey } from './learnerKey.ts';
import { fetchBody, loaded, parsed, type Loaded } from './loaded.ts';
import type { Outgoing } from './store.ts';

/** How the server took a segment. */
export type Sent =
  | { readonly sent: 'saved' }
  /** It will never take it: a retry makes no sense. */
  | { readonly sent: 'refused'; readonly why: string }
  /** Not now; `waitMs` where the server said when to come back. */
  | { readonly sent: 'later'; readonly waitMs: number | null };

/** Requests that outlive their page may carry 64 KiB (Fetch, section 4.6). */
const KEEPALIVE_BYTES = 60_000;
const PATIENCE_MS = 20_000;

/** Writes a segment. The request goes on when the page is closed. */
export async function putSegment(key: LearnerKey, { deck, segment, body }: Outgoing): Promise<Sent> {
  try {
    const response = await fetch(`/api/v1/log/${deck}/${segment}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body,
      keepalive: body.length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return { sent: 'saved' };
    if (isPassing(response.status))
      return { sent: 'later', waitMs: waitOf(response.headers.get('retry-after')) };
    return { sent: 'refused', why: await reasonOf(response) };
  } catch {
    // No network, or no answer in time: the segment stays and is sent again.
    return { sent: 'later', waitMs: null };
  }
}

const ListSchema = v.object({
  segments: v.array(v.object({ id: SegmentIdSchema, reviews: v.exactOptional(v.unknown()) })),
  cursor: v.exactOptional(v.string()),
});
/** A segment in the server's list; small ones bring their reviews. */
export type ListedSegment = v.InferOutput<typeof ListSchema>['segments'][number];

/** Every segment of a deck's log on the server. */
export async function listSegments(key: LearnerKey, deck: DeckId): Promise<Loaded<readonly ListedSegment[]>> {
  const all: ListedSegment[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page = await getParsed(ListSchema, key, `/api/v1/log/${deck}${query}`);
    if (!page.ok) return page;
    all.push(...page.value.segments);
    cursor = page.value.cursor;
  } while (cursor !== undefined);
  return loaded(all);
}

/** The reviews of one segment: those that came with the list, or else from the server. */
export async function reviewsIn(
  key: LearnerKey,
  deck: DeckId,
  listed: ListedSegment,
): Promise<Loaded<readonly Review[]>> {
  if (listed.reviews !== undefined) return parsed(v.safeParse(v.array(ReviewSchema), listed.reviews));
  const body = await getParsed(SegmentSchema, key, `/api/v1/log/${deck}/${listed.id}`);
  return body.ok ? loaded(body.value.reviews) : body;
}

async function getParsed<T>(
  schema: v.GenericSchema<unknown, T>,
  key: LearnerKey,
  path: string,
): Promise<Loaded<T>> {
  const body = await fetchBody(path, 'json', {
    headers: { authorization: `Bearer ${key}` },
    cache: 'no-store',
  });
  return body.ok ? parsed(v.safeParse(schema, body.value)) : body;
}

/** Statuses after which the same request may succeed: too early or too often, and every fault of the server's own. */
function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Retry-After in seconds (RFC 9110, 10.2.3); its form as a date is left to the usual waiting. */
function waitOf(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : null;
}

const ProblemSchema = v.object({ title: v.string(), detail: v.exactOptional(v.string()) });

async function reasonOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const problem = v.safeParse(ProblemSchema, body);
  return problem.success
    ? (problem.output.detail ?? problem.output.title)
    : `The server said ${response.status}.`;
}
