import { isAlias, isMap, isNode, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Path } from '../deckSource.ts';
import { entriesOf, type Entry } from './entry.ts';

/** A value on its way down from the root of a text: the pair that it stands in, and whether brackets are around it. */
export interface Spot {
  readonly node: Node | null;
  /** The pair that it is the value of; undefined at the root and for an item of a list. */
  readonly entry?: Entry;
  readonly isInFlow: boolean;
}

/** The value at a path. Throws where there is none, or where the text is no YAML. */
export function spotAt(text: string, path: Path): Spot {
  const spot = walked(text, read(text), path);
  if (spot === undefined) throw new Error(`Inconsistent: nothing stands at ${path.join('/')}`);
  if (isAlias(spot.node)) throw new Error(`Inconsistent: an alias stands at ${path.join('/')}`);
  return spot;
}

/** The value at a path as plain data; undefined where there is none. Throws where the text is no YAML. */
export function valueAt(text: string, path: Path): unknown {
  const tree = read(text);
  return walked(text, tree, path)?.node?.toJS(tree);
}

function read(text: string): Document.Parsed {
  const tree = parseDocument(text);
  const [error] = tree.errors;
  if (error !== undefined) throw new Error(`Inconsistent: the deck file cannot be read: ${error.message}`);
  return tree;
}

function walked(text: string, tree: Document.Parsed, path: Path): Spot | undefined {
  let spot: Spot | undefined = { node: tree.contents, isInFlow: false };
  for (const step of path) spot = spot && stepped(text, spot, step);
  return spot;
}

function stepped(text: string, { node, isInFlow }: Spot, step: string | number): Spot | undefined {
  if (isMap(node)) {
    const entry = entriesOf(text, node).find(({ name }) => name === String(step));
    return entry && { node: entry.value, entry, isInFlow: isInFlow || node.flow === true };
  }
  const item: unknown = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  return isNode(item) ? { node: item, isInFlow: isInFlow || (isSeq(node) && node.flow === true) } : undefined;
}
