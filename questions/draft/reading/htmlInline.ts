import { isSkipped } from './htmlSkipped.ts';
import { isElement, type HtmlElement, type HtmlNode } from './htmlTree.ts';

const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
};
const LOWERED: Readonly<Record<string, string>> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
};

/** A line break that was asked for, until white space has been made one. */
export const BREAK = '\u0001';

/** What stands within a line. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd mark nobr q rb rp rt ruby s samp small span strike
  strong sub sup time tt u var wbr`.split(/\s+/),
);

/** Whether an element is a stretch of a line; one with a block in it is not. */
export function isInline({ tagName, childNodes }: HtmlElement): boolean {
  return (
    INLINE.has(tagName) && childNodes.every((node) => !isElement(node) || isSkipped(node) || isInline(node))
  );
}

/** The text of nodes without marks, with white space as in the file; soft hyphens and other marks without width are left out. */
export function inlineText(nodes: readonly HtmlNode[]): string {
  return nodes.map(textOfNode).join('');
}

function textOfNode(node: HtmlNode): string {
  if ('value' in node) return node.value.replaceAll(BREAK, '').replace(/[\u00AD\u200B\u2060\uFEFF]/g, '');
  if (!isElement(node) || isSkipped(node)) return '';
  const inside = inlineText(node.childNodes);
  switch (node.tagName) {
    case 'br':
      return BREAK;
    case 'q':
      return `“${inside}”`;
    case 'sup':
      return isReference(inside) ? '' : inLetters(inside, RAISED);
    case 'sub':
      return inLetters(inside, LOWERED);
    default:
      return INLINE.has(node.tagName) ? inside : ` ${inside} `;
  }
}

/** A number in square brackets that points to a note, as in an encyclopaedia. */
function isReference(text: string): boolean {
  return /^\s*\[[^\]]{1,12}\]\s*$/.test(text);
}

/** 10⁶ and H₂O stay what they are; a raised “st” is only smaller. */
function inLetters(text: string, letters: Readonly<Record<string, string>>): string {
  const characters = text.trim().split('');
  return characters.every((character) => Object.hasOwn(letters, character))
    ? characters.map((character) => letters[character] ?? '').join('')
    : text;
}

/** One line of text: white space is one space, as a browser shows it; no-break spaces stay. */
export function oneLine(text: string): string {
  return text
    .replaceAll(BREAK, ' ')
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** The text of an element in one line. */
export function lineOf({ childNodes }: HtmlElement): string {
  return oneLine(inlineText(childNodes));
}
