const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A learner key: 160 bits as 32 characters of Crockford's base 32. */
export const KEY = /^[0-9A-HJKMNP-TV-Z]{32}$/;

/** A new learner key. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => LETTERS[byte & 31]).join('');
}
