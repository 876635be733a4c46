import { fold } from '../questions/fold.ts';
import { isPublishedId } from '../questions/publishedId.ts';
import { progressOf } from '../questions/progress.ts';
import { nowMs } from './clock.ts';
import { loadDeck, loadDecks } from './deckClient.ts';
import type { DeckSummary } from './deckSchema.ts';
import { reviewsOf, studiedDecks } from './journal.ts';
import { loaded, type Loaded } from './loaded.ts';
import { retiredIn, rewordedIn } from './studyDeck.ts';

/** A deck and where the learner stands in it. */
export interface DeckStanding {
  readonly summary: DeckSummary;
  readonly due: number;
  readonly new: number;
  /** The share of the deck, 0 to 1, that the learner would recall now. */
  readonly meanRecall: number;
  /** Whether the learner has answered anything of it on this device. */
  readonly studied: boolean;
}

/** Every deck of the server, and every published one that the learner has begun, with the learner's standing; those with something due first. */
export async function loadStandings(): Promise<Loaded<readonly DeckStanding[]>> {
  const [decks, studied] = await Promise.all([loadDecks(), studiedDecks()]);
  if (!decks.ok) return decks;
  const published = await Promise.all([...studied].filter(isPublishedId).map(summaryOf));
  const standings = await Promise.all(
    [...published.flat(), ...decks.value].map((summary) => standingOf(summary, studied.has(summary.id))),
  );
  return loaded(standings.sort((a, b) => Number(b.due > 0) - Number(a.due > 0)));
}

/** A published deck stands in no list; one that is gone, or was never read here and cannot be now, is left out. */
export async function summaryOf(id: string): Promise<readonly DeckSummary[]> {
  const opened = await loadDeck(id);
  if (!opened.ok) return [];
  const { deck } = opened.value;
  const questions = deck.facts.reduce((sum, fact) => sum + fact.questions.length, 0);
  return [{ ...deck, facts: deck.facts.length, questions }];
}

async function standingOf(summary: DeckSummary, isStudied: boolean): Promise<DeckStanding> {
  if (!isStudied) return untouched(summary);
  const [deck, reviews] = await Promise.all([loadDeck(summary.id), reviewsOf(summary.id)]);
  if (!deck.ok) return untouched(summary);
  const facts = deck.value.deck.facts.map(({ id }) => id);
  const progress = progressOf(
    facts,
    fold(reviews, retiredIn(deck.value.deck), rewordedIn(deck.value.deck)),
    nowMs(),
  );
  const { due, new: fresh, meanRecall } = progress;
  return { summary, due, new: fresh, meanRecall, studied: fresh < facts.length };
}

function untouched(summary: DeckSummary): DeckStanding {
  return { summary, due: 0, new: summary.facts, meanRecall: 0, studied: false };
}
