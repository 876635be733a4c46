import { json, own, sent } from '../operation.ts';
import type { ProblemCode } from '../problem.ts';

const OWN_DECK: readonly ProblemCode[] = ['invalid-parameter', 'unknown-deck'];

/** The operations on published decks, for the API's description. */
export const PUBLISHED_PATHS = {
  '/own/decks': {
    get: own('listOwnDecks', [], { 200: json('OwnDecks', 'The decks that this key has published') }, []),
  },
  '/own/decks/{name}': {
    put: sent(
      'Publish',
      'publishDeck',
      ['name'],
      {
        200: json('Published', 'It was served already'),
        201: json('Published', 'It is served now; elsewhere within a minute'),
      },
      ['invalid-parameter', 'published-elsewhere', 'deck-has-errors', 'nothing-reviewed'],
    ),
    get: own('readOwnDeck', ['name'], { 200: json('OwnDeck', 'What was published last') }, OWN_DECK),
    delete: own('removeOwnDeck', ['name'], { 204: { description: 'It is served no more' } }, [
      'invalid-parameter',
    ]),
  },
  '/own/decks/{name}/reports': {
    get: own('listReports', ['name'], { 200: json('Reports', 'What learners said of it') }, OWN_DECK),
  },
  '/own/decks/{name}/reports/{report}/decision': {
    put: sent('Decision', 'decideReport', ['name', 'report'], { 204: { description: 'It is kept' } }, [
      'invalid-parameter',
      'unknown-report',
    ]),
  },
  '/decks/{deck}/reports/{report}': {
    put: sent('Report', 'reportQuestion', ['deck', 'report'], { 204: { description: 'It is kept' } }, [
      'invalid-parameter',
      'unknown-deck',
      'unknown-fact',
      'unknown-question',
      'no-reports',
    ]),
  },
};
