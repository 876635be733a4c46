import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../questions/draft/blocks.ts';

const KAZAKHSTAN = readFileSync(
  join(import.meta.dirname, '../../../questions/decks/kazakhstan-january-2022/document.md'),
  'utf8',
);

function textsOf(document: string): readonly (readonly [string, string])[] {
  return blocksOf(document).map(({ kind, place }) => [kind, document.slice(place.start, place.end)]);
}

test('a plain text gives its paragraphs', () => {
  expect(blocksOf(KAZAKHSTAN).map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'paragraph'));
  expect(textsOf('First line,\r\nhard-wrapped.\r\n\r\n    Indented: text too.\r\n')).toEqual([
    ['paragraph', 'First line,\r\nhard-wrapped.'],
    ['paragraph', 'Indented: text too.'],
  ]);
});

const MARKDOWN = `# Bread

Intro.

## Steps

You need two things:

- flour, *white*
- water

1. Mix it.
2. Wait.

| Stage | Hours |
|---|---|
| Bulk | 4 to 6 |
| Proof | |

> A quote
> goes on.

\`\`\`
code is skipped
\`\`\`

<script>so is this</script>

End.
`;

test('Markdown gives headings, items, rows and quotes, and nothing of code and raw HTML', () => {
  expect(textsOf(MARKDOWN)).toEqual([
    ['heading', 'Bread'],
    ['paragraph', 'Intro.'],
    ['heading', 'Steps'],
    ['paragraph', 'You need two things:'],
    ['item', 'flour, *white*'],
    ['item', 'water'],
    ['item', 'Mix it.'],
    ['item', 'Wait.'],
    ['row', 'Bulk | 4 to 6'],
    ['row', 'Proof'],
    ['quote', 'A quote\n> goes on.'],
    ['paragraph', 'End.'],
  ]);
});

test('a block knows the headings above it, an item its lead or its number, a row its cells by column', () => {
  const blocks = blocksOf(MARKDOWN);
  expect(blocks.map(({ headings }) => headings.join(' / '))).toEqual([
    '',
    'Bread',
    'Bread',
    ...Array.from({ length: 9 }, () => 'Bread / Steps'),
  ]);
  const flour = blocks.find(({ kind }) => kind === 'item');
  expect(MARKDOWN.slice(flour?.lead?.start, flour?.lead?.end)).toBe('You need two things:');
  expect(blocks.filter(({ kind }) => kind === 'item').map(({ number }) => number)).toEqual([
    undefined,
    undefined,
    1,
    2,
  ]);
  const bulk = blocks.find(({ kind }) => kind === 'row');
  expect(bulk?.cells?.map(({ column, place }) => [column, MARKDOWN.slice(place.start, place.end)])).toEqual([
    ['Stage', 'Bulk'],
    ['Hours', '4 to 6'],
  ]);
});

test('blocks stand in order and share nothing, whatever the text', () => {
  const piece = fc.constantFrom(
    '# ',
    '- ',
    '1. ',
    '> ',
    '| a | b |\n|---|---|\n',
    '\n',
    '\n\n',
    'word',
    ' ',
    '*',
    '`',
    '```\n',
    '<b>',
    '\r\n',
    'é',
    '[',
    '](',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const document = pieces.join('');
      let last = 0;
      for (const { place } of blocksOf(document)) {
        expect(place.start).toBeGreaterThanOrEqual(last);
        const text = document.slice(place.start, place.end);
        expect(text).toBe(text.trim());
        expect(text).not.toBe('');
        last = place.end;
      }
    }),
  );
});

test.each([
  ['quotes in quotes', '> '.repeat(5000)],
  ['lists in lists', '- '.repeat(5000)],
  ['numbers in numbers', '1. '.repeat(5000)],
])('%s without end are read as plain text', (_name, document) => {
  expect(blocksOf(`${document}deep`).map(({ kind }) => kind)).toEqual(['paragraph']);
});

test.each([
  ['words', 'word '],
  ['characters without a space', 'a'],
  ['white space', ' '],
  ['brackets', '['],
  ['links that do not end', '[a]('],
  ['pictures that do not end', '!['],
  ['stars', '*a '],
  ['underscores', '_a'],
  ['backslashes', '\\'],
  ['angle brackets', '<a '],
  ['columns', '|-'],
  ['rows of a table', '|a|b|\n|-|-|\n'],
  ['list items', '- a\n'],
  ['quotes', '> a\n'],
  ['blank lines', '\n'],
])(
  'a million characters of %s come to an end',
  (_name, piece) => {
    expect(blocksOf(piece.repeat(1_000_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
  },
  // In place of half a second: what takes time by the square takes many minutes.
  60_000,
);

test('marks within a line, whole or broken, stay in its block', () => {
  const text = 'A *b* `c` [d](e) ![f](g) <i>h</i> <https://i.example> &amp; \\* **j [k';
  expect(textsOf(`# ${text}\n\n${text}\n\n| x | y |\n|---|---|\n| ${text} | z \\| z |\n`)).toEqual([
    ['heading', text],
    ['paragraph', text],
    ['row', `${text} | z \\| z`],
  ]);
});
