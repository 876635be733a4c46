import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptsAround } from '../../web/excerpt.ts';

const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ');
const placeOf = (document: string, exact: string) => ({
  start: document.indexOf(exact),
  end: document.indexOf(exact) + exact.length,
});
const shown = (document: string, exact: string, around: number) =>
  excerptsAround(document, placeOf(document, exact), around).map(({ start, end }) =>
    document.slice(start, end),
  );

test('shows a short paragraph whole', () => {
  expect(shown('Before.\n\nOne proof two.\n\nAfter.', 'proof', 90)).toEqual(['One proof two.']);
});

test('cuts a long paragraph to about the words asked for, on both sides', () => {
  const document = `${words(100, 'a')} PROOF ${words(100, 'b')}`;
  const [excerpt] = excerptsAround(document, placeOf(document, 'PROOF'), 40);
  expect(excerpt).toMatchObject({ number: 1, cutBefore: true, cutAfter: true });
  expect(shown(document, 'PROOF', 40)).toEqual([`${words(20, 'a')} PROOF ${words(20, 'b')}`]);
});

test('gives the words that one side does not need to the other', () => {
  const document = `PROOF ${words(100, 'b')}`;
  expect(shown(document, 'PROOF', 40)).toEqual([`PROOF ${words(40, 'b')}`]);
});

test('begins with a sentence where one begins soon after the cut', () => {
  const document = `${words(60, 'a')}. Here ${words(15, 'c')} PROOF ${words(60, 'b')}`;
  expect(shown(document, 'PROOF', 40)[0]).toMatch(/^Here /);
});

test('leaves a paragraph whole where a cut would save a few words only', () => {
  const document = `${words(24, 'a')} PROOF`;
  expect(shown(document, 'PROOF', 20)).toEqual([document]);
});

test('shows every paragraph that a passage runs through', () => {
  const document = 'One begins\n\nand ends two.\n\nThree.';
  expect(shown(document, 'begins\n\nand', 90)).toEqual(['One begins', 'and ends two.']);
});

test('always shows the whole passage, whatever its place', () => {
  const word = fc.stringMatching(/^[a-z.]{1,6}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 80 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 0, max: 40 }),
      (list, a, b, around) => {
        const document = list.join(' ');
        const start =
          document
            .split(' ')
            .slice(0, a % list.length)
            .join(' ').length + (a % list.length > 0 ? 1 : 0);
        const end = Math.min(document.length, start + 1 + (b % 30));
        const [excerpt] = excerptsAround(document, { start, end }, around);
        expect(excerpt?.start).toBeLessThanOrEqual(start);
        expect(excerpt?.end).toBeGreaterThanOrEqual(end);
      },
    ),
  );
});
