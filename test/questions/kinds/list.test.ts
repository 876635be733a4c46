import { describe, expect, test } from 'vitest';
import { answered, outcome, question, viewFor } from './asked.ts';

const members = question({
  kind: 'list',
  prompt: 'Name the four members.',
  answer: ['Russia', 'Belarus', { text: 'Armenia', accept: ['Hayastan'] }, 'Kyrgyzstan'],
});

describe('list', () => {
  test('shows how many are asked, and none of them', () => {
    expect(viewFor(members)).toEqual({ kind: 'list', prompt: 'Name the four members.', count: 4 });
  });

  test.each([
    [['Kyrgyzstan', 'Armenia', 'Belarus', 'Russia'], 'right', 1],
    [['Russian Federation', 'belarus', 'Hayastan', 'Kyrgyzstan'], 'right', 1],
    [['Russia', 'Belarus', 'Armenia', 'Kyrgystan'], 'close', 1],
    [['Russia', 'Belarus', '', ''], 'partial', 0.5],
    [['Russia', 'Russia', 'Belarus', ''], 'partial', 0.5],
    [['Russia', 'Belarus', 'China', 'Iran'], 'wrong', 0],
    [['Russia', 'Belarus', 'Armenia', 'China'], 'partial', 0.5],
  ])('%j is %s with the share %d', (answer, expected, share) =>
    expect(answered(members, answer)).toMatchObject({ outcome: expected, share }),
  );

  test.each([
    [['', ' '], 'incomplete'],
    ['Russia', 'malformed'],
    [Array.from({ length: 41 }, () => 'x'), 'malformed'],
    [[1], 'malformed'],
  ])('%j is %s', (answer, expected) => expect(outcome(members, answer)).toBe(expected));
});
