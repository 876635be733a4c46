import * as v from 'valibot';
import { hearClock } from './clock.ts';
import { learnerKey, learnerKeyForUse, type LearnerKey } from './learnerKey.ts';

/** What the server said to a request in the name of this device’s key. */
export type Said<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** The problem's stable code; `unreachable` without a network or answer, `no-room` where the key cannot be kept, `unreadable` for an answer that makes no sense. */
      readonly code: string;
      /** In a sentence. */
      readonly why: string;
      /** Whether the same request may succeed later. */
      readonly isPassing: boolean;
      /** What is wrong where, keys joined by dots. */
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

const PATIENCE_MS = 20_000;
/** Characters of a body, of at most three bytes each. */
const KEPT_ALIVE_MAX = 16_000;
const ProblemSchema = v.object({
  code: v.string(),
  title: v.string(),
  detail: v.exactOptional(v.string()),
  problems: v.exactOptional(v.array(v.object({ path: v.string(), message: v.string() }))),
});

/** Asks the server for something, in the name of this device's key, which is made where there is none. */
export async function askServer<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  schema: v.GenericSchema<unknown, T>,
  body?: unknown,
): Promise<Said<T>> {
  let key: LearnerKey | null;
  try {
    key = method === 'GET' ? await learnerKey() : await learnerKeyForUse();
  } catch {
    return failure('no-room', 'This device has no room left to keep your key.', true);
  }
  try {
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(text === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(text === null ? {} : { body: text }),
      cache: 'no-store',
      // What is saved as the page is left still arrives; a browser takes no more than 64 KB of that.
      keepalive: method === 'PUT' && (text ?? '').length < KEPT_ALIVE_MAX,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // Acts are named at the server's time.
    hearClock(Date.parse(response.headers.get('date') ?? ''));
    return response.ok ? valueOf(schema, await textOf(response)) : await refusalOf(response);
  } catch {
    return failure('unreachable', 'There is no connection.', true);
  }
}

/** A body, empty as null. */
async function textOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

function valueOf<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Said<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  return failure('unreadable', 'What came from the server is not what this page expects.', false);
}

async function refusalOf(response: Response): Promise<Said<never>> {
  const isPassing = [408, 425, 429].includes(response.status) || response.status >= 500;
  const body: unknown = await response.json().catch(() => null);
  const problem = v.safeParse(ProblemSchema, body);
  if (!problem.success) return failure('unreadable', `The server said ${response.status}.`, isPassing);
  const { code, title, problems = [] } = problem.output;
  return { ok: false, code, why: `${title}.`, isPassing, problems };
}

function failure(code: string, why: string, isPassing: boolean): Said<never> {
  return { ok: false, code, why, isPassing, problems: [] };
}
