import type { DraftAsked, DraftedDeck } from '../../questions/draft/draftDeck.ts';
import { warn } from '../warn.ts';
import type { DraftTold } from './drafter/talk.ts';

/** How a drafting ended. */
export type DraftEnd =
  | { readonly state: 'drafted'; readonly deck: DraftedDeck }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed' };

/** The one language that drafts are made for. */
export function isDrafted(language: string): boolean {
  return /^en\b/.test(language);
}

/** Drafts questions in a thread of their own, until `signal` says to stop. `onProgress` hears a share from 0 to 1. */
export async function draftInThread(
  asked: DraftAsked,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<DraftEnd> {
  const thread = new Worker(new URL('drafter/thread.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<DraftEnd>((resolve) => {
      signal.addEventListener('abort', () => resolve({ state: 'cancelled' }));
      thread.addEventListener('message', ({ data }: MessageEvent<DraftTold>) => {
        if (data.type === 'progress') return onProgress(data.share);
        resolve(endOf(data));
      });
      thread.addEventListener('error', (event) => {
        warn('The drafter could not be loaded.', event.message);
        resolve({ state: 'failed' });
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no target
      thread.postMessage(asked);
    });
  } finally {
    thread.terminate();
  }
}

function endOf(told: Exclude<DraftTold, { type: 'progress' }>): DraftEnd {
  if (told.type === 'failed') {
    warn('The drafter failed.', told.why);
    return { state: 'failed' };
  }
  const { yaml, offered, reasons } = told;
  return { state: 'drafted', deck: { yaml, offered, reasons } };
}
