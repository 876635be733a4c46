import { Stored } from './keyHistory.ts';

/** The most keys that one call of `list` gives (developers.cloudflare.com/kv/api/list-keys). */
export const MOST_KEYS_A_PAGE = 1000;

/** What can be put, as far as it is modelled. */
export type Value = string | ArrayBuffer | ArrayBufferView;

/** Sizes in bytes (developers.cloudflare.com/kv/platform/limits). */
const KEY_BYTES = 512;
const METADATA_BYTES = 1024;
const VALUE_BYTES = 25 * 1024 * 1024;

/** Throws what the real one throws for a key that it does not take. */
export function checkKey(method: 'GET' | 'PUT' | 'DELETE', key: string): void {
  if (typeof key !== 'string') throw new Error('Inconsistent: one key a call is modelled');
  if (key === '') throw new TypeError('Key name cannot be empty.');
  if (key === '.' || key === '..') throw new TypeError(`"${key}" is not allowed as a key name.`);
  const bytes = Buffer.byteLength(key);
  if (bytes > KEY_BYTES)
    throw refused(method, 414, `UTF-8 encoded length of ${bytes} exceeds key length limit of ${KEY_BYTES}.`);
}

/** Throws what the real one throws for a page of no keys or of too many. */
export function checkListLimit(limit: number | undefined): void {
  if (limit === undefined || (limit >= 1 && limit <= MOST_KEYS_A_PAGE)) return;
  const asked = limit < 1 ? 'greater than 0' : `less than ${MOST_KEYS_A_PAGE}`;
  throw refused('GET', 400, `Invalid key_count_limit of ${limit}. Please specify an integer ${asked}.`);
}

/** What a put leaves under a key: a copy. Throws what the real one throws where a limit is passed. */
export function storedOf(
  key: string,
  value: Value,
  options: {
    readonly metadata?: unknown;
    readonly expiration?: unknown;
    readonly expirationTtl?: unknown;
  },
): Stored {
  if (options.expiration !== undefined || options.expirationTtl !== undefined)
    throw new Error('Inconsistent: expiry is not modelled');
  checkKey('PUT', key);
  const metadata = metadataOf(options.metadata);
  const bytes = typeof value === 'string' ? Buffer.byteLength(value) : value.byteLength;
  if (bytes > VALUE_BYTES)
    throw refused('PUT', 413, `Value length of ${bytes} exceeds limit of ${VALUE_BYTES}.`);
  return new Stored(typeof value === 'string' ? value : bytesOf(value), metadata);
}

function metadataOf(given: unknown): unknown {
  const json: string | undefined = JSON.stringify(given);
  if (json === undefined) return null;
  const bytes = Buffer.byteLength(json);
  if (bytes > METADATA_BYTES)
    throw refused('PUT', 413, `Metadata length of ${bytes} exceeds limit of ${METADATA_BYTES}.`);
  return JSON.parse(json);
}

function bytesOf(value: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (value instanceof ArrayBuffer) return new Uint8Array(value.slice(0));
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
}

function refused(method: string, status: number, message: string): Error {
  return new Error(`KV ${method} failed: ${status} ${message}`);
}
