import type { Operations } from '../faults/hostileKv.ts';
import type { Figure } from './figure.ts';
import { HistoryWorld } from './history.ts';

/** How many sessions are counted: a power of the compaction's eight. */
export const SESSIONS = 64;
/** So many days later nothing is left to merge or to remove. */
const AFTER_DAYS = 5;

/** What a learner's flows cost in KV operations. */
export interface Usage {
  /** Of 64 sessions: opening the app, saving, and all compaction of what they wrote, removals on later days too. */
  readonly sessions: Operations;
  /** Of opening a second device when 63 sessions are in the log: there are never more pieces before the 512th. */
  readonly secondDevice: Operations;
  /** Of erasing these 63 sessions. */
  readonly erase: Operations;
  /** What a session adds to the store for good: keys, values and metadata, in bytes. */
  readonly bytesASession: number;
}

/** Counts them, by sessions on as many days in an app of its own. */
export async function countUsage(): Promise<Usage> {
  const whole = new HistoryWorld();
  const studied = await whole.count(() => whole.study(SESSIONS));
  const later = await whole.count(() => whole.openOnly(AFTER_DAYS));
  const part = new HistoryWorld();
  await part.study(SESSIONS - 1);
  const secondDevice = await part.count(() => part.openElsewhere());
  const erase = await part.count(() => part.erase());
  if (part.storedBytes() > 0) throw new Error('Inconsistent: something is left after an erasure');
  return {
    // The openings of the days after are the next sessions' own.
    sessions: { ...added(studied, later), list: studied.list },
    secondDevice,
    erase,
    bytesASession: whole.storedBytes() / SESSIONS,
  };
}

/** The same as figures; of the sessions, a session's share. */
export function usageFigures({ sessions, secondDevice, erase }: Usage): readonly Figure[] {
  return [
    ...figuresOf(`a session, compaction included (of ${SESSIONS})`, sessions, SESSIONS),
    ...figuresOf('opening a second device, 63 sessions', secondDevice, 1),
    ...figuresOf('erasing 63 sessions', erase, 1),
  ];
}

function figuresOf(flow: string, used: Operations, times: number): readonly Figure[] {
  return (['put', 'list', 'get', 'delete'] as const).map((name) => ({
    what: `KV ${name}s, ${flow}`,
    value: used[name] / times,
    unit: `${name}s`,
  }));
}

function added(one: Operations, other: Operations): Operations {
  return {
    put: one.put + other.put,
    get: one.get + other.get,
    list: one.list + other.list,
    delete: one.delete + other.delete,
  };
}
