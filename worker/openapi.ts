import { toJsonSchemaDefs, type JsonSchema } from '@valibot/to-json-schema';
import { CLOCK_HEADER } from './clock.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import { SHAPES } from './shapes.ts';

/** What every operation may answer, whatever is asked of it. */
const ALWAYS: readonly ProblemCode[] = ['too-many-requests', 'internal'];
const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait', required: true, schema: { type: 'integer' } },
};
const CLOCK = {
  name: CLOCK_HEADER,
  in: 'header',
  description: 'What the clock shows now by which the reviews were written, in ms since 1970',
  schema: { type: 'integer' },
};
const LOGGED_IN = [{ learnerKey: [] }];
const BODY: readonly ProblemCode[] = ['bad-json', 'body-too-large', 'not-json', 'invalid-body'];
const OWN: readonly ProblemCode[] = ['no-learner-key', 'bad-learner-key', 'store-unavailable'];
const LOG: readonly ProblemCode[] = [...OWN, 'unknown-deck', 'invalid-parameter'];
const GRADING: readonly ProblemCode[] = [
  'unknown-deck',
  'unknown-fact',
  'unknown-question',
  'malformed-answer',
  'incomplete-answer',
];

/** The OpenAPI 3.1 description, made of the very schemas that parse the requests. */
export function describeApi() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Steppe',
      version: '1',
      summary: 'Questions on a document, graded, and a log of what was answered.',
    },
    servers: [{ url: '/api/v1' }],
    paths: PATHS,
    components: {
      schemas: schemas(),
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([code, { status, title }]) => [code, refusal(status, title)]),
      ),
      securitySchemes: {
        learnerKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A learner key: 32 characters of Crockford base 32.',
        },
      },
    },
  };
}

const PATHS = {
  '/decks': { get: operation('listDecks', [], { 200: json('DeckList', 'The decks of this server') }, []) },
  '/decks/{deck}': {
    get: operation('readDeck', ['deck'], { 200: json('Deck', 'The deck; its key only where it is open') }, [
      'unknown-deck',
    ]),
  },
  '/decks/{deck}/document': {
    get: operation('readDocument', ['deck'], { 200: text('The document, verbatim') }, ['unknown-deck']),
  },
  '/decks/{deck}/answers': {
    post: {
      ...operation(
        'grade',
        ['deck'],
        { 200: json('Feedback', 'The verdict, and what may be told after it') },
        [...GRADING, ...BODY],
      ),
      requestBody: body('Ask'),
    },
  },
  '/log': {
    get: {
      ...operation('listSegments', [], { 200: json('LogPage', 'The segments of all decks') }, [
        ...OWN,
        'invalid-parameter',
      ]),
      parameters: [{ name: 'cursor', in: 'query', schema: { type: 'string' } }],
      security: LOGGED_IN,
    },
    delete: {
      ...operation('eraseLog', [], { 200: json('Erased', 'What is listed now is removed') }, OWN),
      security: LOGGED_IN,
    },
  },
  '/log/{deck}/{segment}': {
    get: {
      ...operation('readSegment', ['deck', 'segment'], { 200: json('StoredSegment', 'The segment') }, [
        ...LOG,
        'unknown-segment',
      ]),
      security: LOGGED_IN,
    },
    put: {
      ...operation('appendSegment', ['deck', 'segment'], { 204: { description: 'It is stored' } }, [
        ...LOG,
        ...BODY,
        'foreign-fact',
        'time-in-future',
        'clock-wrong',
      ]),
      parameters: [inPath('deck'), inPath('segment'), CLOCK],
      requestBody: body('Segment'),
      security: LOGGED_IN,
    },
  },
};

function operation(
  operationId: string,
  params: readonly string[],
  success: object,
  codes: readonly ProblemCode[],
) {
  return { operationId, parameters: params.map(inPath), responses: { ...success, ...refusals(codes) } };
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
function refusal(status: number, description: string) {
  const content = { 'application/problem+json': { schema: ref('Problem') } };
  return status === 429 || status === 503
    ? { description, headers: RETRY_AFTER, content }
    : { description, content };
}

function json(name: keyof typeof SHAPES, description: string) {
  return { description, content: { 'application/json': { schema: ref(name) } } };
}

function text(description: string) {
  return { description, content: { 'text/plain': { schema: { type: 'string' } } } };
}

function body(name: keyof typeof SHAPES) {
  return { required: true, content: { 'application/json': { schema: ref(name) } } };
}

function inPath(name: string) {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** Checks that JSON Schema has no word for (no id twice) are left out; the parser still makes them. */
function schemas(): Record<string, JsonSchema> {
  return toJsonSchemaDefs(SHAPES, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    overrideRef: ({ referenceId }) => ref(referenceId).$ref,
  });
}
