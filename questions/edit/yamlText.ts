import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  visit,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** Keys from the root of the file. */
type Keys = readonly string[];
type PairOf = Pair;

/** Always quoted: in an unquoted text ` #` begins a comment. */
const QUOTED = new Set(['exact', 'prefix', 'suffix']);

/**
 * Sets the value at the keys, or takes it out where it is undefined; maps on the way are made. Nothing else changes by a
 * byte: only the lines of the smallest part in block style that holds the value are written anew. A new key goes after the
 * others of its map, or before `before`.
 */
export function setIn(text: string, keys: Keys, value: unknown, before?: string): string {
  const tree = parseDocument(text);
  const place = placeOf(tree, text, keys);
  if (place === undefined) {
    const changed = changedCopy(tree.toJS(), keys, value);
    return keys.length === 0 || !isMap(tree.contents) || tree.contents.flow === true
      ? printed(changed)
      : setIn(
          text,
          keys.slice(0, -1),
          changedCopy(valueAt(tree, keys.slice(0, -1)), keys.slice(-1), value),
          before,
        );
  }
  const { map, pair, indent } = place;
  const key = keys[keys.length - 1] ?? '';
  if (pair === undefined) {
    if (value === undefined) return text;
    return insertLines(text, placeForNew(text, map, before), printedPair(text, key, value, indent));
  }
  const { start, end } = linesOf(text, pair);
  if (value !== undefined)
    return text.slice(0, start) + printedPair(text, key, value, indent) + text.slice(end);
  if (map.items.length > 1 || keys.length === 1) return text.slice(0, start) + text.slice(end);
  return setIn(text, keys.slice(0, -1), {});
}

/** Puts new keys after the others of a map, each after a blank line. */
export function appendIn(text: string, keys: Keys, entries: Readonly<Record<string, unknown>>): string {
  const tree = parseDocument(text);
  const map = keys.length === 0 ? tree.contents : tree.getIn(keys, true);
  const first = isMap(map) ? map.items[0] : undefined;
  const indent = first === undefined ? undefined : indentOf(text, first);
  if (!isMap(map) || map.flow === true || indent === undefined)
    return setIn(text, keys, { ...asRecord(valueAt(tree, keys)), ...entries });
  const lines = Object.entries(entries).map(
    ([key, value]) => lineBreakOf(text) + printedPair(text, key, value, indent),
  );
  return insertLines(text, placeForNew(text, map), lines.join(''));
}

/** Puts one item at the end of a list, which is made where there is none; before the key `before` of the root then. */
export function appendItem(text: string, keys: Keys, value: unknown, before: string): string {
  const tree = parseDocument(text);
  const list = tree.getIn(keys, true);
  const items: unknown = valueAt(tree, keys);
  const last = isSeq(list) && list.flow !== true ? list.items[list.items.length - 1] : undefined;
  const start = isNode(last) ? last.range?.[0] : undefined;
  const lead =
    start === undefined ? undefined : /^([ \t]*)- *$/.exec(text.slice(lineStart(text, start), start));
  if (lead === null || lead === undefined || !isNode(last))
    return setIn(text, keys, [...(Array.isArray(items) ? items : []), value], before);
  const item = indented(text, printed([value], true), lead[1] ?? '');
  return insertLines(text, lineEnd(text, lastOffset(text, last)), item);
}

interface PlaceOfPair {
  readonly map: YAMLMap;
  /** Undefined where the map has no such key yet. */
  readonly pair: PairOf | undefined;
  /** What stands before the map's keys. */
  readonly indent: string;
}

/** Where a value can be written without touching anything else: undefined where its map is none in block style. */
function placeOf(tree: Document, text: string, keys: Keys): PlaceOfPair | undefined {
  const map = keys.length === 1 ? tree.contents : tree.getIn(keys.slice(0, -1), true);
  const [first] = isMap(map) ? map.items : [];
  if (!isMap(map) || map.flow === true || first === undefined) return undefined;
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === keys[keys.length - 1]);
  const indent = indentOf(text, pair ?? first);
  return indent === undefined ? undefined : { map, pair, indent };
}

/** The white space before a key; undefined where something else stands there on its line. */
function indentOf(text: string, { key }: PairOf): string | undefined {
  const start = isNode(key) ? key.range?.[0] : undefined;
  if (start === undefined) return undefined;
  const before = text.slice(lineStart(text, start), start);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

function linesOf(text: string, pair: PairOf): { readonly start: number; readonly end: number } {
  const key = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  return { start: lineStart(text, key), end: lineEnd(text, endOf(text, pair)) };
}

function endOf(text: string, { key, value }: PairOf): number {
  if (isNode(value) && !isMissing(value)) return lastOffset(text, value);
  return isNode(key) ? (key.range?.[1] ?? 0) : 0;
}

/** `key:` alone has a null of no length, at a place that is not the key's. */
function isMissing(node: Node): boolean {
  return isScalar(node) && node.range?.[0] === node.range?.[1];
}

/** Where a node ends, without the comments and blank lines after it. */
function lastOffset(text: string, node: Node): number {
  const last = isCollection(node) && node.flow !== true ? node.items[node.items.length - 1] : undefined;
  if (isNode(last)) return lastOffset(text, last);
  if (last !== undefined) return endOf(text, last as PairOf);
  let end = node.range?.[1] ?? 0;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function placeForNew(text: string, { items }: YAMLMap, before?: string): number {
  const next = items.find(({ key }) => isScalar(key) && key.value === before);
  if (next !== undefined) return linesOf(text, next).start;
  const last = items[items.length - 1];
  return last === undefined ? text.length : linesOf(text, last).end;
}

function insertLines(text: string, at: number, lines: string): string {
  const lead = at > 0 && text.charAt(at - 1) !== '\n' ? lineBreakOf(text) : '';
  return text.slice(0, at) + lead + lines + text.slice(at);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** After the line break of the line on which `offset` stands, its comment included. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function printedPair(text: string, key: string, value: unknown, indent: string): string {
  return indented(text, printed({ [key]: value }, true), indent);
}

function indented(text: string, lines: string, indent: string): string {
  return lines
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? line : indent + line) + lineBreakOf(text))
    .join('');
}

/** A value as YAML in block style; passages in double quotes, each text on one line. */
function printed(value: unknown, isPart = false): string {
  const tree = new Document(value);
  visit(tree, {
    Pair(_key, { key, value: own }) {
      if (isScalar(key) && QUOTED.has(String(key.value)) && isScalar(own)) own.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return tree.toString({ lineWidth: 0, ...(isPart ? { directives: false } : {}) });
}

function valueAt(tree: Document, keys: Keys): unknown {
  const node: unknown = keys.length === 0 ? tree.contents : tree.getIn(keys, true);
  return isNode(node) ? node.toJS(tree) : undefined;
}

/** A copy of plain data with one value changed. */
function changedCopy(data: unknown, keys: Keys, value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const own = asRecord(data);
  const changed = rest.length === 0 ? value : changedCopy(own[key], rest, value);
  return Object.fromEntries(
    Object.entries({ ...own, [key]: changed }).filter(([, item]) => item !== undefined),
  );
}

function asRecord(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {};
}
