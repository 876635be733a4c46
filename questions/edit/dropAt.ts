import { isMap } from 'yaml';
import type { Path } from '../deckSource.ts';
import { colonEnd, isBlankLine, lastLineEnd } from './blockLines.ts';
import { entriesOf, keepsBlankLines, type Entry } from './entry.ts';
import { lineStart, nextLine, spliced, type Splice } from './splice.ts';
import { spotAt } from './treeAt.ts';

/** Takes a pair out of a map, with the comments inside it; all other bytes of the text stay. Throws where there is none. */
export function dropAt(text: string, path: Path): string {
  const { node, entry: holder, isInFlow } = spotAt(text, path.slice(0, -1));
  const entries = isMap(node) ? entriesOf(text, node) : [];
  const at = entries.findIndex(({ name }) => name === String(path.at(-1)));
  const entry = entries[at];
  if (entry === undefined) throw new Error(`Inconsistent: nothing stands at ${path.join('/')}`);
  if (isInFlow || (isMap(node) && node.flow === true)) return spliced(text, [outOfFlow(text, entries, at)]);
  const lines = outOfBlock(text, entry, entries[at + 1], entries[at - 1]);
  if (entries.length > 1 || holder === undefined) return spliced(text, [lines]);
  const colon = colonEnd(text, holder);
  return spliced(text, [{ start: colon, end: colon, text: ' {}' }, lines]);
}

/** From the pair to the comma after it; of the last one, from the comma before it. */
function outOfFlow(text: string, entries: readonly Entry[], at: number): Splice {
  const [entry, next, previous] = [entries[at], entries[at + 1], entries[at - 1]];
  if (entry === undefined) throw new Error('Inconsistent: no such pair');
  const { start, end } = entry;
  if (next !== undefined) {
    const comma = /^(?:\s|#.*\n)*,[ \t]*/.exec(text.slice(end, next.start))?.[0].length ?? 0;
    return { start, end: end + comma, text: '' };
  }
  const from = previous?.end ?? start;
  return { start: text.slice(from, start).includes('#') ? start : from, end, text: '' };
}

/** Its lines, and one of the empty lines around it where there is one on both sides. */
function outOfBlock(
  text: string,
  entry: Entry,
  next: Entry | undefined,
  previous: Entry | undefined,
): Splice {
  const first = lineStart(text, entry.start);
  if (text.slice(first, entry.start).trim() !== '')
    return { start: entry.start, end: next?.start ?? entry.end, text: '' };
  const end = nextLine(text, lastLineEnd(text, entry));
  const before = lineStart(text, first - 1);
  const isApart = first > 0 && isBlankLine(text, before) && !keepsBlankLines(text, previous?.value ?? null);
  if (isApart && end >= text.length) return { start: before, end, text: '' };
  return { start: first, end: isApart && isBlankLine(text, end) ? nextLine(text, end) : end, text: '' };
}
