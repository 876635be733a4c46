import type { Place } from '../passage.ts';

/** A text without what differs between two copies of it: white space, quotation marks, dashes, case, marks of letters. */
export interface FoldedText {
  readonly text: string;
  /** The place in the original of a place in the folded text. */
  original(place: Place): Place;
}

const QUOTES = /[‘’‚‛′`´ʼ]/u;
const DOUBLE_QUOTES = /[“”„‟″«»]/u;
const DASHES = /[‐‑‒–—―−]/u;

/** Folds a text and keeps where each character came from. */
export function foldText(original: string): FoldedText {
  const folds: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  // White space at the beginning, or after other, is nothing.
  let isAfterSpace = true;
  for (const [at, character] of codePoints(original)) {
    const folded = foldedCharacter(character);
    if (folded === '' || (folded === ' ' && isAfterSpace)) continue;
    isAfterSpace = folded === ' ';
    for (let count = 0; count < folded.length; count += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folds.push(folded);
  }
  return {
    text: folds.join(''),
    original: ({ start, end }) => ({
      start: starts[start] ?? original.length,
      end: ends[end - 1] ?? original.length,
    }),
  };
}

function codePoints(text: string): readonly (readonly [number, string])[] {
  const points: (readonly [number, string])[] = [];
  let at = 0;
  for (const character of text) {
    points.push([at, character]);
    at += character.length;
  }
  return points;
}

/** Marks vanish: a letter that was written in two characters is as one that was written in one. */
function foldedCharacter(character: string): string {
  // Most of nearly every text.
  if (/[a-z0-9]/.test(character)) return character;
  if (/\s/u.test(character)) return ' ';
  if (QUOTES.test(character)) return "'";
  if (DOUBLE_QUOTES.test(character)) return '"';
  if (DASHES.test(character)) return '-';
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
