import { REVIEWS_PER_SEGMENT } from '../questions/review.ts';
import { keepReview, reviewsOf } from './journal.ts';
import { followLog } from './logChanges.ts';
import type { DeckLog } from './opened.ts';
import { pull } from './pull.ts';
import { countWaiting, flush, saveState } from './sync.ts';

/** The log of this page's keeper, sent to the server and fetched from there. */
export const deckLog: DeckLog = {
  pull,
  reviewsOf,
  async keep(deck, review) {
    await keepReview(deck, review);
    await countWaiting();
    if ((saveState.get().waiting ?? 0) >= REVIEWS_PER_SEGMENT) void flush();
  },
  follow: followLog,
};
