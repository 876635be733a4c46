import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allSentences, paragraphNumber, paragraphsOf, sentencesOf } from '../../questions/document.ts';

const slices = (text: string, places: readonly { start: number; end: number }[]) =>
  places.map(({ start, end }) => text.slice(start, end));

test('blank lines part paragraphs; white space around them is not part of them', () => {
  const text = ' One.\nStill one.\n\n  \nTwo.\r\n\r\nThree. ';
  expect(slices(text, paragraphsOf(text))).toEqual(['One.\nStill one.', 'Two.', 'Three.']);
});

test('sentences keep their offsets over hard-wrapped lines', () => {
  const text = 'Intro.\n\nIt began\nin May. It ended.';
  const paragraph = paragraphsOf(text)[1];
  if (paragraph === undefined) throw new Error('no paragraph');
  expect(slices(text, sentencesOf(text, paragraph, 'en'))).toEqual(['It began\nin May.', 'It ended.']);
});

test.each([
  ['Dr. Ode came. He left.', ['Dr. Ode came.', 'He left.']],
  ['J. R. Tolkien wrote. He slept.', ['J. R. Tolkien wrote.', 'He slept.']],
  ['Use it, e.g. Here. Done.', ['Use it, e.g. Here.', 'Done.']],
])('abbreviations and initials end no sentence: %s', (text, expected) => {
  expect(slices(text, sentencesOf(text, { start: 0, end: text.length }, 'en'))).toEqual(expected);
});

test('paragraphs count from one, and a place belongs to the one it begins in', () => {
  const paragraphs = paragraphsOf('One.\n\nTwo.');
  expect(paragraphNumber(paragraphs, { start: 1, end: 2 })).toBe(1);
  expect(paragraphNumber(paragraphs, { start: 8, end: 9 })).toBe(2);
});

test('no word of any document is outside its paragraphs, and none is in two', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '.', 'Ж'), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const joined = slices(text, paragraphsOf(text)).join('');
      expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('cuts every document into its own sentences, also when many were cut before', () => {
  const documents = Array.from({ length: 40 }, (_, at) => `Number ${at}.\n\nIt began. It ended.`);
  for (const text of [...documents, ...documents])
    expect(slices(text, allSentences(text, 'en'))).toEqual([text.split('\n')[0], 'It began.', 'It ended.']);
});

test('cuts a document as its language does', () => {
  const text = 'Τι ειναι; Τελος.';
  expect(slices(text, allSentences(text, 'en'))).toEqual([text]);
  expect(slices(text, allSentences(text, 'el'))).toEqual(['Τι ειναι;', 'Τελος.']);
});

test.each([
  ['white space', ' '.repeat(1_000_000)],
  ['blank lines', '\n'.repeat(1_000_000)],
  ['words', 'word '.repeat(200_000)],
])('a million characters of %s are cut into paragraphs at once', (_name, text) => {
  const startMs = performance.now();
  expect(paragraphsOf(`${text}\n\nend`).at(-1)).toEqual({ start: text.length + 2, end: text.length + 5 });
  expect(performance.now() - startMs).toBeLessThan(1000);
});
