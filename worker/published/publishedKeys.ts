import type { DeckId, LearnerId } from '../../questions/ids.ts';
import type { ReportId, Revision } from '../../questions/publish.ts';

/** Every key of published decks in KV. The names that vary are ids and names, without `/`. */
export const publishedKeys = {
  /** Which revision is served. Its only writer is the author. */
  now: (deck: DeckId) => `deck/${deck}/now`,
  /** What the author sent; only what was offered may come to be more. */
  source: (deck: DeckId, revision: Revision) => `deck/${deck}/source/${revision}`,
  /** The same compiled; never changed. */
  made: (deck: DeckId, revision: Revision) => `deck/${deck}/made/${revision}`,
  everything: (deck: DeckId) => `deck/${deck}/`,

  /** An author's decks. */
  own: (author: LearnerId) => `author/${author}/`,
  ownDeck: (author: LearnerId, name: string) => `author/${author}/${name}`,

  /** What learners say of a deck's questions, and what its author decided. */
  reports: (deck: DeckId) => `report/${deck}/`,
  report: (deck: DeckId, report: ReportId) => `report/${deck}/${report}`,
  decisions: (deck: DeckId) => `decided/${deck}/`,
  decision: (deck: DeckId, report: ReportId) => `decided/${deck}/${report}`,
};
