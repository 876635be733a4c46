import { PROBLEMS, type ProblemCode } from './problem.ts';
import type { SHAPES } from './shapes.ts';

/** What every operation may answer, whatever is asked of it. */
const ALWAYS: readonly ProblemCode[] = ['too-many-requests', 'internal'];
const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait', required: true, schema: { type: 'integer' } },
};
/** Asked in the name of a learner key. */
export const LOGGED_IN = [{ learnerKey: [] }];
/** What may be wrong with any body. */
export const BODY: readonly ProblemCode[] = ['bad-json', 'body-too-large', 'not-json', 'invalid-body'];
/** What may be wrong where a learner key is needed. */
export const OWN: readonly ProblemCode[] = ['no-learner-key', 'bad-learner-key', 'store-unavailable'];

/** An operation of the API: its parts of the address, its success by status, its refusals by code. */
export function operation(
  operationId: string,
  params: readonly string[],
  success: object,
  codes: readonly ProblemCode[],
) {
  return { operationId, parameters: params.map(inPath), responses: { ...success, ...refusals(codes) } };
}

/** An operation in the name of a learner key. */
export function own(...[operationId, params, success, codes]: Parameters<typeof operation>) {
  return { ...operation(operationId, params, success, [...OWN, ...codes]), security: LOGGED_IN };
}

/** An operation in the name of a learner key that takes a body. */
export function sent(
  shape: keyof typeof SHAPES,
  ...[operationId, params, success, codes]: Parameters<typeof operation>
) {
  return { ...own(operationId, params, success, [...codes, ...BODY]), requestBody: body(shape) };
}

/** Codes share a status, and a status has one response: the text names all of its codes. */
function refusals(codes: readonly ProblemCode[]): Record<string, object> {
  const all = [...codes, ...ALWAYS];
  const statuses = [...new Set(all.map((code) => PROBLEMS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      refusal(status, all.filter((code) => PROBLEMS[code].status === status).join(', ')),
    ]),
  );
}

/** A refusal of a request that is right says when to send it again. */
export function refusal(status: number, description: string) {
  const content = { 'application/problem+json': { schema: ref('Problem') } };
  return status === 429 || status === 503
    ? { description, headers: RETRY_AFTER, content }
    : { description, content };
}

/** A JSON answer of one of the shapes. */
export function json(name: keyof typeof SHAPES, description: string) {
  return { description, content: { 'application/json': { schema: ref(name) } } };
}

/** An answer in plain text. */
export function text(description: string) {
  return { description, content: { 'text/plain': { schema: { type: 'string' } } } };
}

/** A JSON body of one of the shapes. */
export function body(name: keyof typeof SHAPES) {
  return { required: true, content: { 'application/json': { schema: ref(name) } } };
}

/** A part of the address. */
export function inPath(name: string) {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

/** A reference to one of the shapes. */
export function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
