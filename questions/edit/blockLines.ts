import type { Entry } from './entry.ts';
import { lineEnd, lineStart, nextLine } from './splice.ts';

/** The column of a pair's key, from 0. */
export function columnOf(text: string, { start }: Entry): number {
  return start - lineStart(text, start);
}

/** Where the last line of a pair of a block map ends, before its line break: comments that are indented under it are its own. */
export function lastLineEnd(text: string, entry: Entry): number {
  const column = columnOf(text, entry);
  let end = lineEnd(text, entry.end);
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() === '') continue;
    if (!line.trimStart().startsWith('#') || line.length - line.trimStart().length <= column) break;
    end = at + line.length;
  }
  return end;
}

/** Where the colon after a pair's key ends; the key's end, where there is none. */
export function colonEnd(text: string, { keyEnd }: Entry): number {
  const gap = /^(?:\s|#.*(?:\n|$))*:/.exec(text.slice(keyEnd, keyEnd + GAP_MAX));
  return gap === null ? keyEnd : keyEnd + gap[0].length;
}

const GAP_MAX = 1000;

/** Whether a line has nothing on it. */
export function isBlankLine(text: string, at: number): boolean {
  return text.slice(at, lineEnd(text, at)).trim() === '';
}
