import * as v from 'valibot';
import { randomBytes } from './chance.ts';
import { openDatabase } from './database.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NAME = 'learnerKey';

/** The secret that a learner holds: 160 random bits as 32 characters of Crockford's base 32. */
export const LearnerKeySchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{32}$/, 'is not a learner key'),
  v.brand('LearnerKey'),
);
/** The secret that a learner holds. */
export type LearnerKey = v.InferOutput<typeof LearnerKeySchema>;

let held: Promise<LearnerKey | null> | null = null;

/** The key kept in this browser, or null before its first use. */
export function learnerKey(): Promise<LearnerKey | null> {
  held ??= readKey();
  return held;
}

/** The key kept in this browser, made and kept at its first use. */
export async function learnerKeyForUse(): Promise<LearnerKey> {
  const known = await learnerKey();
  if (known !== null) return known;
  const kept = keepKey(newLearnerKey(randomBytes(20)));
  held = kept;
  return kept;
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

async function readKey(): Promise<LearnerKey | null> {
  const database = await openDatabase();
  const found: unknown = await database?.get('settings', NAME);
  const result = v.safeParse(LearnerKeySchema, found);
  return result.success ? result.output : null;
}

/** Keeps a new key, unless another tab was first: then that one holds. Without a database it lives with the page. */
async function keepKey(made: LearnerKey): Promise<LearnerKey> {
  const database = await openDatabase();
  if (database === null) return made;
  const change = database.transaction('settings', 'readwrite');
  const found = v.safeParse(LearnerKeySchema, await change.store.get(NAME));
  if (!found.success) await change.store.put(made, NAME);
  await change.done;
  return found.success ? found.output : made;
}
