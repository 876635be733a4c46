import type { Nodes, Parents, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { paragraphsOf } from '../document.ts';
import type { Place } from '../passage.ts';
import type { Block, BlockKind } from './block.ts';

/**
 * The blocks of a document in their order, read as Markdown, of which plain text is the simplest case: paragraphs between
 * blank lines. Indented lines are text. Code, raw HTML and definitions of links give no block.
 */
export function blocksOf(document: string): readonly Block[] {
  if (isNoMarkdown(document))
    return paragraphsOf(document).map((place) => ({ kind: 'paragraph', place, headings: [] }));
  const tree = fromMarkdown(document, {
    extensions: [gfmTable(), { disable: { null: ['codeIndented', 'definition', ...WITHIN_LINES] } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return blocksIn(tree, document);
}

/** Marks within a line move no block, and long rows of them are slow to pair. */
const WITHIN_LINES = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/**
 * No person nests quotes and lists so deep, nor writes so many lines or columns into one text: a parser that follows them
 * runs out of stack or takes minutes. Such a text is read as plain.
 */
function isNoMarkdown(document: string): boolean {
  return (
    NESTED.test(document) || WIDE.test(document) || (document.match(/\n|\r(?!\n)/g) ?? []).length > LINES_MAX
  );
}

const NESTED = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40}/m;
const WIDE = /^[ \t>:|-]{1000}/m;
const LINES_MAX = 30_000;

/** What is known of a node's surroundings. */
interface Around {
  readonly kind: BlockKind;
  readonly lead?: Place;
  readonly number?: number;
}

function blocksIn(tree: Root, document: string): readonly Block[] {
  const blocks: Block[] = [];
  const headings: { depth: number; text: string }[] = [];

  const add = (place: Place | undefined, around: Around, more: Partial<Block> = {}) => {
    if (place === undefined) return;
    const { kind, lead, number } = around;
    const above = headings.map(({ text }) => text);
    blocks.push({
      kind,
      place,
      headings: above,
      ...(lead === undefined ? {} : { lead }),
      ...(number === undefined ? {} : { number }),
      ...more,
    });
  };

  const heading = (depth: number, place: Place | undefined) => {
    if (place === undefined) return;
    while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop();
    add(place, { kind: 'heading' });
    headings.push({ depth, text: plain(document, place) });
  };

  const walk = (node: Nodes, around: Around): void => {
    if (node.type === 'heading') return heading(node.depth, textPlace(node, document));
    if (node.type === 'paragraph') return add(textPlace(node, document), around);
    if (node.type === 'table') return table(node);
    if (node.type === 'code' || node.type === 'html' || !('children' in node)) return;
    let before: Place | undefined;
    const first = node.type === 'list' && node.ordered === true ? (node.start ?? 1) : undefined;
    for (const [at, child] of node.children.entries()) {
      const own = aroundOf(child, around, before);
      walk(child, first === undefined ? own : { ...own, number: first + at });
      if (child.type !== 'list') before = leadIn(child, document);
    }
  };

  const table = (node: Table) => {
    const [head, ...rows] = node.children;
    const columns = (head?.children ?? []).map((cell) => {
      const place = textPlace(cell, document);
      return place === undefined ? '' : plain(document, place);
    });
    for (const row of rows) {
      const cells = row.children.flatMap((cell, at) => {
        const place = textPlace(cell, document);
        return place === undefined ? [] : [{ column: columns[at] ?? '', place }];
      });
      const [first, last] = [cells[0], cells.at(-1)];
      if (first === undefined || last === undefined) continue;
      add({ start: first.place.start, end: last.place.end }, { kind: 'row' }, { cells });
    }
  };

  walk(tree, { kind: 'paragraph' });
  return blocks;
}

function aroundOf(child: Nodes, around: Around, before: Place | undefined): Around {
  if (child.type === 'listItem') return { ...around, kind: 'item' };
  if (child.type === 'list')
    return before === undefined ? { kind: around.kind } : { kind: around.kind, lead: before };
  if (child.type === 'blockquote') return { kind: 'quote' };
  return around;
}

/** A paragraph that ends with a colon leads the list after it. */
function leadIn(node: Nodes, document: string): Place | undefined {
  if (node.type !== 'paragraph') return undefined;
  const place = textPlace(node, document);
  return place !== undefined && document.slice(place.start, place.end).endsWith(':') ? place : undefined;
}

/** From the first child to the last, so that the marks before them are left out; without white space around it. */
function textPlace({ children }: Parents, document: string): Place | undefined {
  const start = children[0]?.position?.start.offset;
  const end = children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const text = document.slice(start, end);
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: start + lead + trimmed.length };
}

function plain(document: string, { start, end }: Place): string {
  return document.slice(start, end).replace(/\s+/g, ' ');
}
