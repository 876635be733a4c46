/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. Throws outside a secure context, where browsers have none. */
export async function sha256Of(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
