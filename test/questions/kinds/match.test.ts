import { describe, expect, test } from 'vitest';
import { answered, outcome, question, viewFor } from './asked.ts';

const leaders = question({
  kind: 'match',
  prompt: 'Who leads what?',
  answer: [
    { left: 'CSTO', right: 'Russia' },
    { left: 'SCO', right: 'China' },
  ],
  distractors: [{ text: 'Armenia' }],
});

describe('match', () => {
  test.each([
    [
      [
        ['SCO', 'China'],
        ['CSTO', 'Russia'],
      ],
      'right',
      1,
    ],
    [
      [
        ['SCO', 'Armenia'],
        ['CSTO', 'Russia'],
      ],
      'partial',
      0.5,
    ],
    [
      [
        ['SCO', 'Russia'],
        ['CSTO', 'China'],
      ],
      'wrong',
      0,
    ],
  ])('%j is %s with the share %d', (answer, expected, share) =>
    expect(answered(leaders, answer)).toMatchObject({ outcome: expected, share }),
  );

  test.each([
    [[['CSTO', 'Russia']], 'incomplete'],
    [
      [
        ['CSTO', 'Russia'],
        ['CSTO', 'China'],
      ],
      'malformed',
    ],
    [
      [
        ['CSTO', 'Peru'],
        ['SCO', 'China'],
      ],
      'malformed',
    ],
    [[['CSTO'], ['SCO', 'China']], 'malformed'],
    [{ CSTO: 'Russia' }, 'malformed'],
  ])('%j is %s', (answer, expected) => expect(outcome(leaders, answer)).toBe(expected));

  test('the view does not tell which sides belong together', () => {
    const crossed = question({
      kind: 'match',
      prompt: 'Who leads what?',
      answer: [
        { left: 'SCO', right: 'Armenia' },
        { left: 'CSTO', right: 'China' },
      ],
      distractors: [{ text: 'Russia' }],
    });
    expect(viewFor(crossed)).toEqual(viewFor(leaders));
  });
});
