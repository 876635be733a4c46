import * as v from 'valibot';
import { Refusal } from '../problem.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

/** What is signed for. It stands in the signed bytes: nothing signed for one purpose passes for another. */
export type Purpose = 'invitation' | 'attempt' | 'receipt' | 'code';

const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const SECRET_MIN = 32;
const ENCODER = new TextEncoder();

/** The secret of this server. Refuses with 503 where it has none, or one that can be guessed. */
export function secretOf({ SIGNING_SECRET: secret }: { readonly SIGNING_SECRET?: string }): string {
  if (secret !== undefined && secret.length >= SECRET_MIN) return secret;
  throw new Refusal('not-configured', 'This server has no signing secret.', {
    headers: { 'Retry-After': '3600' },
  });
}

/** The payload, signed: base64url of its JSON, a dot, base64url of the HMAC-SHA-256. Whoever has it can read it. */
export async function sign(secret: string, purpose: Purpose, payload: object): Promise<string> {
  const text = toBase64url(ENCODER.encode(JSON.stringify(payload)));
  return `${text}.${toBase64url(await macOf(secret, purpose, text))}`;
}

/** The payload of what this server signed for this purpose; undefined for anything else, by even one character. */
export async function verified<Schema extends v.GenericSchema>(
  secret: string,
  purpose: Purpose,
  token: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  const [text = '', macText = '', ...rest] = token.split('.');
  const mac = fromBase64url(macText);
  if (mac === undefined || rest.length > 0) return undefined;
  // `verify` compares in constant time.
  const isOurs = await crypto.subtle.verify('HMAC', await keyOf(secret), mac, signedBytes(purpose, text));
  if (!isOurs) return undefined;
  const payload: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(text)));
  const result = v.safeParse(schema, payload);
  return result.success ? result.output : undefined;
}

/** HMAC-SHA-256 (32 bytes) of a text for a purpose. */
export async function macOf(secret: string, purpose: Purpose, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), signedBytes(purpose, text)));
}

function signedBytes(purpose: Purpose, text: string): Uint8Array {
  return ENCODER.encode(`${purpose}.${text}`);
}

const keys = new Map<string, Promise<CryptoKey>>();

/** Imported once in an isolate's life. */
function keyOf(secret: string): Promise<CryptoKey> {
  const key =
    keys.get(secret) ??
    crypto.subtle.importKey('raw', ENCODER.encode(secret), HMAC, false, ['sign', 'verify']);
  keys.set(secret, key);
  return key;
}
