import { warn } from './warn.ts';

const WORKER = '/service-worker.js';
const DECK = /^\/decks\/[^/]+\.json$|^\/api\/v1\/decks\/[^/]+$/;

/** Makes the app and the decks that are opened available without a network. A browser that cannot or may not do that works as before. */
export function startOffline(): void {
  // The development server builds no worker.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register(WORKER)
    .then(tellDecks)
    .catch((error: unknown) => warn('Nothing can be kept for use without a network.', error));
}

/**
 * Tells the worker which deck files this page reads past it: before it was there, or after a reload that went around it.
 * A worker that is still being installed hears it too, so that a short first visit is enough.
 */
function tellDecks({ active, waiting, installing }: ServiceWorkerRegistration): void {
  const worker = active ?? waiting ?? installing;
  const observer = new PerformanceObserver((list) => {
    const paths = list.getEntries().flatMap((entry) => {
      const { origin, pathname } = new URL(entry.name);
      const past = entry instanceof PerformanceResourceTiming && entry.workerStart === 0;
      // A deck's document comes along with it.
      return past && origin === window.location.origin && DECK.test(pathname) ? [pathname] : [];
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    if (paths.length > 0) worker?.postMessage(paths);
  });
  observer.observe({ type: 'resource', buffered: true });
}
