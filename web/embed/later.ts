import { useEffect } from 'preact/hooks';
import { observed, useObserved } from '../observed.ts';
import { warn } from '../warn.ts';
import style from './later.css?url';

type Later = typeof import('./laterParts.tsx');

/** How long (ms) until what could not be fetched is asked for again. */
const AGAIN_MS = 5000;

const later = observed<Later | null>(null);
let isAsked = false;

/** What a quiz shows after its first question only; null until it is there. It is fetched, with its styles, once the first screen stands. */
export function useLater(): Later | null {
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    addStyle(style);
    void fetchLater();
  }, []);
  return useObserved(later);
}

function addStyle(href: string): void {
  const link = document.createElement('link');
  // In a frame without an origin of its own every file is another's.
  Object.assign(link, { rel: 'stylesheet', crossOrigin: '', href });
  document.head.append(link);
}

async function fetchLater(): Promise<void> {
  try {
    later.set(await import('./laterParts.tsx'));
  } catch (error) {
    warn('A part of the quiz could not be fetched yet.', error);
    setTimeout(() => void fetchLater(), AGAIN_MS);
  }
}
