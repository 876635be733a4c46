import { toJsonSchemaDefs, type JsonSchema } from '@valibot/to-json-schema';
import { ATTEMPT_PATHS } from './classroom/attemptPaths.ts';
import { CLASS_PATHS } from './classroom/paths.ts';
import { CLOCK_HEADER } from './clock.ts';
import { BODY, body, inPath, json, LOGGED_IN, operation, OWN, ref, refusal, text } from './operation.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';
import { PUBLISHED_PATHS } from './published/paths.ts';
import { SHAPES } from './shapes.ts';

const CLOCK = {
  name: CLOCK_HEADER,
  in: 'header',
  description: 'What the clock shows now by which the reviews were written, in ms since 1970',
  schema: { type: 'integer' },
};
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
      summary:
        'Questions on a document, graded, a log of what was answered, and classes that are given them.',
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
  ...PUBLISHED_PATHS,
  ...CLASS_PATHS,
  ...ATTEMPT_PATHS,
};

/** Checks that JSON Schema has no word for (no id twice) are left out; the parser still makes them. */
function schemas(): Record<string, JsonSchema> {
  return toJsonSchemaDefs(SHAPES, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    overrideRef: ({ referenceId }) => ref(referenceId).$ref,
  });
}
