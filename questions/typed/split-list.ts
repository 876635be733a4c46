import { foldSpelling } from './fold.ts';
import { fixedWords, typoEdits } from './typo.ts';

/** What parts two items: commas, semicolons, new lines, bullets, slashes, and the words and, plus, &. */
const SEPARATOR = /([,;\n•·|/&]| (?:and|plus)(?= ))/giu;
const BULLET = /^\s*(?:\d{1,2}[.)]\s+|[-*–—]\s*|and\s+)/iu;

/**
 * The items of a list typed as one text. Names that themselves hold a separator ("Bosnia and Herzegovina") stay whole
 * when they are among `known`, even with a slip. Empty items are left out.
 */
export function splitList(text: string, known: readonly string[] = []): readonly string[] {
  const pieces = text
    .replace(/\r/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .split(SEPARATOR);
  const names = known.filter((name) => name.split(SEPARATOR).length > 1);
  const longest = Math.max(1, ...names.map((name) => name.split(SEPARATOR).length));
  const items: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const length = names.length === 0 ? 1 : wholeName(pieces, at, longest, names);
    items.push(
      pieces
        .slice(at, at + length)
        .join('')
        .replace(BULLET, '')
        .trim(),
    );
    at += length + 1;
  }
  return items.filter((item) => foldSpelling(item) !== '');
}

/** How many pieces from `at`, separators included, make one known name; 1 when none does. The longest wins. */
function wholeName(pieces: readonly string[], at: number, longest: number, names: readonly string[]): number {
  for (let length = longest; length > 1; length -= 2) {
    if (at + length > pieces.length) continue;
    const whole = foldSpelling(
      pieces
        .slice(at, at + length)
        .join('')
        .replace(BULLET, ''),
    );
    if (names.some((name) => typoEdits(foldSpelling(name), whole, fixedWords([name])) !== undefined))
      return length;
  }
  return 1;
}
