import { foldSpelling } from './fold.ts';
import { fixedWords, typoEdits } from './typo.ts';

/** What parts two items: commas, semicolons, new lines, bullets, slashes, and the words and, plus, &. */
const SEPARATOR = /([,;\n•·|/&]| (?:and|plus)(?= ))/giu;
const BULLET = /^\s*(?:\d{1,2}[.)]\s+|[-*–—]\s*|and\s+)/iu;

/**
 * A splitter of lists that are typed as one text, made ready once. Names that themselves hold a separator ("Bosnia and Herzegovina") stay whole
 * when they are among `known`, even with a slip. Empty items are left out.
 */
export function listSplitter(known: readonly string[]): (text: string) => readonly string[] {
  const names = known.filter((name) => piecesOf(name).length > 1);
  const longest = Math.max(1, ...names.map((name) => piecesOf(name).length));
  const wholes = names.map((name) => ({ folded: foldSpelling(name), fixed: fixedWords([name]) }));
  return (text) => splitList(text, wholes, longest);
}

/** A name that holds a separator, and its words in which no slip is forgiven. */
interface Whole {
  folded: string;
  fixed: ReadonlySet<string>;
}

/** The pieces of a text with the separators between them. */
function piecesOf(text: string): readonly string[] {
  return text
    .replace(/\r/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .split(SEPARATOR);
}

function splitList(text: string, names: readonly Whole[], longest: number): readonly string[] {
  const pieces = piecesOf(text);
  const items: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const length = pieces[at]?.trim() === '' ? 1 : wholeName(pieces, at, longest, names);
    items.push(
      pieces
        .slice(at, at + length)
        .join('')
        .replace(BULLET, '')
        .trim(),
    );
    at += length + 1;
  }
  return items.filter((item) => item !== '');
}

/** How many pieces from `at`, separators included, make one known name; 1 when none does. The longest wins. */
function wholeName(pieces: readonly string[], at: number, longest: number, names: readonly Whole[]): number {
  for (let length = longest; length > 1; length -= 2) {
    if (at + length > pieces.length) continue;
    const whole = foldSpelling(
      pieces
        .slice(at, at + length)
        .join('')
        .replace(BULLET, ''),
    );
    if (names.some(({ folded, fixed }) => typoEdits(folded, whole, fixed) !== undefined)) return length;
  }
  return 1;
}
