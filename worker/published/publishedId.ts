import * as v from 'valibot';
import { DeckIdSchema, type DeckId, type LearnerId } from '../../questions/ids.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const TAG_BYTES = 10;

/**
 * The id of an author's deck of this name: the name and 80 bits of SHA-256 over both. So the id itself proves whose deck it
 * is, without a read, and no two authors can come upon one.
 */
export async function publishedId(author: LearnerId, name: string): Promise<DeckId> {
  const bytes = new TextEncoder().encode(`deck\n${author}\n${name}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return v.parse(DeckIdSchema, `${name}-${base32(digest.subarray(0, TAG_BYTES))}`);
}

/** Five bits a character; ten bytes are sixteen of them. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => CROCKFORD.charAt(Number.parseInt(five, 2))).join('');
}
