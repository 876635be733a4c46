import { isCollection, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

/** A pair of a map and where it stands in the text; offsets are UTF-16 code units, ends exclusive. */
export interface Entry {
  readonly name: string;
  /** Of its key. */
  readonly start: number;
  readonly keyEnd: number;
  readonly value: Node | null;
  /** Of its value, without comments after it; of its key, where it has none. */
  readonly end: number;
}

/** The pairs of a map in their order. */
export function entriesOf(text: string, map: YAMLMap): readonly Entry[] {
  return map.items.flatMap(({ key, value }): Entry[] => {
    if (!isScalar(key) || !key.range) return [];
    const [start, keyEnd] = key.range;
    const node = isNode(value) ? value : null;
    return [{ name: String(key.value), start, keyEnd, value: node, end: endOf(text, node) ?? keyEnd }];
  });
}

/** Where a value's own characters end, a block text's last line break left out; undefined where it has no place. */
export function endOf(text: string, node: Node | null): number | undefined {
  if (!node?.range) return undefined;
  const end = node.range[1];
  if (isMap(node) && node.flow !== true) return entriesOf(text, node).at(-1)?.end ?? end;
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return (isNode(last) ? endOf(text, last) : undefined) ?? end;
  }
  if (!isBlockText(node) || text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' ? end - 2 : end - 1;
}

/** Whether a value ends in a block text that keeps the blank lines after it (`|+`): they are part of it. */
export function keepsBlankLines(text: string, node: Node | null): boolean {
  if (isMap(node)) return keepsBlankLines(text, entriesOf(text, node).at(-1)?.value ?? null);
  if (isSeq(node)) {
    const last = node.items.at(-1);
    return isNode(last) && keepsBlankLines(text, last);
  }
  return node !== null && isBlockText(node) && /^[|>]\d*\+/.test(text.slice(node.range?.[0]));
}

/** Whether a value stands on lines of its own, by their indentation. */
export function isBlock(node: Node | null): boolean {
  return (isCollection(node) && node.flow !== true) || (node !== null && isBlockText(node));
}

function isBlockText(node: Node): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}
