import { describe, expect, test } from 'vitest';
import { answered, askedAbout, outcome, question } from './asked.ts';

const leader = question({
  kind: 'short',
  prompt: 'Who leads the pact?',
  answer: 'Russia',
  accept: ['Moscow'],
  reject: [{ text: 'Soviet Union', because: 'It had been dissolved by then.' }],
});
const signed = question({
  kind: 'short',
  prompt: 'When was it signed?',
  expects: 'date',
  answer: '2002-10',
  accept: ['that autumn'],
});

describe('short', () => {
  test.each([
    ['Russia', 'right'],
    ['  RUSSIA. ', 'right'],
    ['the Russian Federation', 'right'],
    ['Moscow', 'right'],
    ['Rusia', 'close'],
    ['CSTO', 'wrong'],
    ['Belarus', 'wrong'],
    ['not Russia', 'wrong'],
    ['   ', 'incomplete'],
    [7, 'malformed'],
    ['x'.repeat(501), 'malformed'],
    [null, 'wrong'],
  ])('%j is %s', (answer, expected) => expect(outcome(leader, answer)).toBe(expected));

  test('a known confusion is refused in the words of the author', () => {
    expect(answered(leader, 'the Soviet Union')).toMatchObject({
      outcome: 'wrong',
      reason: 'known-confusion',
      because: 'It had been dissolved by then.',
    });
  });

  test('a slip that is as near to a wrong option of the fact is no typing error', () => {
    const asked = question({ kind: 'short', prompt: 'Where?', answer: 'Slovenia' });
    expect(outcome(asked, 'Slovnia')).toBe('close');
    expect(outcome(asked, 'Slovakia', askedAbout(undefined, { rivals: ['Slovakia'] }))).toBe('wrong');
  });

  test.each([
    ['October 2002', 'right'],
    ['2002-10', 'right'],
    ['that autumn', 'right'],
    ['2002', 'again'],
    ['2003', 'wrong'],
    ['May 2002', 'wrong'],
    ['recently', 'again'],
  ])('a month: %j is %s', (answer, expected) => expect(outcome(signed, answer)).toBe(expected));
});
