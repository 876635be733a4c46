import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesDown, pdfOf } from './somePdf.ts';
import { latin1, utf16, utf8, wordOf, wordParagraph, wordTable, zipOf } from './someFiles.ts';

const KAZAKHSTAN = readFileSync(
  join(import.meta.dirname, '../../../../questions/decks/kazakhstan-january-2022/document.md'),
);

/** A file, and what must come of it. */
export interface ReadingCase {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly document: string;
  readonly title: string;
}

const text = (what: string, document: string, title: string, name = 'a.txt'): ReadingCase => ({
  what,
  name,
  bytes: () => utf8(document),
  document,
  title,
});

/** Files that are read. */
export const READ: readonly ReadingCase[] = [
  text('plain text, verbatim', 'The Moon\n\n  It orbits\nthe Earth.\n', 'The Moon'),
  text('Markdown, verbatim', '# The *Moon*\n\n- one\n', 'The Moon', 'a.md'),
  text('Windows newlines, verbatim', 'The Moon\r\n\r\nIt orbits.\r\n', 'The Moon'),
  text('decomposed letters, verbatim', 'Café Ångström'.normalize('NFD'), 'Café Ångström'.normalize('NFD')),
  text('right-to-left text, verbatim', 'القمر يدور حول الأرض.', 'القمر يدور حول الأرض.'),
  text('Chinese, verbatim', '月球是地球的卫星。', '月球是地球的卫星。'),
  text('a text of any name', 'The Moon', 'The Moon', 'notes'),
  text(
    'the first document, verbatim',
    KAZAKHSTAN.toString('utf8'),
    'date 2022-01-08 The attempted – and for now failed – revolution in Kazakhstan it …',
  ),
  {
    what: 'UTF-8 with a byte order mark',
    name: 'a.txt',
    bytes: () => utf8('\uFEFFThe Moon'),
    document: 'The Moon',
    title: 'The Moon',
  },
  {
    what: 'UTF-16 of Windows',
    name: 'a.txt',
    bytes: () => utf16('Der Mond: Größe', 'le'),
    document: 'Der Mond: Größe',
    title: 'Der Mond: Größe',
  },
  {
    what: 'UTF-16, big end first',
    name: 'a.txt',
    bytes: () => utf16('月球', 'be'),
    document: '月球',
    title: '月球',
  },
  {
    what: 'HTML',
    name: 'a.html',
    bytes: () => utf8('<title>Site</title><h1>Tides</h1><p>Text &amp; more<script>no()</script>'),
    document: '# Tides\n\nText & more\n',
    title: 'Tides',
  },
  {
    what: 'HTML under another name',
    name: 'page',
    bytes: () => utf8('<!DOCTYPE html><title>Tides</title><p>Text'),
    document: 'Text\n',
    title: 'Tides',
  },
  {
    what: 'HTML in the encoding that it names',
    name: 'a.htm',
    bytes: () => latin1('<meta charset="iso-8859-1"><p>Größe'),
    document: 'Größe\n',
    title: 'Größe',
  },
  {
    what: 'a Word file',
    name: 'a.docx',
    bytes: () =>
      wordOf(
        wordParagraph('Tides', 'Heading1') +
          wordParagraph('Water &amp; Moon.') +
          wordTable([
            ['At', 'Hours'],
            ['20 °C', '8'],
          ]),
      ),
    document: '# Tides\n\nWater & Moon.\n\n| At | Hours |\n| --- | --- |\n| 20 °C | 8 |\n',
    title: 'Tides',
  },
  {
    what: 'a PDF with a title',
    name: 'a.pdf',
    bytes: () => pdfOf([linesDown(['The only natural satel-', 'lite of the Earth.'])], { title: 'The Moon' }),
    document: 'The only natural satellite of the Earth.\n',
    title: 'The Moon',
  },
];

const MILLION = 1_000_000;

