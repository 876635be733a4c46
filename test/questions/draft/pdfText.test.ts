import { describe, expect, test } from 'vitest';
import { loadPdfReader } from '../../../questions/draft/reading/pdfPages.ts';
import { pdfText } from '../../../questions/draft/reading/pdfText.ts';
import { linesDown, pdfOf, type Line } from './reading/somePdf.ts';

async function textOf(...pages: readonly (readonly Line[])[]): Promise<string> {
  const readPdf = await loadPdfReader();
  const read = await readPdf(pdfOf(pages));
  if (typeof read === 'string') throw new Error(read);
  return pdfText(read.pages);
}

const FULL = 'This is a line of the text that is about as long as any of them.';

describe('the lines of a page', () => {
  test('are joined to paragraphs, a larger gap between them', async () => {
    const text = await textOf(linesDown([FULL, 'It ends here.', '', 'Another one begins', 'and ends.']));
    expect(text).toBe(`${FULL} It ends here.\n\nAnother one begins and ends.`);
  });

  test('are healed where a word was parted, and keep the hyphen of a name', async () => {
    expect(await textOf(linesDown(['The only natural satel-', 'lite was seen by Jean-', 'Paul.']))).toBe(
      'The only natural satellite was seen by Jean-Paul.',
    );
  });

  test('begin a paragraph where they are indented after a full stop, or the one before is short', async () => {
    const indented = [FULL, `${FULL.slice(0, -10)}.`, FULL].map((text, at) => ({
      text,
      y: 700 - at * 14,
      x: at === 2 ? 90 : 72,
    }));
    expect((await textOf(indented)).split('\n\n')).toHaveLength(2);
    expect((await textOf(linesDown([FULL, 'Short.', FULL]))).split('\n\n')).toHaveLength(2);
  });

  test('that are large are headings, those with a bullet items', async () => {
    const heads = [
      { text: 'The tides', y: 800, size: 20 },
      { text: 'Why they come', y: 775, size: 14 },
    ];
    expect(await textOf([...heads, ...linesDown([FULL, '·one', '·two'])])).toBe(
      `# The tides\n\n## Why they come\n\n${FULL}\n\n- one\n\n- two`,
    );
  });
});

describe('the pages', () => {
  test('go on with a sentence, and leave out their numbers, heads and feet', async () => {
    const page = (text: string, number: number) => [
      { text: 'A book of tides', y: 810, size: 9 },
      ...linesDown([FULL, text]),
      { text: `– ${number} –`, y: 30, x: 290 },
    ];
    const text = await textOf(page('and it goes on', 1), page('until here.', 2), page('Last one.', 3));
    expect(text).not.toContain('book of tides');
    expect(text).not.toMatch(/\d/);
    expect(text).toBe(`${FULL} and it goes on ${FULL} until here.\n\n${FULL} Last one.`);
  });

  test('without text give none', async () => {
    expect(await textOf([], [])).toBe('');
  });
});

test('Chinese lines are joined without a space', () => {
  const item = (str: string, y: number) => ({ str, x: 72, y, width: 400, fontSize: 11, hasEOL: true });
  expect(pdfText([[item('北京是中国的', 700), item('首都。', 686)]])).toBe('北京是中国的首都。');
});
