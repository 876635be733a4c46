/** A stretch of a text, `end` exclusive, and what takes its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with some stretches replaced, which do not overlap; new lines end as the lines of the text do. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  let made = '';
  let from = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    made += text.slice(from, splice.start) + splice.text.replaceAll('\n', lineBreak);
    from = splice.end;
  }
  return made + text.slice(from);
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line after that of an offset begins; the end of the text, where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
