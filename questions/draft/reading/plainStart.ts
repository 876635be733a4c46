/** A line whose first characters make it no raw HTML, no heading and no fence of code. */
export function plainStart(line: string): string {
  return /^(?:<|#{1,6}(?:\s|$)|```|~~~)/.test(line) ? `\\${line}` : line;
}
