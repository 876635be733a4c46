import type * as v from 'valibot';

/** Why something could not be had: there is no such thing, no answer from the network, or an answer that makes no sense. */
export interface LoadProblem {
  readonly code: 'missing' | 'unreachable' | 'unreadable';
  /** For whoever looks into it: a status, or the first problems with their paths. */
  readonly detail: string;
}

/** What was asked for, or why it could not be had. */
export type Loaded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: LoadProblem };

/** A value that was had. */
export function loaded<T>(value: T): Loaded<T> {
  return { ok: true, value };
}

/** A value that could not be had. */
export function notLoaded(
  code: LoadProblem['code'],
  detail: string,
): { readonly ok: false; readonly problem: LoadProblem } {
  return { ok: false, problem: { code, detail } };
}

/** What a parser gave, as a value or as the first three problems with their paths. */
export function parsed<T>(result: v.SafeParseResult<v.GenericSchema<unknown, T>>): Loaded<T> {
  if (result.success) return loaded(result.output);
  const problems = result.issues.slice(0, 3).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    return `${path}: ${issue.message}`;
  });
  return notLoaded('unreadable', problems.join('; '));
}

/** Fetches a body: `missing` for 404 and for the app's own page in its place, `unreachable` for all other failures. */
export async function fetchBody(
  path: string,
  wanted: 'json' | 'text',
  init: RequestInit = {},
): Promise<Loaded<unknown>> {
  try {
    const response = await fetch(path, init);
    const type = response.headers.get('content-type') ?? '';
    if (response.status === 404 || type.startsWith('text/html')) return notLoaded('missing', path);
    if (!response.ok) return notLoaded('unreachable', `${path}: ${response.status}`);
    return loaded(wanted === 'text' ? await response.text() : await jsonOf(response));
  } catch (error) {
    return notLoaded('unreachable', `${path}: ${String(error)}`);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  return body;
}
