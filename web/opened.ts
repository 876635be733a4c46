import { useCallback, useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { DeckIdSchema, type DeckId } from '../questions/ids.ts';
import type { Review } from '../questions/review.ts';
import { clockCorrection } from './clock.ts';
import { loadDeck, type OpenDeck } from './deckClient.ts';
import { notLoaded, type LoadProblem } from './loaded.ts';
import type { LogChange } from './logChanges.ts';

/** A deck that is open: itself, everything the learner did with it, and the way to log more. */
export interface Opened {
  readonly open: OpenDeck;
  readonly reviews: readonly Review[];
  /** Logs a review; ends when it is kept. */
  readonly keep: (review: Review) => Promise<void>;
}

/** How far the opening of a deck has come. */
export type Opening =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: LoadProblem; readonly retry: () => void }
  | ({ readonly state: 'open' } & Opened);

/** The learner's log, as far as an open deck needs it. */
export interface DeckLog {
  /** Ends when what other devices wrote is here; false when it could not be had. */
  readonly pull: () => Promise<boolean>;
  readonly reviewsOf: (deck: DeckId) => Promise<readonly Review[]>;
  readonly keep: (deck: DeckId, review: Review) => Promise<void>;
  /** Calls the listener after every change that did not come from `keep`; gives the way to stop. */
  readonly follow: (listener: (change: LogChange) => void) => () => void;
}

interface Found {
  readonly open: OpenDeck;
  readonly reviews: readonly Review[];
}

/** How long a session waits for what other devices wrote, before it begins with what is here. */
const PULL_PATIENCE_MS = 2000;

/**
 * Whether a deck is opened only once it is known what other devices of the learner wrote: not at all, for a while, or in any case,
 * so that it fails where that cannot be had.
 */
export type PullWait = 'not' | 'a-while' | 'until-known';

/** Opens a deck. */
export function useOpened(id: string, log: DeckLog, wait: PullWait): Opening {
  const [found, setFound] = useState<Found | LoadProblem>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isHere = true;
    setFound(undefined);
    void open(id, log, wait).then((result) => isHere && setFound(result));
    const readAgain = (isAll: boolean) =>
      void log.reviewsOf(v.parse(DeckIdSchema, id)).then((reviews) => {
        setFound((now) => (isHere ? withReviews(now, reviews, isAll) : now));
      });
    const stopLog = log.follow((change) => {
      if (change === id || change === 'everything') readAgain(change === 'everything');
    });
    // What is due depends on the time.
    const stopClock = clockCorrection.follow(() => readAgain(false));
    return () => {
      isHere = false;
      stopLog();
      stopClock();
    };
  }, [id, attempt]);
  const keep = useCallback(
    async (review: Review) => {
      setFound((now) =>
        now === undefined || 'code' in now ? now : { ...now, reviews: [...now.reviews, review] },
      );
      await log.keep(v.parse(DeckIdSchema, id), review);
    },
    [id],
  );
  if (found === undefined) return { state: 'loading' };
  if ('code' in found) return { state: 'failed', problem: found, retry: () => setAttempt(attempt + 1) };
  return { state: 'open', ...found, keep };
}

async function open(id: string, log: DeckLog, wait: PullWait): Promise<Found | LoadProblem> {
  const deck = v.safeParse(DeckIdSchema, id);
  if (!deck.success) return notLoaded('missing', id).problem;
  const pulling = log.pull();
  const waiting = { not: true, 'a-while': Promise.race([pulling, patience()]), 'until-known': pulling };
  const [result, isKnown] = await Promise.all([loadDeck(id), waiting[wait]]);
  if (!result.ok) return result.problem;
  if (wait === 'until-known' && isKnown !== true) return notLoaded('unreachable', 'log').problem;
  return { open: result.value, reviews: await log.reviewsOf(deck.output) };
}

/** The reviews that are kept now; one that is just being kept stays too, unless everything has changed. */
function withReviews(
  now: Found | LoadProblem | undefined,
  kept: readonly Review[],
  isAll: boolean,
): Found | LoadProblem | undefined {
  if (now === undefined || 'code' in now) return now;
  const ids = new Set(kept.map(({ id }) => id));
  const onTheWay = isAll ? [] : now.reviews.filter(({ id }) => !ids.has(id));
  return { ...now, reviews: [...kept, ...onTheWay] };
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PULL_PATIENCE_MS));
}
