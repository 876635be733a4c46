import type { Passage } from './deck.ts';
import { findPassage, type Place } from './passage.ts';

const STEP = 20;
const AROUND_MAX = 500;

/**
 * The passage that stands at a place: with as much before and after it as makes it the only one in the document.
 * Undefined where 500 characters on each side do not, or where the place is empty or over 2,000 characters.
 */
export function passageAt(document: string, { start, end }: Place): Passage | undefined {
  const exact = document.slice(start, end);
  if (exact === '' || exact.length > EXACT_MAX) return undefined;
  for (let around = 0; around <= AROUND_MAX; around += STEP) {
    const prefix = document.slice(Math.max(0, start - around), start);
    const suffix = document.slice(end, end + around);
    const passage = {
      exact,
      ...(prefix === '' ? {} : { prefix }),
      ...(suffix === '' ? {} : { suffix }),
    };
    if (findPassage(document, passage).found === 'once') return passage;
  }
  return undefined;
}

const EXACT_MAX = 2000;
