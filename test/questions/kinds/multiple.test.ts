import { describe, expect, test } from 'vitest';
import { answered, outcome, question, viewFor } from './asked.ts';

const members = question({
  kind: 'multiple',
  prompt: 'Which are members?',
  answer: ['Belarus', 'Armenia'],
  distractors: [{ text: 'China' }, { text: 'Iran' }],
});

describe('multiple', () => {
  test.each([
    [['Belarus', 'Armenia'], 'right', 1],
    [['Armenia', 'Belarus'], 'right', 1],
    [['Armenia'], 'partial', 0.5],
    [['Armenia', 'Belarus', 'China'], 'partial', 0.5],
    [['Armenia', 'China'], 'wrong', 0],
    [['Armenia', 'Belarus', 'China', 'Iran'], 'wrong', 0],
    [['China'], 'wrong', 0],
  ])('%j is %s with the share %d', (answer, outcomeExpected, share) =>
    expect(answered(members, answer)).toMatchObject({ outcome: outcomeExpected, share }),
  );

  test.each([
    [[], 'incomplete'],
    [['Armenia', 'Armenia'], 'malformed'],
    [['Peru'], 'malformed'],
    ['Armenia', 'malformed'],
    [{ length: 1, 0: 'Armenia' }, 'malformed'],
  ])('%j is %s', (answer, expected) => expect(outcome(members, answer)).toBe(expected));

  test('the view does not tell right options from wrong ones', () => {
    const swapped = question({
      kind: 'multiple',
      prompt: 'Which are members?',
      answer: ['Iran', 'China', 'Armenia'],
      distractors: [{ text: 'Belarus' }],
    });
    expect(viewFor(swapped)).toEqual(viewFor(members));
  });
});
