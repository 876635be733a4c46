import { deckLog } from './deckLog.ts';
import { useOpened, type Opening, type PullWait } from './opened.ts';

/** Opens a deck of the app. */
export function useOpenDeck(id: string, wait: PullWait = 'not'): Opening {
  return useOpened(id, deckLog, wait);
}
