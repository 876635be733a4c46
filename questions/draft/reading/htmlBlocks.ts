import { plainStart } from './plainStart.ts';
import { BREAK, inlineText, isInline, lineOf, oneLine } from './htmlInline.ts';
import { isSkipped } from './htmlSkipped.ts';
import { tableBlocks } from './htmlTable.ts';
import { attribute, findElements, isElement, type HtmlElement, type HtmlNode } from './htmlTree.ts';

/** The blocks of Markdown that nodes say, each without a blank line around it: what stands between blocks is a paragraph. */
export function markdownBlocks(nodes: readonly HtmlNode[]): readonly string[] {
  const blocks: string[] = [];
  let run: HtmlNode[] = [];
  const endRun = () => {
    blocks.push(...paragraphs(inlineText(run)));
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isSkipped(node)) continue;
    if (!isElement(node) || isInline(node)) run.push(node);
    else {
      endRun();
      blocks.push(...blocksOfElement(node));
    }
  }
  endRun();
  return blocks;
}

/** Two line breaks part paragraphs. */
function paragraphs(text: string): readonly string[] {
  return text
    .split(new RegExp(`${BREAK}\\s*${BREAK}`))
    .map((part) => plainStart(oneLine(part)))
    .filter((part) => part !== '');
}

function blocksOfElement(element: HtmlElement): readonly string[] {
  const heading = HEADING.exec(element.tagName)?.[1];
  if (heading !== undefined) return marked(`${'#'.repeat(Number(heading))} `, lineOf(element));
  switch (element.tagName) {
    case 'ul':
    case 'ol':
      return listBlock(element);
    case 'dl':
      return definitions(element);
    case 'blockquote':
      return quoted(markdownBlocks(element.childNodes));
    case 'header':
      return findElements(element, ({ tagName }) => HEADING.test(tagName)).flatMap(blocksOfElement);
    case 'table':
      return tableBlocks(element, markdownBlocks);
    case 'pre':
      return fenced(inlineText(element.childNodes).replaceAll(BREAK, '\n'));
    default:
      return markdownBlocks(element.childNodes);
  }
}

const HEADING = /^h([1-6])$/;

function marked(mark: string, line: string): readonly string[] {
  return line === '' ? [] : [mark + line];
}

function quoted(blocks: readonly string[]): readonly string[] {
  if (blocks.length === 0) return [];
  return [
    blocks
      .join('\n\n')
      .replace(/^(?=.)/gm, '> ')
      .replace(/^$/gm, '>'),
  ];
}

/** Three backticks, or more where the code has some. */
function fenced(code: string): readonly string[] {
  if (code.trim() === '') return [];
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}\n${code.replace(/^\n|\n$/g, '')}\n${fence}`];
}

function listBlock(list: HtmlElement): readonly string[] {
  let number = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 0;
  const items: string[] = [];
  const loose: string[] = [];
  for (const node of list.childNodes) {
    if (!isElement(node) || isSkipped(node)) continue;
    const blocks = node.tagName === 'li' ? markdownBlocks(node.childNodes) : blocksOfElement(node);
    const mark = list.tagName === 'ol' ? `${Math.max(0, number)}. ` : '- ';
    if (node.tagName !== 'li') loose.push(...blocks.map((block) => indented(block, 2)));
    else if (blocks.length > 0) items.push(item(mark, blocks));
    if (node.tagName === 'li') number += 1;
  }
  return items.length === 0 ? loose : [[...items, ...loose].join('\n')];
}

/** A list in an item follows its text at once, another paragraph after a blank line. */
function item(mark: string, [first = '', ...others]: readonly string[]): string {
  const parts = others.map(
    (block) => (/^(?:- |\d+\. )/.test(block) ? '\n' : '\n\n') + indented(block, mark.length),
  );
  return mark + indented(first, mark.length).trimStart() + parts.join('');
}

function indented(block: string, by: number): string {
  return block.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** A term and what it means, one item each pair. */
function definitions(list: HtmlElement): readonly string[] {
  const items: string[] = [];
  let terms: string[] = [];
  const own = list.childNodes.flatMap((node) =>
    isElement(node) && node.tagName === 'div' ? node.childNodes : [node],
  );
  for (const node of own) {
    if (!isElement(node) || isSkipped(node)) continue;
    const line = lineOf(node);
    if (line === '') continue;
    if (node.tagName === 'dt') terms.push(line);
    else {
      items.push(`- ${terms.length > 0 ? `${terms.join(', ')}: ` : ''}${line}`);
      terms = [];
    }
  }
  items.push(...terms.map((term) => `- ${term}`));
  return items.length === 0 ? [] : [items.join('\n')];
}
