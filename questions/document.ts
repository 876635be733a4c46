import type { Place } from './passage.ts';

/** Paragraphs of a document: runs of lines between blank lines, without the white space around them. Offsets are UTF-16 code units. */
export function paragraphsOf(document: string): readonly Place[] {
  const places: Place[] = [];
  const block = /\S[^\n\r]*(?:\r?\n[^\n\r]*\S[^\n\r]*)*/g;
  for (const match of document.matchAll(block))
    places.push({ start: match.index, end: match.index + match[0].trimEnd().length });
  return places;
}

const ABBREVIATION = /(?:^|[\s(“"'])(?:Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|No|vs|etc|e\.g|i\.e|cf|approx|[A-Z])\.\s*$/;

/** Sentences of one paragraph, with their offsets in the document; abbreviations and initials do not end one. */
export function sentencesOf(document: string, paragraph: Place, language: string): readonly Place[] {
  const text = document
    .slice(paragraph.start, paragraph.end)
    .replace(/\r?\n/g, (br) => ' '.repeat(br.length));
  const places: Place[] = [];
  let open: number | undefined;
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    open ??= index;
    const end = index + segment.length;
    if (ABBREVIATION.test(text.slice(open, end)) && end < text.length) continue;
    const trimmed = text.slice(open, end).trimEnd().length;
    if (trimmed > 0) places.push({ start: paragraph.start + open, end: paragraph.start + open + trimmed });
    open = undefined;
  }
  return places;
}

/**
 * All sentences of a document in their order. Remembered: to cut a document takes as long as to judge a hundred answers, and an
 * evidence question needs it for each.
 */
export function allSentences(document: string, language: string): readonly Place[] {
  const known = remembered.get(language)?.get(document);
  if (known !== undefined) return known;
  const places = paragraphsOf(document).flatMap((paragraph) => sentencesOf(document, paragraph, language));
  const own = remembered.get(language) ?? new Map<string, readonly Place[]>();
  if (own.size >= REMEMBERED_MAX) own.clear();
  remembered.set(language, own.set(document, places));
  return places;
}

/** So many documents of a language are remembered. */
const REMEMBERED_MAX = 16;
const remembered = new Map<string, Map<string, readonly Place[]>>();

/** The number of the paragraph (from 1) that a place begins in; 0 before the first. */
export function paragraphNumber(paragraphs: readonly Place[], place: Place): number {
  let number = 0;
  for (const paragraph of paragraphs) if (paragraph.start <= place.start) number += 1;
  return number;
}
