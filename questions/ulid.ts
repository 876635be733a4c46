const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID from a time (ms since 1970, 0 to 2^48 - 1) and ten random bytes. The caller brands it by parsing or by the
 * schema of the id it needs. Throws on other lengths or times: that is a bug, not input.
 */
export function ulid(timeMs: number, randomBytes10: Uint8Array): string {
  if (!Number.isInteger(timeMs) || timeMs < 0 || timeMs >= 2 ** 48) {
    throw new Error(`Inconsistent: ulid time ${timeMs}`);
  }
  if (randomBytes10.length !== 10)
    throw new Error(`Inconsistent: ulid needs 10 bytes, got ${randomBytes10.length}`);
  return base32(timeMs, 10) + bytesToBase32(randomBytes10);
}

function base32(value: number, length: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i += 1) {
    text = CROCKFORD.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Five bytes are eight characters exactly; each group of 40 bits is safe in a number. */
function bytesToBase32(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 5) {
    const group = bytes.subarray(start, start + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    text += base32(group, 8);
  }
  return text;
}
