import * as v from 'valibot';
import { randomBytes } from './chance.ts';
import { keeper } from './keeper.ts';
import { LearnerKeySchema, type LearnerKey } from './keyFormat.ts';

export type { LearnerKey } from './keyFormat.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Where nothing can be kept, the key lives as long as the page. */
let ofPage: LearnerKey | null = null;

/** The key that is kept, or null before its first use. Read anew every time: another page may have changed it. */
export async function learnerKey(): Promise<LearnerKey | null> {
  return (await keeper().key()) ?? ofPage;
}

/** The key that is kept, made and kept at its first use. */
export async function learnerKeyForUse(): Promise<LearnerKey> {
  const known = await learnerKey();
  if (known !== null) return known;
  const made = newLearnerKey(randomBytes(20));
  return (await keeper().keepFirstKey(made)) ?? (ofPage ??= made);
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

/** The keys that were here before the present one; what they wrote is still on the server. */
export function formerKeys(): Promise<readonly LearnerKey[]> {
  return keeper().formerKeys();
}

/** Takes another key; the one that was here is remembered as a former one. */
export async function changeLearnerKey(next: LearnerKey): Promise<void> {
  if (!(await keeper().changeKey(next))) ofPage = next;
}

/** Forgets the present key and the former ones. */
export async function forgetKeys(): Promise<void> {
  ofPage = null;
  await keeper().forgetKeys();
}
