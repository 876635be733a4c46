import { lineOf } from './htmlInline.ts';
import { isSkipped } from './htmlSkipped.ts';
import { attribute, findElements, isElement, type HtmlElement, type HtmlNode } from './htmlTree.ts';

interface Cell {
  readonly text: string;
  readonly isHead: boolean;
}

const SPAN_MAX = 50;
/** A row's cells beyond these are left out: nobody reads them. */
const COLUMNS_MAX = 60;
/** What does not fit on a line: a table with these in it was made for its layout. */
const LARGE = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre']);

/** A table as Markdown, its caption before it; one that was made for the layout of a page as what is in its cells. */
export function tableBlocks(
  table: HtmlElement,
  blocksOf: (nodes: readonly HtmlNode[]) => readonly string[],
): readonly string[] {
  const rows = rowsOf(table);
  const cells = gridOf(rows);
  const width = Math.max(0, ...cells.map(({ length }) => length));
  if (width < 2 || cells.length < 2 || isLayout(table))
    return rows.flatMap((row) => cellsOf(row).flatMap(({ childNodes }) => blocksOf(childNodes)));
  const captions = findElements(table, ({ tagName }) => tagName === 'caption').map(lineOf);
  const even = cells.map((row) => Array.from({ length: width }, (_, at) => row[at]?.text ?? ''));
  const headed = hasHeadRow(cells) ? even : [Array.from({ length: width }, () => ''), ...even];
  const [head = [], ...others] = headed.map((row) => `| ${row.map(inCell).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(width)}`;
  return [...captions.filter(Boolean), [head, rule, ...others].flat().join('\n')];
}

function isLayout(table: HtmlElement): boolean {
  const role = attribute(table, 'role');
  return (
    role === 'presentation' ||
    role === 'none' ||
    findElements(table, ({ tagName }) => LARGE.has(tagName)).length > 0
  );
}

/** The first row names the columns, unless every row has its own name and the first one has more than names. */
function hasHeadRow(cells: readonly (readonly Cell[])[]): boolean {
  const isNamed = cells.every(([first]) => first?.isHead === true);
  return !isNamed || cells[0]?.every(({ isHead }) => isHead) === true;
}

function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  return table.childNodes.flatMap((node): readonly HtmlElement[] => {
    if (!isElement(node) || isSkipped(node)) return [];
    if (node.tagName === 'tr') return [node];
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node) : [];
  });
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return row.childNodes.filter(
    (node): node is HtmlElement => isElement(node) && !isSkipped(node) && /^t[dh]$/.test(node.tagName),
  );
}

/** A cell over several rows stands in each of them; one over several columns stands in the first. */
function gridOf(rows: readonly HtmlElement[]): readonly (readonly Cell[])[] {
  const above = new Map<number, { readonly cell: Cell; rows: number }>();
  return rows.map((row) => {
    const line: Cell[] = [];
    const fill = () => {
      for (
        let over = above.get(line.length);
        over !== undefined && line.length < COLUMNS_MAX;
        over = above.get(line.length)
      ) {
        over.rows -= 1;
        if (over.rows === 0) above.delete(line.length);
        line.push(over.cell);
      }
    };
    for (const element of cellsOf(row)) {
      fill();
      if (line.length >= COLUMNS_MAX) break;
      const cell = { text: lineOf(element), isHead: element.tagName === 'th' };
      const [wide, high] = [spanOf(element, 'colspan'), spanOf(element, 'rowspan')];
      if (high > 1) above.set(line.length, { cell, rows: high - 1 });
      line.push(cell, ...Array.from({ length: wide - 1 }, () => ({ ...cell, text: '' })));
    }
    fill();
    return line;
  });
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isInteger(span) ? Math.min(SPAN_MAX, Math.max(1, span)) : 1;
}

function inCell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
