import * as v from 'valibot';
import { DeckIdSchema, type DeckId } from '../questions/ids.ts';

/** What changed in this device's log: reviews of a deck, or everything, with the learner key. */
export type LogChange = DeckId | 'everything';

const ChangeSchema = v.union([v.literal('everything'), DeckIdSchema]);
const listeners = new Set<(change: LogChange) => void>();
/** Tabs of one browser tell each other. `BroadcastChannel` is missing in older browsers: there a tab sees the others' work after a reload. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('steppe-log');

channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const change = v.safeParse(ChangeSchema, data);
  if (change.success) listeners.forEach((listener) => listener(change.output));
});

/** Tells the other tabs, and with `here` this one too. */
export function tellLogChange(change: LogChange, here: boolean): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it never leaves the origin
  channel?.postMessage(change);
  if (here) listeners.forEach((listener) => listener(change));
}

/** Calls the listener after every change that it did not make itself; gives the way to stop. */
export function followLog(listener: (change: LogChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
