import type { DeckFile } from '../deck.ts';
import { paragraphNumber, paragraphsOf } from '../document.ts';
import { findPassage, overlap, type Place } from '../passage.ts';

/** What of a document a deck does not ask, and what it asks only to be recognised. */
export interface Coverage {
  readonly paragraphs: number;
  /** Paragraphs that no fact quotes. */
  readonly bare: readonly { readonly number: number; readonly place: Place }[];
  readonly facts: number;
  /** Facts without a reviewed question that has to be recalled. */
  readonly recognised: readonly string[];
}

const RECALL: ReadonlySet<string> = new Set(['short', 'number', 'list', 'cloze', 'order']);

/** How far a deck's facts reach over its document. Drafts do not count: nobody is asked them. */
export function coverageOf(file: DeckFile, document: string): Coverage {
  const facts = Object.entries(file.facts).map(([id, { passage, questions }]) => {
    const found = findPassage(document, passage);
    const reviewed = Object.values(questions).filter(({ draft }) => draft !== true);
    return { id, place: found.found === 'once' ? found.place : undefined, reviewed };
  });
  const asked = facts.filter(({ reviewed }) => reviewed.length > 0);
  const paragraphs = paragraphsOf(document);
  return {
    paragraphs: paragraphs.length,
    bare: paragraphs
      .filter((paragraph) => !asked.some(({ place }) => place !== undefined && overlap(place, paragraph)))
      .map((place) => ({ number: paragraphNumber(paragraphs, place), place })),
    facts: asked.length,
    recognised: asked
      .filter(({ reviewed }) => !reviewed.some(({ kind }) => RECALL.has(kind)))
      .map(({ id }) => id),
  };
}
