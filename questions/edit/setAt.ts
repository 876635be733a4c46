import { isMap } from 'yaml';
import type { Path } from '../deckSource.ts';
import { colonEnd, columnOf, lastLineEnd } from './blockLines.ts';
import { entriesOf, isBlock, keepsBlankLines, type Entry } from './entry.ts';
import { lineEnd, lineStart, spliced, type Splice } from './splice.ts';
import { spotAt, type Spot } from './treeAt.ts';
import { flowPart, keyText, pairText, valueText, type Plain } from './yamlText.ts';

/** How a pair that is new is written, and where. */
export interface Layout {
  /** A map on lines of its own, however short. */
  readonly isOpen?: boolean;
  /** The keys in their usual order; without it, a new pair comes last. */
  readonly order?: readonly string[];
  /** With an empty line before it. */
  readonly isSpaced?: boolean;
}

/**
 * Gives a pair of a map a value; puts it in where there is no such pair. All other bytes of the text stay, the comments
 * beside the old value too. Throws where the map is not there.
 */
export function setAt(text: string, path: Path, value: Plain, layout: Layout = {}): string {
  const spot = spotAt(text, path.slice(0, -1));
  const name = String(path.at(-1));
  const entries = isMap(spot.node) ? entriesOf(text, spot.node) : [];
  const known = entries.find((entry) => entry.name === name);
  const isInFlow = spot.isInFlow || (isMap(spot.node) && spot.node.flow === true && entries.length > 0);
  if (known !== undefined) {
    const made = isInFlow ? replacedInFlow(known, name, value) : replaced(text, known, value, layout);
    return spliced(text, made);
  }
  if (entries.length === 0) return spliced(text, firstIn(text, spot, name, value, layout));
  const made = isInFlow
    ? insertedInFlow(entries, name, value, layout)
    : inserted(text, entries, name, value, layout);
  return spliced(text, [made]);
}

function replacedInFlow(entry: Entry, name: string, value: Plain): readonly Splice[] {
  return [{ start: entry.keyEnd, end: entry.end, text: `: ${flowPart(name, value)}` }];
}

/** A comment on the line of the old value stays on the first line of the new one. */
function replaced(text: string, entry: Entry, value: Plain, { isOpen }: Layout): readonly Splice[] {
  const made = valueText(entry.name, value, columnOf(text, entry), isOpen);
  const start = colonEnd(text, entry);
  const [first = '', ...rest] = made.split('\n');
  const under = rest.map((line) => `\n${line}`).join('');
  const between = text.slice(start, Math.max(start, entry.value?.range?.[0] ?? start));
  const comment = /^[ \t]*#[^\r\n]*/.exec(between)?.[0] ?? '';
  if (isBlock(entry.value)) return [{ start, end: lastLineEnd(text, entry), text: first + comment + under }];
  const end = Math.max(start, entry.end);
  const last = lineEnd(text, end);
  return [
    { start, end, text: first + comment },
    { start: last, end: last, text: under },
  ];
}

/** The first pair of an empty map takes the place of its brackets. */
function firstIn(
  text: string,
  { node, entry, isInFlow }: Spot,
  name: string,
  value: Plain,
  layout: Layout,
): readonly Splice[] {
  const [start, end] = node?.range ?? [0, 0];
  if (entry === undefined || isInFlow || /\S/.test(text.slice(start + 1, Math.max(start + 1, end - 1)))) {
    const at = node === null || end - start < 2 ? end : start + 1;
    return [{ start: at, end: at, text: ` ${keyText(name)}: ${flowPart(name, value)}` }];
  }
  const colon = colonEnd(text, entry);
  const last = lineEnd(text, Math.max(colon, end));
  const lines = pairText(name, value, columnOf(text, entry) + 2, layout.isOpen);
  return [
    { start: colon, end: Math.max(colon, end), text: '' },
    { start: last, end: last, text: `\n${lines}` },
  ];
}

/** The pair that a new one comes after; undefined where it comes first. */
function before(
  entries: readonly Entry[],
  name: string,
  order: readonly string[] | undefined,
): Entry | undefined {
  if (order === undefined || !order.includes(name)) return entries.at(-1);
  const earlier = new Set(order.slice(0, order.indexOf(name)));
  return [...entries].reverse().find((entry) => earlier.has(entry.name));
}

function insertedInFlow(entries: readonly Entry[], name: string, value: Plain, { order }: Layout): Splice {
  const previous = before(entries, name, order);
  const pair = `${keyText(name)}: ${flowPart(name, value)}`;
  const at = previous?.end ?? entries[0]?.start ?? 0;
  return { start: at, end: at, text: previous === undefined ? `${pair}, ` : `, ${pair}` };
}

function inserted(
  text: string,
  entries: readonly Entry[],
  name: string,
  value: Plain,
  { order, isOpen, isSpaced }: Layout,
): Splice {
  const [first] = entries;
  if (first === undefined) throw new Error(`Inconsistent: no pair to put ${name} beside`);
  const lines = pairText(name, value, columnOf(text, first), isOpen);
  const previous = before(entries, name, order);
  if (previous === undefined) {
    const at = lineStart(text, first.start);
    return { start: at, end: at, text: `${lines}\n` };
  }
  const at = lastLineEnd(text, previous);
  const isApart = isSpaced === true && !keepsBlankLines(text, previous.value);
  return { start: at, end: at, text: `${isApart ? '\n' : ''}\n${lines}` };
}