/** Files that are not read, and why. */
export const REFUSED: readonly (Pick<ReadingCase, 'what' | 'name' | 'bytes'> & { readonly why: string })[] = [
  { what: 'an empty file', name: 'a.txt', bytes: () => utf8(''), why: 'a.txt is empty.' },
  {
    what: 'white space alone',
    name: 'a.md',
    bytes: () => utf8(' \r\n\t\u00A0\n'),
    why: 'a.md has no text in it.',
  },
  {
    what: 'a page without text',
    name: 'a.html',
    bytes: () => utf8('<p hidden>no</p><script>1</script>'),
    why: 'a.html has no text in it.',
  },
  {
    what: 'more than a million characters',
    name: 'a.txt',
    bytes: () => utf8('a'.repeat(MILLION + 1)),
    why: 'a.txt is too long: 1,000,001 characters, and a document has at most 1,000,000. Take a part of it.',
  },
  {
    what: 'binary',
    name: 'a.txt',
    bytes: () => Uint8Array.of(65, 0, 66),
    why: 'a.txt is no text: it has bytes that no text has.',
  },
  {
    what: 'a picture',
    name: 'a.png',
    bytes: () => latin1('\x89PNG\r\n\x1A\n\0\0\0\rIHDR'),
    why: 'a.png is no text: it has bytes that no text has.',
  },
  {
    what: 'another encoding',
    name: 'a.txt',
    bytes: () => latin1('Größe'),
    why: 'a.txt is not UTF-8 text. Open it in an editor and save it with the encoding UTF-8.',
  },
  {
    what: 'half of a letter in UTF-16',
    name: 'a.txt',
    bytes: () => utf16('\uD83C', 'le'),
    why: 'a.txt is not UTF-8 text. Open it in an editor and save it with the encoding UTF-8.',
  },
  {
    what: 'elements in elements without end',
    name: 'a.html',
    bytes: () => utf8('<div>'.repeat(100_000)),
    why: 'a.html is nested too deep to be read as a page. Copy its text, and paste that.',
  },
  {
    what: 'a PDF without text',
    name: 'a.pdf',
    bytes: () => pdfOf([[], []]),
    why: 'a.pdf has no text: it is a scan, a picture of each page. Run a text recognition over it first.',
  },
  {
    what: 'a locked PDF',
    name: 'a.pdf',
    bytes: () => pdfOf([linesDown(['Secret'])], { isLocked: true }),
    why: 'a.pdf is locked with a password. Save it without one.',
  },
  {
    what: 'a damaged PDF',
    name: 'a.pdf',
    bytes: () => utf8('%PDF-1.7\nnothing'),
    why: 'a.pdf is a PDF, but damaged: it cannot be opened.',
  },
  {
    what: 'text that is called a PDF',
    name: 'a.pdf',
    bytes: () => utf8('text'),
    why: 'a.pdf is no PDF, whatever its name says.',
  },
  {
    what: 'text that is called a Word file',
    name: 'a.docx',
    bytes: () => utf8('text'),
    why: 'a.docx is no Word file, whatever its name says.',
  },
  {
    what: 'a damaged Word file',
    name: 'a.docx',
    bytes: async () => (await wordOf(wordParagraph('Text'))).fill(1, 100, 400),
    why: 'a.docx is a Word file, but damaged: it cannot be opened.',
  },
  {
    what: 'an old or locked Word file',
    name: 'a.doc',
    bytes: () => latin1('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'),
    why: 'a.doc is an old Word file, or one that is locked with a password. Save it as .docx without a password.',
  },
  {
    what: 'RTF',
    name: 'a.rtf',
    bytes: () => utf8('{\\rtf1 Text}'),
    why: 'a.rtf is an RTF file. Save it as .docx or as plain text.',
  },
  {
    what: 'another archive',
    name: 'a.odt',
    bytes: () => zipOf({ 'content.xml': '<a/>' }),
    why: 'a.odt is an archive of files, or of a kind that cannot be read. Save it as .docx, .pdf or plain text.',
  },
];
