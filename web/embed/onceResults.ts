import { countedAnswers } from '../../questions/fold.ts';
import type { FactId } from '../../questions/ids.ts';
import type { Outcome, Review } from '../../questions/review.ts';
import type { StudyDeck } from '../deckSchema.ts';
import { retiredIn } from '../studyDeck.ts';
import { countedAs } from '../studySession.ts';
import { onceItems, type Scope } from './frameScope.ts';

/** How the first answer to each question that is asked once was, from the log alone; null where there is none. */
export function onceResults(
  deck: StudyDeck,
  scope: Scope,
  reviews: readonly Review[],
): readonly { readonly fact: FactId; readonly outcome: Outcome | null }[] {
  const answers = countedAnswers(reviews, retiredIn(deck));
  return onceItems(deck, scope).map(({ fact }) => {
    const first = answers.find((answer) => answer.fact === fact);
    const outcome = first === undefined ? null : countedAs({ ...first.review, rating: first.rating });
    return { fact, outcome };
  });
}
