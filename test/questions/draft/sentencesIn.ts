import { paragraphsOf } from '../../../questions/document.ts';
import type { Block } from '../../../questions/draft/block.ts';
import type { Finder, FoundFact, Surroundings } from '../../../questions/draft/finder.ts';
import type { Sentence } from '../../../questions/draft/sentence.ts';
import { sentencesOfBlocks } from '../../../questions/draft/sentencesOfBlocks.ts';
import { makeWinkTagger } from '../../../questions/draft/winkTagger.ts';

const tagger = makeWinkTagger();

/** The tagged English sentences of a document; its paragraphs are the blocks where none are given. */
export function sentencesIn(
  document: string,
  blocks: readonly Block[] = paragraphsOf(document).map((place) => ({
    kind: 'paragraph',
    place,
    headings: [],
  })),
): readonly Sentence[] {
  return sentencesOfBlocks(document, blocks, 'en', tagger);
}

/** What a finder finds in a document, sentence by sentence; everything is stated and no name is known, unless said otherwise. */
export function foundBy(
  finder: Finder,
  document: string,
  {
    blocks,
    ...others
  }: Partial<Pick<Surroundings, 'glossary' | 'standingOf'>> & { readonly blocks?: readonly Block[] } = {},
): readonly FoundFact[] {
  const sentences = sentencesIn(document, blocks);
  const surroundings: Surroundings = {
    document,
    glossary: {},
    sentences,
    standingOf: () => ({ standing: 'stated' }),
    ...others,
  };
  return sentences.flatMap((sentence) => finder(sentence, surroundings));
}
