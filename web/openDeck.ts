import { deckLog } from './deckLog.ts';
import { useOpened, type Opening } from './opened.ts';

/** Opens a deck of the app, with `waitForPull` only once it is known what other devices of the learner wrote. */
export function useOpenDeck(id: string, waitForPull = false): Opening {
  return useOpened(id, deckLog, waitForPull);
}
