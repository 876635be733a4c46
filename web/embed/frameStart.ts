import { browserKeeper } from '../browserKeeper.ts';
import { deckLog } from '../deckLog.ts';
import { keepWith } from '../keeper.ts';
import { learnerKeyForUse } from '../learnerKey.ts';
import { nowhere } from '../nowhere.ts';
import { startPulling } from '../pull.ts';
import { flush, startSync } from '../sync.ts';
import { warn } from '../warn.ts';
import type { Started } from './frameLog.ts';
import { hostKeeper } from './hostKeeper.ts';
import type { Place } from './framePlace.ts';

/** Starts the log in this place, once a page load; `isKnown` where something of the learner may be there already. */
export async function startLog(place: Place, isKnown: boolean): Promise<Started> {
  keepWith(await keeperOf(place));
  // Else the first answer would be sent at once and alone.
  startSync(isKnown);
  startPulling();
  return {
    ...deckLog,
    async keep(deck, review) {
      await deckLog.keep(deck, review);
      // Early: when the page is left there is no time to ask anybody for a key. Not waited for: the next question does not need it.
      if (place.kind === 'host')
        learnerKeyForUse().catch((error: unknown) => warn('There is no learner key yet.', error));
    },
    flush: () => void flush(),
  };
}

async function keeperOf(place: Place) {
  switch (place.kind) {
    case 'host':
      return hostKeeper(place.host, () => window.location.reload());
    case 'browser':
      return browserKeeper();
    case 'nowhere':
      return nowhere;
  }
}
