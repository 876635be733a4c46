import type { KVNamespace } from '@cloudflare/workers-types';
import * as v from 'valibot';
import { orUnavailable } from '../orUnavailable.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

/** The four operations of Workers KV that classes need. */
export type ClassKv = Pick<KVNamespace, 'get' | 'put' | 'list' | 'delete'>;

/** A listed key: what comes after the prefix, and what lies beside it. */
export interface KeptKey {
  readonly key: string;
  readonly name: string;
  readonly metadata: unknown;
}

/** Beside a key fit 1,024 bytes of JSON (developers.cloudflare.com/kv/platform/limits). */
const METADATA_MAX = 1024;
const ASCII = /^[\x20-\x7e]*$/;
/** The values of so many immutable keys stay in an isolate's memory, none longer than this (in UTF-16 units). */
const REMEMBERED_MAX = 300;
const REMEMBERED_LENGTH_MAX = 16 * 1024;

/** Keeps a value as JSON; a small one also beside the key, so that a list reads it. One put. */
export async function putKept(kv: ClassKv, key: string, value: object): Promise<void> {
  await orUnavailable(
    kv.put(key, JSON.stringify(value), liesBeside(value) ? { metadata: metadataOf(value) } : {}),
  );
}

/** Whether a value is small enough that a list reads it. */
export function liesBeside(value: object): boolean {
  return JSON.stringify(metadataOf(value)).length <= METADATA_MAX;
}

/** Metadata travels as a header, and workerd writes a header with other characters than ASCII to its log. */
function metadataOf(value: object): object | string {
  const json = JSON.stringify(value);
  return ASCII.test(json) ? value : toBase64url(new TextEncoder().encode(json));
}

/** The value under a key; undefined where there is none, or one of another form. One get. */
export async function getKept<Schema extends v.GenericSchema>(
  kv: ClassKv,
  key: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  return parsed(schema, (await orUnavailable(kv.get(key, 'text'))) ?? undefined);
}

/** Every key below a prefix, in the order of names: a list for each thousand. */
export async function listKept(kv: ClassKv, prefix: string): Promise<readonly KeptKey[]> {
  const found: KeptKey[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageKept(kv, cursor === undefined ? { prefix } : { prefix, cursor });
    found.push(...page.keys);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

/** One page of a list; without a cursor it is the last one. */
export async function pageKept(
  kv: ClassKv,
  asked: { readonly prefix: string; readonly cursor?: string; readonly limit?: number },
): Promise<{ readonly keys: readonly KeptKey[]; readonly cursor?: string }> {
  const page = await orUnavailable(kv.list(asked));
  const keys = page.keys.map(({ name: key, metadata = null }) => ({
    key,
    name: key.slice(asked.prefix.length),
    metadata,
  }));
  return page.list_complete ? { keys } : { keys, cursor: page.cursor };
}

/** What lies beside a listed key; undefined where nothing does, or something of another form: a later version wrote it. */
export function beside<Schema extends v.GenericSchema>(
  { metadata }: KeptKey,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  if (typeof metadata !== 'string') return parsedValue(schema, metadata);
  const bytes = fromBase64url(metadata);
  return bytes === undefined ? undefined : parsed(schema, new TextDecoder().decode(bytes));
}

/** The value of a listed key: from beside it, or else by a get. Undefined for another form. */
export async function valueOf<Schema extends v.GenericSchema>(
  kv: ClassKv,
  listed: KeptKey,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  return listed.metadata === null ? getKept(kv, listed.key, schema) : beside(listed, schema);
}

/** As `valueOf`, of a key whose value never changes: what was read by a get once is not read again in this isolate. */
export async function valueForGood<Schema extends v.GenericSchema>(
  kv: ClassKv,
  listed: KeptKey,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  if (listed.metadata !== null) return beside(listed, schema);
  const remembered = rememberedOf(kv);
  const text = remembered.get(listed.key) ?? (await orUnavailable(kv.get(listed.key, 'text')));
  // Listed and not found: the read is late.
  if (text === null) return undefined;
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest);
  if (text.length <= REMEMBERED_LENGTH_MAX) remembered.set(listed.key, text);
  return parsed(schema, text);
}

const memories = new WeakMap<ClassKv, Map<string, string>>();

function rememberedOf(kv: ClassKv): Map<string, string> {
  const remembered = memories.get(kv) ?? new Map<string, string>();
  memories.set(kv, remembered);
  return remembered;
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string | undefined,
): v.InferOutput<Schema> | undefined {
  if (text === undefined) return undefined;
  try {
    return parsedValue(schema, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function parsedValue<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
