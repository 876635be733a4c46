import { describe, expect, test } from 'vitest';
import { answered, outcome, question, viewFor } from './asked.ts';

const year = question({ kind: 'cloze', text: 'The pact was signed in {{2002|year}} by three states.' });
const two = question({
  kind: 'cloze',
  text: 'The {{CSTO|alliance}} is led by {{Russia|country}}.',
  accept: { Russia: ['the Federation'] },
});

describe('cloze', () => {
  test('shows the text around the blanks and what each wants, not the answers', () => {
    expect(viewFor(two)).toEqual({
      kind: 'cloze',
      prompt: 'Fill in the blanks.',
      parts: ['The ', ' is led by ', '.'],
      shows: ['alliance', 'country'],
    });
  });

  test.each([
    [['2002'], 'right'],
    [['in 2002'], 'right'],
    [['2003'], 'wrong'],
    [['20022'], 'again'],
    [['some time ago'], 'again'],
    [[''], 'incomplete'],
    [['2002', '2002'], 'malformed'],
    ['2002', 'malformed'],
  ])('a year: %j is %s', (answer, expected) => expect(outcome(year, answer)).toBe(expected));

  test.each([
    [['CSTO', 'Russia'], 'right', 1],
    [['C.S.T.O.', 'the federation'], 'right', 1],
    [['collective security treaty organisation', 'Russian Federation'], 'right', 1],
    [['collective securty treaty organization', 'Russia'], 'close', 1],
    [['CSTO', 'Belarus'], 'partial', 0.5],
    [['SCO', 'Belarus'], 'wrong', 0],
  ])('two blanks: %j is %s with the share %d', (answer, expected, share) =>
    expect(answered(two, answer)).toMatchObject({ outcome: expected, share }),
  );
});
