import { draftFacts } from '../../questions/draft/draftFacts.ts';
import { makeWinkTagger } from '../../questions/draft/winkTagger.ts';
import { markedDocuments } from '../questions/draft/markedDocuments.ts';
import { reachOf, sharesOf } from '../questions/draft/reach.ts';
import type { Figure } from './figure.ts';

/** Of the first document so many of the facts marked by hand must be reached. */
const KAZAKHSTAN_LEAST = 28;

/**
 * How many of the facts that a person marked in a document are reached by drafts, and how many drafts ask for one of them.
 * A draft of something that nobody marked can be worth keeping too: the second figure is a lower bound.
 */
export function measureDrafting(): Promise<readonly Figure[]> {
  const tagger = makeWinkTagger();
  const figures = markedDocuments().flatMap(({ name, document, facts }): readonly Figure[] => {
    const { drafts } = draftFacts(document, { language: 'en', tagger, glossary: {}, taken: [] });
    const reach = reachOf(document, facts, drafts);
    const { recall, precision } = sharesOf(reach);
    return [
      {
        what: `${name}: marked facts reached, of ${facts.length}`,
        value: reach.reached.length,
        unit: '',
        ...(name === 'kazakhstan' ? { least: KAZAKHSTAN_LEAST } : {}),
      },
      { what: `${name}: recall`, value: recall * 100, unit: '%' },
      { what: `${name}: precision over ${drafts.length} drafted facts`, value: precision * 100, unit: '%' },
    ];
  });
  return Promise.resolve(figures);
}
