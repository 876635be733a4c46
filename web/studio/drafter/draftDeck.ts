import { parseDeckFile } from '../../../questions/deckSource.ts';
import { draftFacts } from '../../../questions/draft/draftFacts.ts';
import { mergeDrafts } from '../../../questions/draft/mergeDrafts.ts';
import type { Tagger } from '../../../questions/draft/tagger.ts';
import type { DraftAsked, DraftedDeck } from './talk.ts';

/** What putting the drafts into the deck file takes of the whole. */
const MERGING = 0.1;

/** Drafts questions on a deck's document and adds those that were not offered before. Throws where the deck file cannot be parsed. */
export function draftDeck(
  { yaml, document, offered, withGlossary }: DraftAsked,
  tagger: Tagger,
  onProgress: (share: number) => void,
): DraftedDeck {
  const parsed = parseDeckFile(yaml);
  if (!parsed.ok) throw new Error('Inconsistent: the deck file cannot be parsed');
  const { language, glossary, facts, retired } = parsed.source.file;
  const drafted = draftFacts(document, {
    language,
    tagger,
    glossary,
    taken: [...Object.keys(facts), ...retired.map(({ id }) => id)],
    onProgress: (share) => onProgress(share * (1 - MERGING)),
  });
  const merged = mergeDrafts({ yaml, document, offered }, drafted, { withGlossary });
  const reasons = merged.added.map(
    ({ fact, question, reason, confidence }) => [`${fact}/${question}`, { reason, confidence }] as const,
  );
  onProgress(1);
  return { yaml: merged.yaml, offered: merged.offered, reasons: Object.fromEntries(reasons) };
}
