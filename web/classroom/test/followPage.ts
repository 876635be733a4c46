import { ticksMs } from '../../clock.ts';

/** Follows whether the page can be seen and the network is there; gives the way to stop. `awayMs` is how long it was hidden. */
export function followPage(on: {
  readonly onHidden: () => void;
  readonly onShown: (awayMs: number) => void;
  readonly onOnline: () => void;
}): () => void {
  let hiddenAt = ticksMs();
  const look = () => {
    if (!document.hidden) return on.onShown(ticksMs() - hiddenAt);
    hiddenAt = ticksMs();
    on.onHidden();
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', on.onOnline);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', on.onOnline);
  };
}
