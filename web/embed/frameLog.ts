import type { DeckId } from '../../questions/ids.ts';
import type { Review } from '../../questions/review.ts';
import { fetchAfter } from '../after.ts';
import type { LogChange } from '../logChanges.ts';
import type { DeckLog } from '../opened.ts';
import { warn } from '../warn.ts';
import { mayKnow, type Place } from './framePlace.ts';

/** The log of a frame. Its code is fetched when there is something to read or to keep. */
export interface FrameLog extends DeckLog {
  /** Sends all that waits. */
  readonly flush: () => void;
  /** Ends when the code is there, and with it the place of the learner key. */
  readonly start: () => Promise<unknown>;
}

/** The log once its code is there. */
export type Started = Omit<FrameLog, 'start'>;

/** The log that is kept in this place. */
export function frameLog(place: Place): FrameLog {
  const listeners = new Set<(change: LogChange) => void>();
  const unkept: (readonly [DeckId, Review])[] = [];
  const isKnown = mayKnow(place);
  let starting: Promise<Started> | null = null;

  const begin = async () => {
    const { startLog } = await import('./frameStart.ts');
    const log = await startLog(place, await isKnown);
    log.follow((change) => listeners.forEach((listener) => listener(change)));
    return log;
  };
  const start = () => {
    const now = (starting ??= begin());
    now.catch(() => (starting = null));
    return now;
  };
  /** What came while the code could not be fetched goes first. */
  const settled = async () => {
    const log = await start();
    for (let next = unkept.shift(); next !== undefined; next = unkept.shift()) await log.keep(...next);
    return log;
  };
  /** Null where nothing has been kept yet, or it cannot be read. */
  const earlier = async () => {
    try {
      if (!(await isKnown) && starting === null) return null;
      // With a log comes the need to fold it.
      await fetchAfter();
      return await start();
    } catch (error) {
      warn('What was kept before cannot be read.', error);
      return null;
    }
  };

  return {
    start,
    async pull() {
      if (!(await isKnown) && starting === null) return true;
      return (await earlier())?.pull() ?? false;
    },
    async reviewsOf(deck) {
      const reviews = (await (await earlier())?.reviewsOf(deck)) ?? [];
      return [...reviews, ...unkept.flatMap(([of, review]) => (of === deck ? [review] : []))];
    },
    async keep(deck, review) {
      unkept.push([deck, review]);
      await settled().catch((error: unknown) => warn('This answer could not be kept yet.', error));
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: () =>
      void settled().then(
        (log) => log.flush(),
        (error: unknown) => warn('What waits could not be sent yet.', error),
      ),
  };
}
