import { allKeys } from './erasing.ts';
import { stores } from './journal.ts';
import { logClient } from './logClient.ts';
import { projects } from './studio/projects.ts';

/** What this device holds of a learner. */
export interface Holdings {
  /** Reviews of all types. */
  readonly answers: number;
  readonly decks: number;
  /** The present key and the former ones. */
  readonly keys: number;
  /** Decks that are being made in the studio. */
  readonly projects: number;
}

/** Counts what this device holds. */
export async function holdingsHere(): Promise<Holdings> {
  const all = await stores();
  const ids = new Map<string, Set<string>>();
  for (const store of all) {
    for (const deck of await store.decks()) {
      const known = ids.get(deck) ?? new Set();
      (await store.reviewsOf(deck)).forEach(({ id }) => known.add(id));
      ids.set(deck, known);
    }
  }
  const answers = [...ids.values()].reduce((sum, { size }) => sum + size, 0);
  const [keys, made] = await Promise.all([allKeys(), projects.all()]);
  return { answers, decks: ids.size, keys: keys.length, projects: made.length };
}

/** How many segments the server lists under the keys of this device; null where it cannot be reached. */
export async function segmentsOnServer(): Promise<number | null> {
  let count = 0;
  for (const key of await allKeys()) {
    const listed = await logClient(key).list();
    if (!listed.ok) return null;
    count += listed.value.length;
  }
  return count;
}
