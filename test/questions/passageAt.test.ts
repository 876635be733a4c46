import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPassage } from '../../questions/passage.ts';
import { passageAt } from '../../questions/passageAt.ts';

test('a passage that stands once is quoted as it is', () => {
  expect(passageAt('The sea is salt. The sky is blue.', { start: 4, end: 7 })).toEqual({ exact: 'sea' });
});

test('one that stands twice is quoted with what is around it', () => {
  const document = 'The sea rose in May, and after a long and rainy summer the sea rose again.';
  const passage = passageAt(document, { start: 59, end: 67 });
  expect(passage?.exact).toBe('sea rose');
  expect(findPassage(document, passage ?? { exact: '' })).toEqual({
    found: 'once',
    place: { start: 59, end: 67 },
  });
});

test('what no surroundings tell apart, and nothing at all, is no passage', () => {
  expect(passageAt('na '.repeat(2000), { start: 3000, end: 3002 })).toBeUndefined();
  expect(passageAt('text', { start: 1, end: 1 })).toBeUndefined();
});

test('whatever is quoted is found again at its place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ab', 'c', ' ', '\n', 'ab c'), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      (parts, a, b) => {
        const document = parts.join('');
        const start = a % document.length;
        const end = start + 1 + (b % (document.length - start));
        const passage = passageAt(document, { start, end });
        expect(passage).toBeDefined();
        expect(findPassage(document, passage ?? { exact: '' })).toEqual({
          found: 'once',
          place: { start, end },
        });
      },
    ),
  );
});
