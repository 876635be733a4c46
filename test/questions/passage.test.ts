import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPassage } from '../../questions/passage.ts';

const TEXT = 'The treaty of May. The treaty of June.';

test('finds a passage that stands in the document once, with its place', () => {
  expect(findPassage(TEXT, { exact: 'June' })).toEqual({ found: 'once', place: { start: 33, end: 37 } });
});

test('refuses a passage that is not there to the letter', () => {
  expect(findPassage(TEXT, { exact: 'june' })).toEqual({ found: 'never' });
  expect(findPassage(TEXT, { exact: '' })).toEqual({ found: 'never' });
});

test('counts how often an ambiguous passage stands there, overlapping ones too', () => {
  expect(findPassage(TEXT, { exact: 'The treaty' })).toEqual({ found: 'often', times: 2 });
  expect(findPassage('aaa', { exact: 'aa' })).toEqual({ found: 'often', times: 2 });
});

test('prefix and suffix choose one of several', () => {
  expect(findPassage(TEXT, { exact: 'treaty', suffix: ' of June' })).toEqual({
    found: 'once',
    place: { start: 23, end: 29 },
  });
  expect(findPassage(TEXT, { exact: 'treaty', prefix: '. The ' })).toEqual({
    found: 'once',
    place: { start: 23, end: 29 },
  });
});

test('the place holds exactly the passage, in any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.string(),
      (before, exact, after) => {
        const document = before + exact + after;
        const result = findPassage(document, { exact });
        if (result.found === 'once') expect(document.slice(result.place.start, result.place.end)).toBe(exact);
        else expect(result.found).toBe('often');
      },
    ),
  );
});
