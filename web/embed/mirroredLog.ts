import * as v from 'valibot';
import { DeckIdSchema } from '../../questions/ids.ts';
import { ReviewSchema } from '../../questions/review.ts';
import { nowMs } from '../clock.ts';
import type { Store } from '../store.ts';
import { memoryStore } from '../storeMemory.ts';
import { readable, type ReviewRow } from '../storeRows.ts';
import { warn } from '../warn.ts';
import type { Host } from './frameHost.ts';
import { WAITING_MAX } from './messages.ts';

/** How long (ms) what the server has is still kept here: its own list may be a minute late. */
const LATE_MS = 2 * 60_000;

const RowSchema = v.object({
  deck: DeckIdSchema,
  offMs: v.exactOptional(v.nullable(v.number())),
  review: ReviewSchema,
  /** When the server took it, in ms since 1970; not there while it waits. */
  savedAtMs: v.exactOptional(v.number()),
});
const WaitingSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ v: v.literal(1), rows: v.array(v.unknown()) }),
);
type WaitingRow = v.InferOutput<typeof RowSchema>;

/** A log in the page that begins with what earlier frames could not send; what waits in it is given to the host page after every change. */
export async function mirroredLog(host: Host): Promise<Store> {
  const waited = new Set<string>();
  const savedAtMs = new Map<string, number>();
  let read: (() => readonly ReviewRow[]) | undefined;
  let lapse: ReturnType<typeof setTimeout> | undefined;
  // Nothing is told before all that was handed on is here: the host page then lets go of it.
  let isDue = true;
  const tell = () => {
    isDue = false;
    const now = nowMs();
    const rows = read?.() ?? [];
    for (const { id, waiting } of rows) {
      if (waiting !== undefined) waited.add(id);
      else if (waited.delete(id)) savedAtMs.set(id, now);
    }
    for (const [id, at] of savedAtMs) if (now - at >= LATE_MS || waited.has(id)) savedAtMs.delete(id);
    clearTimeout(lapse);
    if (savedAtMs.size > 0) lapse = setTimeout(tell, LATE_MS);
    host.say({ type: 'waiting', value: waitingText(rows, savedAtMs) });
  };
  const store = memoryStore((rows) => {
    read = rows;
    if (isDue) return;
    isDue = true;
    queueMicrotask(tell);
  });
  for (const row of host.setup.waiting.flatMap(waitingIn)) {
    if (row.savedAtMs === undefined) await store.add(row.deck, [row.review], row.offMs ?? 0);
    else if (nowMs() - row.savedAtMs < LATE_MS) {
      await store.merge(row.deck, [], [row.review]);
      savedAtMs.set(row.review.id, row.savedAtMs);
    }
  }
  if (host.setup.waiting.length > 0) tell();
  isDue = false;
  return store;
}

/** The reviews that are not on the server, and those of these times, as text: the first ones where not all find room. Null when there are none. */
export function waitingText(
  rows: readonly ReviewRow[],
  savedAtMs: ReadonlyMap<string, number> = new Map(),
): string | null {
  const waiting = rows.filter((row) => row.waiting !== undefined);
  const saved = rows.filter((row) => row.waiting === undefined && savedAtMs.has(row.id));
  const texts = [...waiting, ...saved].map(({ deck, review, id, offMs = 0 }) => {
    const at = savedAtMs.get(id);
    const row: WaitingRow = { deck, offMs, review, ...(at === undefined ? {} : { savedAtMs: at }) };
    return JSON.stringify(row);
  });
  if (texts.length === 0) return null;
  const [head, tail] = ['{"v":1,"rows":[', ']}'];
  let room = WAITING_MAX - head.length - tail.length;
  const fitting = texts.filter((text) => (room -= text.length + 1) >= 0);
  if (fitting.length < waiting.length)
    warn('The page around this quiz has no room for all that waits.', null);
  return head + fitting.join(',') + tail;
}

/** What stands in such a text, as far as it makes sense. */
export function waitingIn(text: string): readonly WaitingRow[] {
  const parsed = v.safeParse(WaitingSchema, text);
  if (!parsed.success) warn('What an earlier frame could not send cannot be read.', parsed.issues);
  return parsed.success ? readable(RowSchema, parsed.output.rows) : [];
}
