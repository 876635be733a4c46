const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first bits of these bytes in Crockford's base 32, five a character; there have to be enough of them. */
export function crockford(bytes: Uint8Array, characters: number): string {
  return Array.from({ length: characters }, (_, at) => LETTERS.charAt(fiveBits(bytes, at * 5))).join('');
}

function fiveBits(bytes: Uint8Array, from: number): number {
  const byte = from >>> 3;
  const pair = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0);
  return (pair >>> (11 - (from & 7))) & 31;
}
