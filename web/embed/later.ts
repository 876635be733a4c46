import { useEffect } from 'preact/hooks';
import { observed, useObserved } from '../observed.ts';
import { warn } from '../warn.ts';

type Later = typeof import('./laterParts.tsx');

/** How long (ms) until what could not be fetched is asked for again. */
const AGAIN_MS = 5000;

const later = observed<Later | null>(null);
let isAsked = false;

/** What a quiz shows after its first question only; null until it is there. It is fetched once the first screen stands. */
export function useLater(): Later | null {
  useEffect(() => {
    if (!isAsked) void fetchLater();
    isAsked = true;
  }, []);
  return useObserved(later);
}

async function fetchLater(): Promise<void> {
  try {
    later.set(await import('./laterParts.tsx'));
  } catch (error) {
    warn('A part of the quiz could not be fetched yet.', error);
    setTimeout(() => void fetchLater(), AGAIN_MS);
  }
}
