import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Env } from './env.ts';
import { tellOperator } from './operator.ts';

/** Every refusal of the API. The codes are stable: clients act on them. */
export const PROBLEMS = {
  'bad-json': { status: 400, title: 'The body is not JSON' },
  'bad-query': { status: 400, title: 'The query is not complete or not valid' },
  'no-learner-key': { status: 401, title: 'A learner key is needed' },
  'bad-learner-key': { status: 401, title: 'That is no learner key' },
  'not-open-yet': { status: 403, title: 'The test has not opened yet' },
  closed: { status: 403, title: 'The test is closed' },
  'no-attempts-left': { status: 403, title: 'There is no attempt left' },
  'class-full': { status: 403, title: 'The class is full' },
  'attempt-full': { status: 403, title: 'Too much was sent for this attempt' },
  'results-not-yet': { status: 403, title: 'The results are not told yet' },
  'no-results': { status: 403, title: 'The results of this test are not told' },
  'unknown-path': { status: 404, title: 'There is nothing at this path' },
  'not-embeddable': { status: 404, title: 'There is nothing to embed at this address' },
  'unknown-deck': { status: 404, title: 'There is no such deck' },
  'unknown-fact': { status: 404, title: 'The deck has no such fact' },
  'unknown-question': { status: 404, title: 'The fact has no such question' },
  'unknown-segment': { status: 404, title: 'The log has no such segment' },
  'unknown-class': { status: 404, title: 'There is no such class for this key' },
  'unknown-member': { status: 404, title: 'The class has no such student' },
  'unknown-code': { status: 404, title: 'No class is joined by this code' },
  'unknown-invitation': { status: 404, title: 'This server gave no such invitation' },
  'unknown-assignment': { status: 404, title: 'There is no such assignment' },
  'unknown-attempt': { status: 404, title: 'There is no such attempt' },
  'unknown-report': { status: 404, title: 'There is no such report' },
  'no-reports': { status: 404, title: 'Nobody reads reports on this deck' },
  'unknown-receipt': { status: 404, title: 'This server gave no such receipt' },
  'method-not-allowed': { status: 405, title: 'This path does not take that method' },
  'published-elsewhere': { status: 409, title: 'Another revision is served' },
  'invitation-expired': { status: 410, title: 'The invitation has expired' },
  'attempt-over': { status: 410, title: 'The attempt ended long ago' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'not-json': { status: 415, title: 'The body has to be application/json' },
  'invalid-parameter': { status: 422, title: 'A part of the address is not valid' },
  'invalid-body': { status: 422, title: 'The body is not valid' },
  'malformed-answer': { status: 422, title: 'The answer does not fit the question' },
  'incomplete-answer': { status: 422, title: 'The answer is not complete' },
  'answers-one-by-one': { status: 422, title: 'In this test each answer is sent by itself' },
  'answers-together': { status: 422, title: 'In this test no answer is told by itself' },
  'fact-not-assigned': { status: 422, title: 'A fact is no part of the assignment' },
  'foreign-fact': { status: 422, title: 'A review is about a fact that the deck does not have' },
  'time-in-future': { status: 422, title: 'A review is from the future' },
  'clock-wrong': { status: 422, title: 'The clock of this device is wrong' },
  'deck-has-errors': { status: 422, title: 'The deck has errors' },
  'nothing-reviewed': { status: 422, title: 'No question of the deck has been accepted' },
  'act-not-now': { status: 422, title: 'The act was named at another time than now' },
  'too-many-requests': { status: 429, title: 'These are too many requests' },
  internal: { status: 500, title: 'The server made a mistake' },
  'unknown-format': { status: 501, title: 'There is no such format' },
  'not-configured': { status: 503, title: 'This server is not set up for classes' },
  'store-unavailable': { status: 503, title: 'The store did not answer' },
} as const satisfies Record<string, { readonly status: ContentfulStatusCode; readonly title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong: where (keys joined by dots, '' for the whole body) and what. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

interface Said {
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request that is not granted: thrown anywhere in the Worker, made a response in this file alone. */
export class Refusal extends HTTPException {
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, { faults = [], headers = {}, cause }: Said = {}) {
    super(PROBLEMS[code].status, { message: detail, cause });
    this.code = code;
    this.faults = faults;
    this.headers = headers;
  }
}

/** Refuses one thing at one place. */
export function refuseAt(path: string, code: ProblemCode, message: string): Refusal {
  return new Refusal(code, `${PROBLEMS[code].title}.`, { faults: [{ path, message }] });
}

/**
 * The one place where an error becomes a response; of an unexpected one nothing but its name is told, and to the log alone.
 * A wish for a format that we do not have (501) is the caller's affair.
 */
export function onError(error: Error, c: Context): Response {
  const refusal =
    error instanceof Refusal ? error : new Refusal('internal', 'Try again later.', { cause: error });
  if (refusal.status >= 500 && refusal.code !== 'unknown-format')
    tellOperator(refusal.code, refusal.cause ?? refusal, c.req.path);
  return problem(c, refusal);
}

/** Outside the API and oEmbed every path belongs to the app. */
export function onNotFound(c: Context<Env>): Response | Promise<Response> {
  if (!c.req.path.startsWith('/api/') && c.req.path !== '/oembed') return c.env.ASSETS.fetch(c.req.raw);
  return problem(c, refuseAt('path', 'unknown-path', 'is not a path of this API'));
}

/** 405 with the methods that the path takes. */
export function onMethodNotAllowed(c: Context, methods: readonly string[]): Response {
  const faults = [{ path: 'method', message: `is none of ${methods.join(', ')}` }];
  const headers = { Allow: methods.join(', ') };
  return problem(
    c,
    new Refusal('method-not-allowed', 'This path does not take that method.', { faults, headers }),
  );
}

/** Problem details (RFC 9457); `type` leads to the code's description in the OpenAPI document. */
function problem(c: Context, { code, status, message, faults, headers }: Refusal): Response {
  const details = {
    type: `/api/v1/openapi.json#/components/responses/${code}`,
    title: PROBLEMS[code].title,
    status,
    code,
    detail: message,
    ...(faults.length === 0 ? {} : { problems: faults }),
  };
  return c.body(JSON.stringify(details), PROBLEMS[code].status, {
    ...headers,
    'Content-Type': 'application/problem+json',
  });
}
