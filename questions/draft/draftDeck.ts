import { parseDeckFile } from '../deckSource.ts';
import { draftFacts } from './draftFacts.ts';
import type { FoundFact, Reason } from './finder.ts';
import { mergeDrafts } from './mergeDrafts.ts';
import type { Tagger } from './tagger.ts';

/** A deck as it is now, to be drafted on. */
export interface DraftAsked {
  readonly yaml: string;
  readonly document: string;
  readonly offered: string;
  /** Whether proposed names go into the glossary. */
  readonly withGlossary: boolean;
  /** What a second drafter has found. */
  readonly also?: readonly FoundFact[];
}

/** The deck with drafts added. */
export interface DraftedDeck {
  readonly yaml: string;
  readonly offered: string;
  /** Why each question was proposed, by `fact/question`. */
  readonly reasons: Readonly<Record<string, { readonly reason: Reason; readonly confidence: number }>>;
}

/** What putting the drafts into the deck file takes of the whole. */
const MERGING = 0.1;

/** Drafts questions on a deck's document and adds those that were not offered before. Throws where the deck file cannot be parsed. */
export function draftDeck(
  { yaml, document, offered, withGlossary, also = [] }: DraftAsked,
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
    also,
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
