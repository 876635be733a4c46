import { foldSpelling } from './fold.ts';
import { unwrap } from './unwrap.ts';

/** A typed answer, folded once for any number of keys. */
export interface Typed {
  text: string;
  folded: string;
  /** The ways to read it, likeliest first; none when it is too long to be an answer. */
  readings: readonly string[];
  /** Its parts, where it may be several forms at once. */
  parts: readonly string[];
}

/** Longer than any answer that is typed in earnest; bounds the work on hostile input. */
export const MOST_CHARACTERS = 200;
const MOST_PARTS = 6;

/** "CSTO (Collective Security Treaty Organization)": the parts of what may be several forms at once, folded. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/[()[\]/,;=]|\s[-–—]\s|\sor\s/u).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  return parts.map(foldSpelling).filter((part) => part !== '');
}

/** "CSTO's" and "Kazakhstan's forces" without the 's; undefined where there is none. */
function withoutPossessive(text: string): string | undefined {
  const bare = text.replace(/['’]s(?![\p{L}\p{N}])/giu, '');
  return bare === text ? undefined : bare;
}

/** "Putin, Vladimir" and "corruption and poverty", with their two halves changed about. */
function turned(typed: string, folded: string): readonly string[] {
  const byComma = typed.split(',');
  const byAnd = folded.split(' and ');
  return [
    ...(byComma.length === 2 ? [byComma.reverse().map(foldSpelling).join(' ').trim()] : []),
    ...(byAnd.length === 2 ? [byAnd.reverse().join(' and ')] : []),
  ];
}

/** What was typed, made ready for any number of keys. More than 200 characters, or 400 once taken apart, have no reading. */
export function readTyped(given: string): Typed {
  const text = given.trim();
  if (text.length > MOST_CHARACTERS || text.normalize('NFKD').length > 2 * MOST_CHARACTERS)
    return { text, folded: text, readings: [], parts: [] };
  const folded = foldSpelling(text);
  const bare = foldSpelling(withoutPossessive(text) ?? '');
  const readings = [...unwrap(folded), ...turned(text, folded), ...(bare === '' ? [] : unwrap(bare))];
  return { text, folded, readings, parts: partsOf(text) };
}
