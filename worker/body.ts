import * as v from 'valibot';
import { refuseAt, Refusal, type Fault } from './problem.ts';

const DEPTH_MAX = 12;
const ITEMS_MAX = 100;
const PATH_MAX = 200;
/** Names that JavaScript objects treat as their own business. */
const ODD_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The body of a request, parsed. Refuses with every fault: another content type (415), more bytes than `maxBytes` (413),
 * no JSON (400), a tree too deep or with odd names, and what the schema does not take (422).
 */
export async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  maxBytes: number,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  requireJson(request.headers);
  const value = parseJson(await readBytes(request.body, maxBytes));
  const odd = oddities(value, []);
  if (odd.length > 0) throw invalid(odd);
  const result = v.safeParse(schema, value);
  if (!result.success)
    throw invalid(result.issues.map((issue) => ({ path: pathOf(issue), message: messageOf(issue) })));
  return result.output;
}

/** A part of the address, or of its query, by its schema. */
export function readParameter<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw refuseAt(path, 'invalid-parameter', messageOf(result.issues[0]));
  return result.output;
}

/** Hono's own validator takes a text/plain body for `{}`; here any other type is refused. */
function requireJson(headers: Headers): void {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json')
    throw refuseAt('content-type', 'not-json', 'is not application/json');
  if (headers.has('content-encoding')) throw refuseAt('content-encoding', 'not-json', 'has to be absent');
}

/** Counts what arrives: Content-Length may be absent or untrue. */
async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(maxBytes);
  let size = 0;
  for await (const chunk of body ?? []) {
    if (size + chunk.length > maxBytes) throw refuseAt('', 'body-too-large', `is over ${maxBytes} bytes`);
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes.subarray(0, size);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    // TypeError: no UTF-8; SyntaxError: no JSON. The engine's message quotes the body, so it is not passed on.
    throw new Refusal('bad-json', 'The body is not JSON.', {
      faults: [{ path: '', message: 'is not JSON in UTF-8' }],
      cause,
    });
  }
}

/** What no schema should have to meet: deep trees, endless lists, and names that objects inherit. */
function oddities(value: unknown, path: readonly string[]): readonly Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= DEPTH_MAX)
    return [{ path: joined(path), message: `is nested more than ${DEPTH_MAX} deep` }];
  const entries = Object.entries(value);
  if (entries.length > ITEMS_MAX)
    return [{ path: joined(path), message: `has more than ${ITEMS_MAX} items` }];
  return entries.flatMap(([name, item]) =>
    ODD_NAMES.has(name)
      ? [{ path: joined([...path, name]), message: 'is not an allowed name' }]
      : oddities(item, [...path, name]),
  );
}

function invalid(faults: readonly Fault[]): Refusal {
  return new Refusal(
    'invalid-body',
    faults.length === 1 ? 'One thing is wrong.' : `${faults.length} things are wrong.`,
    { faults },
  );
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return joined((issue.path ?? []).map(({ key }) => String(key)));
}

/** Cut, because a caller's own key may be as long as the body. */
function joined(path: readonly string[]): string {
  return path.join('.').slice(0, PATH_MAX);
}

/** What is wrong, without what was received: it is the caller's, and may be long. */
function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'is not a known field';
  if (issue.received === 'undefined') return 'is missing';
  return issue.message.replace(/ but received [\s\S]*$/, '');
}
