import { sentencesOf } from '../document.ts';
import type { Place } from '../passage.ts';
import type { Block } from './block.ts';
import type { Sentence } from './sentence.ts';
import { retagged } from './retagged.ts';
import type { Tagger } from './tagger.ts';

/** So many UTF-16 units of a sentence are read: a longer one is no sentence that a person wrote. */
const SENTENCE_MAX = 2000;

/** The sentences of some blocks in order, tagged; a heading says nothing by itself. Offsets are the document's. */
export function sentencesOfBlocks(
  document: string,
  blocks: readonly Block[],
  language: string,
  tagger: Tagger,
): readonly Sentence[] {
  return blocks
    .filter(({ kind }) => kind !== 'heading')
    .flatMap((block) =>
      placesIn(document, block, language)
        .filter(({ start, end }) => end - start <= SENTENCE_MAX)
        .map((place, at): Sentence => {
          const text = unwrapped(document.slice(place.start, place.end));
          return { place, text, words: retagged(tagger(text)), block, at };
        }),
    );
}

/** A row of a table is one sentence, however many full stops stand in it. */
function placesIn(document: string, block: Block, language: string): readonly Place[] {
  return block.kind === 'row' ? [block.place] : sentencesOf(document, block.place, language);
}

/** Line breaks as spaces, and what a quote puts before its lines: of the same length, so that offsets hold. */
export function unwrapped(text: string): string {
  return text
    .replace(/(\r?\n)([ \t]*(?:>[ \t]?)*)/g, (all: string) => ' '.repeat(all.length))
    .replace(/\t/g, ' ');
}
