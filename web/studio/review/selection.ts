import { allSentences } from '../../../questions/document.ts';
import { overlap, type Place } from '../../../questions/passage.ts';

/** A place without the white space at its edges; null where nothing else is in it. */
export function trimmedPlace(document: string, { start, end }: Place): Place | null {
  const text = document.slice(start, end);
  const lead = text.length - text.trimStart().length;
  const length = text.trim().length;
  return length === 0 ? null : { start: start + lead, end: start + lead + length };
}

/** What a selection of a document means to be. */
export interface Selected {
  /** The passage that a fact of it quotes. */
  readonly passage: Place;
  /** The answer, where the selection is a part of one sentence. */
  readonly answer: Place | null;
}

/** A few words are the answer that their sentence proves; more than that are the passage. */
const ANSWER_WORDS_MAX = 8;

/** Reads a selection: some words within a sentence are an answer with the sentence as its passage. */
export function readSelection(document: string, language: string, place: Place): Selected {
  const around = allSentences(document, language).filter((sentence) => overlap(sentence, place));
  const [only] = around;
  const words = document.slice(place.start, place.end).trim().split(/\s+/).length;
  const isPart =
    only !== undefined &&
    around.length === 1 &&
    words <= ANSWER_WORDS_MAX &&
    place.end - place.start < (only.end - only.start) * 0.8;
  return isPart ? { passage: only, answer: place } : { passage: place, answer: null };
}

/** Where in the document the page's selection stands; null where it is none, or not within `pane`. Paragraphs carry `data-start`. */
export function selectedPlace(pane: HTMLElement, document: string): Place | null {
  const selection = pane.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parts = [...pane.querySelectorAll<HTMLElement>('[data-start]')]
    .filter((paragraph) => range.intersectsNode(paragraph))
    .map((paragraph) => partWithin(range, paragraph));
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  return trimmedPlace(document, { start: first.start, end: last.end });
}

/** The part of a range that lies in one paragraph, whose text is the document's. */
function partWithin(range: Range, paragraph: HTMLElement): Place {
  const own = range.cloneRange();
  if (!paragraph.contains(range.startContainer)) own.setStart(paragraph, 0);
  if (!paragraph.contains(range.endContainer)) own.setEnd(paragraph, paragraph.childNodes.length);
  const before = own.cloneRange();
  before.setStart(paragraph, 0);
  before.setEnd(own.startContainer, own.startOffset);
  const start = Number(paragraph.dataset['start']) + before.toString().length;
  return { start, end: start + own.toString().length };
}
