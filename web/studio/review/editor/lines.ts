/** A wrong option in the editor: what it says, and why it is wrong (the author's words, or a fact's id). */
export interface WrongField {
  readonly text: string;
  readonly because: string;
}

/** The lines of a field that have something in them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** Lines such as `left | right`, each taken apart at its bars. */
export function sidesOf(text: string): readonly (readonly [string, ...string[]])[] {
  return linesOf(text).map((line) => {
    const [first = '', ...others] = line.split('|').map((side) => side.trim());
    return [first, ...others.filter((side) => side !== '')];
  });
}

/** One line of the parts of something, as `sidesOf` reads it. */
export function sidesLine(parts: readonly string[]): string {
  return parts.join(' | ');
}
