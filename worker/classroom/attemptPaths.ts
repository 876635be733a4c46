import { BODY, body, json, operation, own, sent } from '../operation.ts';
import type { ProblemCode } from '../problem.ts';

const CLASS: readonly ProblemCode[] = ['not-configured', 'unknown-class'];
const ASSIGNMENT: readonly ProblemCode[] = [...CLASS, 'unknown-assignment', 'unknown-deck'];
const ATTEMPT: readonly ProblemCode[] = [...ASSIGNMENT, 'unknown-attempt'];
const HELD: readonly ProblemCode[] = [
  ...CLASS,
  'unknown-deck',
  'unknown-attempt',
  'attempt-over',
  'attempt-full',
];
const TOLD: readonly ProblemCode[] = [...ATTEMPT, 'results-not-yet', 'no-results'];

const IN_CLASS = ['class', 'assignment'];
const IN_ATTEMPT = [...IN_CLASS, 'attempt'];
const KEPT = { 204: { description: 'It is kept' } };
const PATH = '/classes/{class}/assignments/{assignment}';
const SEED = { name: 'seed', in: 'query', required: true, schema: { type: 'string' } };

/** The operations on assignments, for the API's description: a student's, then a teacher's. */
export const ATTEMPT_PATHS = {
  [PATH]: {
    get: own(
      'readAssignment',
      IN_CLASS,
      { 200: json('StudentAssignment', 'As its student sees it') },
      ASSIGNMENT,
    ),
  },
  [`${PATH}/attempts`]: {
    post: own('begin', IN_CLASS, { 200: json('Sitting', 'A new attempt, or the one that runs') }, [
      ...ASSIGNMENT,
      'not-open-yet',
      'closed',
      'no-attempts-left',
    ]),
  },
  [`${PATH}/attempts/{attempt}`]: {
    get: own('resume', IN_ATTEMPT, { 200: json('Sitting', 'What the server has of it') }, ATTEMPT),
  },
  [`${PATH}/attempts/{attempt}/segments/{segment}`]: {
    put: sent('Save', 'save', [...IN_ATTEMPT, 'segment'], { 200: json('Saved', 'When the server had it') }, [
      ...HELD,
      'invalid-parameter',
      'malformed-answer',
      'answers-one-by-one',
    ]),
  },
  [`${PATH}/attempts/{attempt}/answers`]: {
    post: sent(
      'AnswerOnce',
      'answerOnce',
      IN_ATTEMPT,
      { 200: json('AnsweredOnce', 'The verdict on the first answer that was kept') },
      [...HELD, 'unknown-assignment', 'malformed-answer', 'incomplete-answer', 'answers-together'],
    ),
  },
  [`${PATH}/attempts/{attempt}/submission`]: {
    post: sent('Submit', 'submit', IN_ATTEMPT, { 200: json('Submitted', 'A receipt, the same every time') }, [
      ...HELD,
      'malformed-answer',
    ]),
  },
  [`${PATH}/attempts/{attempt}/results`]: {
    get: own('readResults', IN_ATTEMPT, { 200: json('Results', 'Marks, answers and passages') }, TOLD),
  },
  [`${PATH}/attempts/{attempt}/disputes/{at}`]: {
    put: sent('Dispute', 'dispute', [...IN_ATTEMPT, 'at'], KEPT, [
      ...TOLD,
      'invalid-parameter',
      'unknown-question',
    ]),
  },
  [`${PATH}/standing`]: {
    put: sent('StandingReport', 'report', IN_CLASS, KEPT, [...ASSIGNMENT, 'fact-not-assigned']),
  },
  '/receipts': {
    post: {
      ...operation('checkReceipt', [], { 200: json('Receipt', 'What this server gave it for') }, [
        'not-configured',
        'unknown-receipt',
        ...BODY,
      ]),
      requestBody: body('CheckReceipt'),
    },
  },
  [`${PATH}/gradebook`]: {
    get: own('readGradebook', IN_CLASS, { 200: json('Gradebook', 'Everybody’s marks') }, ASSIGNMENT),
  },
  [`${PATH}/trials`]: {
    post: sent('Trial', 'tryRepair', IN_CLASS, { 200: json('RepairEffect', 'Whose marks it would change') }, [
      ...ASSIGNMENT,
      'malformed-answer',
    ]),
  },
  [`${PATH}/paper`]: {
    get: withSeed(
      own('readPaper', IN_CLASS, { 200: json('Paper', 'The test on paper, with its answers') }, [
        ...ASSIGNMENT,
        'invalid-parameter',
      ]),
    ),
  },
  [`${PATH}/standings`]: {
    get: own('readStandings', IN_CLASS, { 200: json('Standings', 'The latest of each student') }, ASSIGNMENT),
  },
  '/classes/{class}/decks/{deck}': {
    get: own('readAssignable', ['class', 'deck'], { 200: json('Assignable', 'Its questions and answers') }, [
      ...CLASS,
      'unknown-deck',
    ]),
  },
};

function withSeed<Described extends { readonly parameters: readonly object[] }>(described: Described) {
  return { ...described, parameters: [...described.parameters, SEED] };
}
