/** A stretch of text on a page of a PDF; its place is in points, upwards and to the right. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  /** Whether a line ends with it. */
  readonly hasEOL: boolean;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** The lines of a PDF in reading order, without the heads, feet and numbers that its pages carry. */
export function pdfLines(pages: readonly (readonly PdfItem[])[]): readonly PdfLine[] {
  const lines = pages.map(linesOfPage);
  const margins = lines.flatMap((own) => marginsOf(own).map(({ text }) => withoutDigits(text)));
  const often = new Set(margins.filter((text) => margins.filter((other) => other === text).length >= OFTEN));
  const isMargin = ({ text }: PdfLine) =>
    often.has(withoutDigits(text)) ||
    /^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i.test(text);
  return lines.flatMap((own) => {
    const dropped = pages.length > 1 ? marginsOf(own).filter(isMargin) : [];
    return own.filter((line) => !dropped.includes(line));
  });
}

/** What stands at the top or foot of so many pages is none of the text. */
const OFTEN = 3;

function marginsOf(lines: readonly PdfLine[]): readonly PdfLine[] {
  return lines.length < 3 ? lines : [lines[0], lines.at(-1)].filter((line) => line !== undefined);
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '0');
}

function linesOfPage(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfItem[] = [];
  let last: PdfItem | undefined;
  const end = () => {
    const line = lineOf(open, page);
    if (line !== undefined) lines.push(line);
    open = [];
    last = undefined;
  };
  for (const item of items) {
    const isShown = item.str.trim() !== '';
    if (isShown && last !== undefined && Math.abs(last.y - item.y) > last.fontSize * 0.7) end();
    open.push(item);
    if (isShown) last = item;
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function lineOf(items: readonly PdfItem[], page: number): PdfLine | undefined {
  const text = items
    .map(({ str }) => str)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const shown = items.filter(({ str }) => str.trim() !== '');
  const [first] = shown;
  if (first === undefined || text === '') return undefined;
  return {
    text,
    page,
    left: Math.min(...shown.map(({ x }) => x)),
    right: Math.max(...shown.map(({ x, width }) => x + width)),
    y: first.y,
    size: Math.max(...shown.map(({ fontSize }) => fontSize)),
  };
}
