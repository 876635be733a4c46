import { paragraphsOf } from '../questions/document.ts';
import { overlap, type Place } from '../questions/passage.ts';

/** A stretch of one paragraph of the document. */
export interface Excerpt extends Place {
  /** The paragraph's number, from 1. */
  readonly number: number;
  /** Whether the paragraph begins before it, or goes on after it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A cut that saves fewer words than this is not made. */
const WORTH_CUTTING = 8;

/** The paragraphs that a passage stands in, cut to about `words` words around it. */
export function excerptsAround(document: string, place: Place, words: number): readonly Excerpt[] {
  const found = paragraphsOf(document).flatMap((paragraph, at) =>
    overlap(paragraph, place) ? [{ ...paragraph, number: at + 1 }] : [],
  );
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = wordsIn(document, first.start, place.start);
  const after = wordsIn(document, place.end, last.end);
  const half = words / 2;
  const start = cutFront(document, before, half + Math.max(0, half - after.length)) ?? first.start;
  const end = cutBack(after, half + Math.max(0, half - before.length)) ?? last.end;
  return found.map((paragraph) => {
    const from = paragraph === first ? start : paragraph.start;
    const to = paragraph === last ? end : paragraph.end;
    return {
      number: paragraph.number,
      start: from,
      end: to,
      cutBefore: from > paragraph.start,
      cutAfter: to < paragraph.end,
    };
  });
}

function wordsIn(document: string, from: number, to: number): readonly Place[] {
  return [...document.slice(from, to).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
}

/** Where to begin: at the first of the last `count` words, or at a sentence's beginning soon after it. */
function cutFront(document: string, words: readonly Place[], count: number): number | undefined {
  const first = words.length - Math.floor(count);
  if (first < WORTH_CUTTING) return undefined;
  const soon = words.slice(first, first + Math.floor(count / 2));
  const sentence = soon.find((word) => /[.!?]["'”’)]*\s+$/.test(document.slice(0, word.start)));
  return (sentence ?? words[first])?.start;
}

function cutBack(words: readonly Place[], count: number): number | undefined {
  return words.length - Math.floor(count) < WORTH_CUTTING
    ? undefined
    : words[Math.max(0, Math.floor(count) - 1)]?.end;
}
