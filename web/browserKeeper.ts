import * as v from 'valibot';
import { openDatabase, type Database } from './database.ts';
import type { Keeper } from './keeper.ts';
import { LearnerKeySchema, type LearnerKey } from './keyFormat.ts';
import { hearLogChange } from './logChanges.ts';
import type { Turn } from './oneAtATime.ts';
import type { Store } from './store.ts';
import { indexedDbStore } from './storeIndexedDb.ts';

const NAME = 'learnerKey';
const FORMER = 'formerKeys';
const PAUSED = 'pausedUntilMs';

const KeysSchema = v.fallback(v.array(LearnerKeySchema), []);
const KeySchema = v.fallback(v.nullable(LearnerKeySchema), null);
const MomentSchema = v.fallback(v.number(), 0);

/** The browser's own storage, shared by all pages of this origin: the database, locks, and a channel between tabs. */
export function browserKeeper(): Keeper {
  // Missing in older browsers: there a tab sees the others' work after a reload.
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('steppe-log');
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => hearLogChange(data));
  let onDevice: { readonly database: Database; readonly store: Store } | null = null;
  return {
    async log() {
      const database = await openDatabase();
      if (database === null) return null;
      if (onDevice?.database !== database) onDevice = { database, store: indexedDbStore(database) };
      return onDevice.store;
    },
    key: async () => v.parse(KeySchema, await setting(NAME)),
    keepFirstKey,
    changeKey,
    formerKeys: async () => v.parse(KeysSchema, await setting(FORMER)),
    async forgetKeys() {
      const change = await changing();
      await Promise.all([change?.store.delete(NAME), change?.store.delete(FORMER), change?.done]);
    },
    pausedUntilMs: async () => v.parse(MomentSchema, await setting(PAUSED)),
    async pauseUntilMs(untilMs) {
      await (await openDatabase())?.put('settings', untilMs, PAUSED).catch(() => undefined);
    },
    alone: underLock,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it never leaves the origin
    tell: (change) => channel?.postMessage(change),
  };
}

/** Locks are missing in older browsers and outside secure contexts, and refused where storage is: then the task runs without. */
async function underLock<T>(kind: Turn, task: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return task();
  let hasBegun = false;
  try {
    return await navigator.locks.request(kind, () => {
      hasBegun = true;
      return task();
    });
  } catch (error) {
    if (hasBegun) throw error;
    return task();
  }
}

async function setting(name: string): Promise<unknown> {
  return (await openDatabase())?.get('settings', name);
}

async function changing() {
  const database = await openDatabase();
  return database?.transaction('settings', 'readwrite', { durability: 'strict' });
}

/** Another tab may have been first: then its key holds. */
async function keepFirstKey(made: LearnerKey): Promise<LearnerKey | null> {
  const change = await changing();
  if (change === undefined) return null;
  const found = v.safeParse(LearnerKeySchema, await change.store.get(NAME));
  if (!found.success) await change.store.put(made, NAME);
  await change.done;
  return found.success ? found.output : made;
}

async function changeKey(next: LearnerKey): Promise<boolean> {
  const change = await changing();
  if (change === undefined) return false;
  const before = v.safeParse(LearnerKeySchema, await change.store.get(NAME));
  const former = new Set(v.parse(KeysSchema, await change.store.get(FORMER)));
  if (before.success) former.add(before.output);
  former.delete(next);
  await change.store.put([...former], FORMER);
  await change.store.put(next, NAME);
  await change.done;
  return true;
}
