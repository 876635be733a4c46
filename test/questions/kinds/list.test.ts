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
    [['Russia', 'Belarus', 'China', 'Iran'], 'partial', 0.5],
    [['Russia', 'Belarus', 'Armenia', 'China'], 'partial', 0.75],
    [['Russia, Belarus, Armenia and Kyrgyzstan', '', '', ''], 'right', 1],
    [['Russia', 'Belarus', 'Armenia', 'Kyrgyzstan', 'China'], 'partial', 0.75],
    [['Russia', 'Belarus', 'Armenia', 'Kyrgyzstan', 'China', 'Iran', 'Iraq', 'Japan'], 'wrong', 0],
  ])('%j is %s with the share %d', (answer, expected, share) =>
    expect(answered(members, answer)).toMatchObject({ outcome: expected, share }),
  );

  test('gives half for one right and one wrong of two', () => {
    const two = question({ kind: 'list', prompt: 'Name both.', answer: ['oil', 'copper'] });
    expect(answered(two, ['oil', 'gold'])).toMatchObject({
      outcome: 'partial',
      reason: 'some-items',
      share: 0.5,
    });
  });

  test('takes at most 40 items, however many are asked', () => {
    const answer = Array.from({ length: 20 }, (_, i) => `item ${i}`);
    const twenty = question({ kind: 'list', prompt: 'Name all.', answer });
    expect(
      outcome(
        twenty,
        Array.from({ length: 41 }, () => 'x'),
      ),
    ).toBe('malformed');
  });

  test.each([
    [['', ' '], 'incomplete'],
    ['Russia', 'malformed'],
    [Array.from({ length: 8 }, () => 'x'), 'wrong'],
    [Array.from({ length: 9 }, () => 'x'), 'malformed'],
    [[1], 'malformed'],
  ])('%j is %s', (answer, expected) => expect(outcome(members, answer)).toBe(expected));
});
