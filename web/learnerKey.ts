import * as v from 'valibot';
import { randomBytes } from './chance.ts';
import { openDatabase } from './database.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NAME = 'learnerKey';
const FORMER = 'formerKeys';

/** The secret that a learner holds: 160 random bits as 32 characters of Crockford's base 32. */
export const LearnerKeySchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{32}$/, 'is not a learner key'),
  v.brand('LearnerKey'),
);
/** The secret that a learner holds. */
export type LearnerKey = v.InferOutput<typeof LearnerKeySchema>;
const KeysSchema = v.fallback(v.array(LearnerKeySchema), []);

/** Where the browser stores nothing, the key lives as long as the page. */
let ofPage: LearnerKey | null = null;

/** The key kept in this browser, or null before its first use. Read anew every time: another tab may have changed it. */
export async function learnerKey(): Promise<LearnerKey | null> {
  const database = await openDatabase();
  const found = v.safeParse(LearnerKeySchema, await database?.get('settings', NAME));
  return found.success ? found.output : ofPage;
}

/** The key kept in this browser, made and kept at its first use. */
export async function learnerKeyForUse(): Promise<LearnerKey> {
  return (await learnerKey()) ?? keepFirst(newLearnerKey(randomBytes(20)));
}

/** A key from 20 random bytes: five bits of them a character. Throws on another length: that is a bug, not input. */
export function newLearnerKey(bytes: Uint8Array): LearnerKey {
  if (bytes.length !== 20) throw new Error(`Inconsistent: a learner key needs 20 bytes, got ${bytes.length}`);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{5}/g) ?? [];
  return v.parse(
    LearnerKeySchema,
    letters.map((five) => CROCKFORD.charAt(Number.parseInt(five, 2))).join(''),
  );
}

/** The keys that this browser had before the present one; what they wrote is still on the server. */
export async function formerKeys(): Promise<readonly LearnerKey[]> {
  const database = await openDatabase();
  return v.parse(KeysSchema, await database?.get('settings', FORMER));
}

/** Takes another key; the one that was here is remembered as a former one. */
export async function changeLearnerKey(next: LearnerKey): Promise<void> {
  const database = await openDatabase();
  if (database === null) {
    ofPage = next;
    return;
  }
  const change = database.transaction('settings', 'readwrite', { durability: 'strict' });
  const before = v.safeParse(LearnerKeySchema, await change.store.get(NAME));
  const former = new Set(v.parse(KeysSchema, await change.store.get(FORMER)));
  if (before.success) former.add(before.output);
  former.delete(next);
  await change.store.put([...former], FORMER);
  await change.store.put(next, NAME);
  await change.done;
}

/** Forgets the present key and the former ones. */
export async function forgetKeys(): Promise<void> {
  ofPage = null;
  const database = await openDatabase();
  const change = database?.transaction('settings', 'readwrite', { durability: 'strict' });
  await Promise.all([change?.store.delete(NAME), change?.store.delete(FORMER), change?.done]);
}

/** Keeps a new key, unless another tab was first: then that one holds. */
async function keepFirst(made: LearnerKey): Promise<LearnerKey> {
  const database = await openDatabase();
  if (database === null) return (ofPage ??= made);
  const change = database.transaction('settings', 'readwrite', { durability: 'strict' });
  const found = v.safeParse(LearnerKeySchema, await change.store.get(NAME));
  if (!found.success) await change.store.put(made, NAME);
  await change.done;
  return found.success ? found.output : made;
}
