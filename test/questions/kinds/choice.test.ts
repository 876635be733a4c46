import { describe, expect, test } from 'vitest';
import { outcome, question, viewFor } from './asked.ts';

const leader = question({
  kind: 'choice',
  prompt: 'Who leads the pact?',
  answer: 'Russia',
  distractors: [{ text: 'Armenia' }, { text: 'Belarus' }],
});

describe('choice', () => {
  test.each([
    ['Russia', 'right'],
    ['Armenia', 'wrong'],
    ['Belarus', 'wrong'],
    ['russia', 'malformed'],
    ['China', 'malformed'],
    ['', 'malformed'],
    [0, 'malformed'],
    [['Russia'], 'malformed'],
    [undefined, 'malformed'],
    [null, 'wrong'],
  ])('%j is %s', (answer, expected) => expect(outcome(leader, answer)).toBe(expected));

  test('the view is the same whichever option is the key', () => {
    const other = question({
      kind: 'choice',
      prompt: 'Who leads the pact?',
      answer: 'Belarus',
      distractors: [{ text: 'Russia', because: 'no' }, { text: 'Armenia' }],
    });
    expect(viewFor(other)).toEqual(viewFor(leader));
  });

  test('numbers stand by size', () => {
    const years = question({
      kind: 'choice',
      prompt: 'When?',
      answer: '1,000',
      distractors: [{ text: '20' }, { text: '300' }],
    });
    expect(viewFor(years)).toMatchObject({ options: ['20', '300', '1,000'] });
  });
});
