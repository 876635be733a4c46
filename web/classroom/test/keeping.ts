import type { Observed } from '../../observed.ts';
import { warn } from '../../warn.ts';
import { isKeptHere } from './attemptShelf.ts';
import { keepAttempt, keepReceipt } from './keptAttempt.ts';
import type { Sat } from './sat.ts';

/**
 * Shows another state and keeps what changed, one change after another; another tab's attempt is left alone. What could not be kept
 * is kept with the next change.
 */
export function keeping(state: Observed<Sat>): (next: Sat) => void {
  let last: Promise<unknown> = Promise.resolve();
  let kept: Sat | null = null;
  const keep = async (next: Sat) => {
    try {
      await (next.progress.done === null ? keepAttempt(kept, next) : keepReceipt(next));
      kept = next;
      return await isKeptHere();
    } catch (error) {
      warn('An answer could not be kept on this device.', error);
      return false;
    }
  };
  return (next) => {
    state.set(next);
    if (next.where === 'other-tab') return;
    last = last.then(() => keep(next)).then((isKept) => state.set(withKept(state.get(), isKept)));
  };
}

/** The same object where nothing changes. */
function withKept(sat: Sat, isKept: boolean): Sat {
  return sat.isKept === isKept ? sat : { ...sat, isKept };
}
