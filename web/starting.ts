import { useState } from 'preact/hooks';
import type { DeckId, FactId, ReviewId } from '../questions/ids.ts';
import { resetReview, undoReview } from './answering.ts';
import type { Review } from '../questions/review.ts';
import type { Opened } from './opened.ts';
import { dropSession } from './sessionKept.ts';
import { flush } from './sync.ts';

/** What begins afresh: a fact, or the whole deck when null. */
export type Subject = FactId | null;

/** How far a start afresh has come. On a page it is asked about one subject at a time. */
export type StartingStep =
  | { readonly at: 'rest' }
  | { readonly at: 'asked'; readonly about: Subject }
  | { readonly at: 'started'; readonly about: Subject; readonly reset: ReviewId }
  | { readonly at: 'taken-back'; readonly about: Subject };

/** The way to start something afresh, and to take that back. */
export interface Starting {
  readonly step: StartingStep;
  readonly ask: (about: Subject) => void;
  readonly cancel: () => void;
  readonly start: (about: Subject) => void;
  readonly takeBack: (about: Subject, reset: ReviewId) => void;
}

/** Starts facts or the whole of an open deck afresh, by reviews in its log. A session that runs in this tab was planned before, and ends. */
export function useStarting(deck: DeckId, keep: Opened['keep']): Starting {
  const log = (review: Review) => {
    dropSession(deck);
    void keep(review).then(flush);
  };
  const [step, setStep] = useState<StartingStep>({ at: 'rest' });
  return {
    step,
    ask: (about) => setStep({ at: 'asked', about }),
    cancel: () => setStep({ at: 'rest' }),
    start(about) {
      const reset = resetReview(about ?? undefined);
      log(reset);
      setStep({ at: 'started', about, reset: reset.id });
    },
    takeBack(about, reset) {
      log(undoReview(reset));
      setStep({ at: 'taken-back', about });
    },
  };
}
