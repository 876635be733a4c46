import type { Quote } from '../messages.ts';

const NOT_READ = 'script,style,noscript,template,textarea,select,title,[hidden],[aria-hidden=true]';
const BLOCK = /^(?:block|flex|grid|list-item|table.*|flow-root)$/;
/** What pages write instead of the document's own characters. */
const ALIKE: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
};

interface Character {
  readonly node: Text;
  readonly offset: number;
}

/**
 * The range of a passage in a page, whatever its line breaks, its typographer's quotes and the elements it goes through; where it stands more
 * than once, the one whose surroundings fit best. Null where the page does not have it. Elements that `skip` names are not read.
 */
export function findQuote(
  root: HTMLElement,
  quote: Quote,
  skip: (element: Element) => boolean,
): Range | null {
  const { text, places } = readPage(root, skip);
  const exact = folded(quote.exact);
  if (exact === '') return null;
  const found: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) found.push(at);
  const fit = (at: number) =>
    sameEnd(text.slice(0, at), folded(quote.prefix)) +
    sameStart(text.slice(at + exact.length), folded(quote.suffix));
  const [best] = found.sort((a, b) => fit(b) - fit(a));
  if (best === undefined) return null;
  const first = places[best];
  const last = places[best + exact.length - 1];
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** The page's text, folded, and where each of its characters stands. */
function readPage(root: HTMLElement, skip: (element: Element) => boolean) {
  const places: Character[] = [];
  let text = '';
  let blockBefore: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && (node.matches(NOT_READ) || skip(node))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || !isShown(node.parentElement)) continue;
    const block = blockOf(node, root);
    const gap = block !== blockBefore;
    blockBefore = block;
    for (let offset = gap ? -1 : 0; offset < node.length; offset += 1) {
      const character = offset < 0 ? ' ' : foldedCharacter(node.data.charAt(offset));
      if (character === '' || (character === ' ' && (text === '' || text.endsWith(' ')))) continue;
      text += character;
      places.push({ node, offset: Math.max(offset, 0) });
    }
  }
  return { text, places };
}

/** Whether the page shows what the element holds; older browsers do not tell. */
function isShown(element: Element | null): boolean {
  return element === null || !('checkVisibility' in element) || element.checkVisibility();
}

/** The nearest element around that begins a line of its own. */
function blockOf(node: Node, root: Element): Element {
  let element = node.parentElement;
  while (element !== null && element !== root && !BLOCK.test(getComputedStyle(element).display))
    element = element.parentElement;
  return element ?? root;
}

function folded(text: string): string {
  return text.split('').map(foldedCharacter).join('').replaceAll(/ +/g, ' ').trim();
}

function foldedCharacter(character: string): string {
  if (character === '\u00ad' || character === '\u200b') return '';
  return /\s/.test(character) ? ' ' : (ALIKE[character] ?? character);
}

function sameEnd(text: string, wanted: string): number {
  const a = text.trimEnd();
  let length = 0;
  while (length < wanted.length && a.at(-1 - length) === wanted.at(-1 - length)) length += 1;
  return length;
}

function sameStart(text: string, wanted: string): number {
  const a = text.trimStart();
  let length = 0;
  while (length < wanted.length && a[length] === wanted[length]) length += 1;
  return length;
}
