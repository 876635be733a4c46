import { ticksMs } from '../../clock.ts';

/** A stop watch for looking at a question. */
export interface Watch {
  /** The whole seconds since they were last taken, while the page could be seen; what is left over counts later. */
  readonly take: () => number;
  /** Stands still while the page cannot be seen. */
  readonly pause: () => void;
  readonly goOn: () => void;
}

/** A watch that runs. */
export function startWatch(): Watch {
  let ranMs = 0;
  let since: number | null = ticksMs();
  const count = () => {
    if (since === null) return;
    const now = ticksMs();
    ranMs += now - since;
    since = now;
  };
  return {
    take() {
      count();
      const seconds = Math.floor(ranMs / 1000);
      ranMs -= seconds * 1000;
      return seconds;
    },
    pause() {
      count();
      since = null;
    },
    goOn() {
      since = ticksMs();
    },
  };
}
