import { describe, expect, test } from 'vitest';
import { answered, outcome, question, viewFor } from './asked.ts';

const steps = question({
  kind: 'order',
  prompt: 'Earliest first.',
  answer: ['dissolution', 'treaty', 'request', 'arrival'],
});

describe('order', () => {
  test.each([
    [['dissolution', 'treaty', 'request', 'arrival'], 'right', 1],
    [['treaty', 'dissolution', 'request', 'arrival'], 'partial', 2 / 3],
    [['arrival', 'dissolution', 'treaty', 'request'], 'partial', 2 / 3],
    [['arrival', 'request', 'treaty', 'dissolution'], 'wrong', 0],
  ])('%j is %s', (answer, expected, share) => {
    const verdict = answered(steps, answer);
    expect(verdict).toMatchObject({ outcome: expected });
    expect(verdict).toHaveProperty('share', share);
  });

  test.each([
    [['dissolution', 'treaty', 'request']],
    [['dissolution', 'dissolution', 'request', 'arrival']],
    [['dissolution', 'treaty', 'request', 'other']],
    ['dissolution'],
  ])('%j is malformed', (answer) => expect(outcome(steps, answer)).toBe('malformed'));

  test('the view is the same whatever the right order is', () => {
    const years = ['1990', '1991', '1992', '2002', '2013'];
    const forward = question({ kind: 'order', prompt: 'Earliest first.', answer: years });
    const backward = question({ kind: 'order', prompt: 'Earliest first.', answer: years.toReversed() });
    expect(viewFor(backward)).toEqual(viewFor(forward));
    expect(viewFor(forward)).not.toMatchObject({ items: years });
  });
});
