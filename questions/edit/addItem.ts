import { isNode, isSeq } from 'yaml';
import type { Path } from '../deckSource.ts';
import { colonEnd, columnOf } from './blockLines.ts';
import { endOf } from './entry.ts';
import { lineEnd, lineStart, spliced } from './splice.ts';
import { spotAt } from './treeAt.ts';
import { flowText, itemText, type Plain } from './yamlText.ts';

/** Puts an item at the end of a list that is the value of a pair. Throws where there is no such pair. */
export function addItem(text: string, path: Path, item: Plain): string {
  const { node, entry, isInFlow } = spotAt(text, path);
  if (entry === undefined) throw new Error(`Inconsistent: ${path.join('/')} is no value of a pair`);
  const items: readonly unknown[] = isSeq(node) ? node.items : [];
  const [first, last] = [items[0], items.at(-1)];
  if (isNode(last) && isNode(first)) {
    const end = endOf(text, last) ?? entry.end;
    if (isInFlow || (isSeq(node) && node.flow === true))
      return spliced(text, [{ start: end, end, text: `, ${flowText(item)}` }]);
    const dash = text.lastIndexOf('-', first.range?.[0]);
    const at = lineEnd(text, end);
    return spliced(text, [{ start: at, end: at, text: `\n${itemText(item, dash - lineStart(text, dash))}` }]);
  }
  const colon = colonEnd(text, entry);
  if (isInFlow) return spliced(text, [{ start: colon, end: entry.end, text: ` [${flowText(item)}]` }]);
  const end = Math.max(colon, entry.end);
  const at = lineEnd(text, end);
  return spliced(text, [
    { start: colon, end, text: '' },
    { start: at, end: at, text: `\n${itemText(item, columnOf(text, entry) + 2)}` },
  ]);
}
