import * as v from 'valibot';
import { nowMs } from '../clock.ts';
import { openDesk, type Desk } from './desk.ts';
import { projects } from './projects.ts';

const ToldSchema = v.object({ id: v.string(), savedAtMs: v.number() });

/** The projects that this tab has opened, with their way back. */
const desks = new Map<string, Promise<Desk | null>>();

// Missing in older browsers: there a tab sees the others' work with its own next change.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('steppe-projects');
channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const told = v.safeParse(ToldSchema, data);
  if (told.success) void hear(told.output);
});

/** The project of this id on a desk of this tab; null where the browser has none. */
export function deskOf(id: string): Promise<Desk | null> {
  const desk = desks.get(id) ?? findDesk(id);
  desks.set(id, desk);
  return desk;
}

/** Forgets a desk: its project was deleted, or put in its place anew. */
export function leaveDesk(id: string): void {
  desks.delete(id);
}

async function findDesk(id: string): Promise<Desk | null> {
  const project = await projects.read(id);
  if (project === null) {
    desks.delete(id);
    return null;
  }
  return openDesk(project, {
    shelf: projects,
    nowMs,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it never leaves the origin
    tell: (savedAtMs) => channel?.postMessage({ id, savedAtMs }),
  });
}

async function hear({ id, savedAtMs }: v.InferOutput<typeof ToldSchema>): Promise<void> {
  const desk = await desks.get(id);
  await desk?.hear(savedAtMs);
}
