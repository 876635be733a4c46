import { plainStart } from './plainStart.ts';
import { pdfLines, type PdfItem, type PdfLine } from './pdfLines.ts';

/** The text of a PDF as Markdown: lines joined to paragraphs, words that were parted at a line's end healed, large lines as headings. */
export function pdfText(pages: readonly (readonly PdfItem[])[]): string {
  const lines = pdfLines(pages);
  const measures = measuresOf(lines);
  const blocks: PdfLine[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block === undefined || last === undefined || isNewBlock(last, line, block, measures))
      blocks.push([line]);
    else block.push(line);
  }
  return blocks.map((block) => blockText(block, measures)).join('\n\n');
}

/** What is usual in a document: the size of its text, from one line to the next, and how far lines reach. */
interface Measures {
  readonly size: number;
  readonly pitch: number;
  readonly right: number;
}

function measuresOf(lines: readonly PdfLine[]): Measures {
  const size = middle(
    lines.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 20) }, () => line.size)),
  );
  const body = lines.filter((line) => sameSize(line.size, size));
  const steps = body.flatMap((line, at) => {
    const next = body[at + 1];
    const step = next === undefined || next.page !== line.page ? 0 : line.y - next.y;
    return step > size * 0.8 && step < size * 2.5 ? [step] : [];
  });
  return {
    size,
    pitch: steps.length === 0 ? size * 1.25 : middle(steps),
    right: quantile(
      body.map(({ right }) => right),
      0.9,
    ),
  };
}

function isNewBlock(last: PdfLine, line: PdfLine, block: readonly PdfLine[], measures: Measures): boolean {
  if (!sameSize(last.size, line.size) || BULLET.test(line.text) || NUMBERED.test(line.text)) return true;
  const step = last.y - line.y;
  const isClosed = /[.!?:…][”’"')\]]*$/.test(last.text);
  if (line.page !== last.page || step < 0) return isClosed && !/^\p{Ll}/u.test(line.text);
  if (step > measures.pitch * 1.35) return true;
  const isIndented = line.left > last.left + line.size * 0.8 && !BULLET.test(block[0]?.text ?? '');
  const isShort = last.right - last.left < (measures.right - last.left) * 0.8;
  return isClosed && (isIndented || isShort);
}

const BULLET = /^[•▪‣◦●○■·]\s*/;
const NUMBERED = /^(?:\d{1,2}[.)]|[-–])\s/;

function blockText(block: readonly PdfLine[], { size }: Measures): string {
  const text = block.map((line) => line.text).reduce(joined);
  const own = block[0]?.size ?? size;
  if (own > size * 1.15 && text.length <= HEADING_MAX) return `${own > size * 1.6 ? '#' : '##'} ${text}`;
  return BULLET.test(text) ? text.replace(BULLET, '- ') : plainStart(text);
}

const HEADING_MAX = 150;

/** Two lines as one. A hyphen at the end goes where the word goes on in small letters; between Chinese or Japanese characters there is no space. */
function joined(before: string, after: string): string {
  if (/\p{L}[-‐\u00AD]$/u.test(before))
    return (/^\p{Ll}/u.test(after) ? before.slice(0, -1) : before) + after;
  return UNSPACED_END.test(before) && UNSPACED_START.test(after) ? before + after : `${before} ${after}`;
}

const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？：；」』）]$/u;
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？：；「『（]/u;

function sameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.6;
}

function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
