import * as v from 'valibot';
import { openDatabase } from './database.ts';
import { LearnerKeySchema, type LearnerKey } from './keyFormat.ts';
import type { Loaded } from './loaded.ts';

/** A key whose segments are to be removed from the server. */
const ErasureSchema = v.object({
  key: LearnerKeySchema,
  /** When the server was first asked, in ms since 1970; absent until it has answered once. */
  firstMs: v.exactOptional(v.number()),
});
/** A key whose segments are to be removed from the server. */
export type Erasure = v.InferOutput<typeof ErasureSchema>;

/** What asking the server needs of the outside. */
export interface Erasing {
  readonly erase: (key: LearnerKey) => Promise<Loaded<{ readonly removed: number; readonly more: boolean }>>;
  readonly nowMs: () => number;
}

/** What became of an erasure: not reached or not at its end yet, removed but to be looked at again, or gone for good. */
export interface Asked {
  readonly erasure: Erasure;
  readonly state: 'waiting' | 'checking' | 'done';
}

const NAME = 'erasing';
/** Only after so long does an empty list prove something: KV lists up to 60 s late, and a compaction may be writing. */
export const LOOK_AGAIN_MS = 90_000;
/** A list that is late names the same segments again: then it is better to wait. */
const CALLS_MAX = 20;

/** Where the browser stores nothing, they live as long as the page. */
let ofPage: readonly Erasure[] = [];

/** The keys that are still to be erased. */
export async function erasures(): Promise<readonly Erasure[]> {
  const database = await openDatabase();
  return database === null ? ofPage : readable(await database.get('settings', NAME));
}

/** Remembers keys to be erased. */
export function rememberErasures(keys: readonly LearnerKey[]): Promise<void> {
  return change((all) => {
    const known = new Set(all.map(({ key }) => key));
    return [...all, ...keys.filter((key) => !known.has(key)).map((key) => ({ key }))];
  });
}

/** Keeps how far an erasure has come; one that was dropped meanwhile stays dropped. */
export function keepErasure(erasure: Erasure): Promise<void> {
  return change((all) => all.map((one) => (one.key === erasure.key ? erasure : one)));
}

/** Drops a key from those to be erased: nothing is left of it, or it is in use again. */
export function stopErasing(key: LearnerKey): Promise<void> {
  return change((all) => all.filter((one) => one.key !== key));
}

/** Asks the server once to erase what it lists of a key; `done` once it has nothing, and that is sure. */
export async function askToErase(erasure: Erasure, { erase, nowMs }: Erasing): Promise<Asked> {
  let removed = 0;
  for (let call = 0; call < CALLS_MAX; call += 1) {
    const startMs = nowMs();
    const result = await erase(erasure.key);
    if (!result.ok) return { erasure, state: 'waiting' };
    removed += result.value.removed;
    if (result.value.more) continue;
    const first = { ...erasure, firstMs: erasure.firstMs ?? startMs };
    const isSure = removed === 0 && dueInMs(first, startMs) === 0;
    return { erasure: first, state: isSure ? 'done' : 'checking' };
  }
  return { erasure, state: 'waiting' };
}

/** In how many ms the server is to be asked about it again; 0 for now. A clock that was put back does not delay it. */
export function dueInMs({ firstMs }: Erasure, nowMs: number): number {
  const passed = firstMs === undefined ? LOOK_AGAIN_MS : nowMs - firstMs;
  return passed < 0 ? 0 : Math.max(0, LOOK_AGAIN_MS - passed);
}

async function change(to: (all: readonly Erasure[]) => readonly Erasure[]): Promise<void> {
  const database = await openDatabase();
  if (database === null) {
    ofPage = to(ofPage);
    return;
  }
  const writing = database.transaction('settings', 'readwrite', { durability: 'strict' });
  const all = to(readable(await writing.store.get(NAME)));
  if (all.length > 0) await writing.store.put(all, NAME);
  else await writing.store.delete(NAME);
  await writing.done;
}

function readable(value: unknown): readonly Erasure[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  return rows.flatMap((row) => {
    const erasure = v.safeParse(ErasureSchema, row);
    return erasure.success ? [erasure.output] : [];
  });
}
