import { describe, expect, test } from 'vitest';
import { STANDINGS } from '../../../questions/standing.ts';
import { viewOf } from '../../../questions/kinds.ts';
import { askedAbout, outcome, question, viewFor } from './asked.ts';

const judge = question({ kind: 'judge' });

describe('judge', () => {
  test.each(STANDINGS.flatMap((key) => STANDINGS.map((answer) => [answer, key] as const)))(
    '"%s" for what is %s is right only when they are the same',
    (answer, key) => {
      const about = askedAbout('it will not last', { standing: key });
      expect(outcome(judge, answer, about)).toBe(answer === key ? 'right' : 'wrong');
    },
  );

  test.each([['true'], [''], [1], [['stated']]])('%j is malformed', (answer) =>
    expect(outcome(judge, answer)).toBe('malformed'),
  );

  test('asks about the statement, or about the claim as the author words it', () => {
    expect(viewFor(judge)).toMatchObject({ claim: 'Russia leads the pact.' });
    expect(viewFor(question({ kind: 'judge', claim: 'It leads.' }))).toMatchObject({ claim: 'It leads.' });
  });

  test('is not asked in a sealed deck unless the author words the claim, for the statement answers other forms', () => {
    expect(viewOf(judge, askedAbout(undefined, { sealed: true }))).toBeUndefined();
  });
});
