import type { AttemptId } from '../../../questions/classroom/ids.ts';

/** How long (ms) a page that is being left may hold an attempt, before it is said to be open in another tab. */
const PATIENCE_MS = 1500;

/** An attempt is sat in one tab at a time. */
export interface Hold {
  /** False where another tab sits it. */
  readonly isHeld: boolean;
  readonly release: () => void;
}

const FREE: Hold = { isHeld: true, release: () => undefined };

/**
 * Holds an attempt for this tab; with `steal` it is taken from the tab that has it. `onLost` is called when another tab takes it.
 * Without locks (older browsers, insecure contexts) every tab sits it: each answer is a row of its own.
 */
export function holdAttempt(attempt: AttemptId, steal: boolean, onLost: () => void): Promise<Hold> {
  if (!('locks' in navigator)) return Promise.resolve(FREE);
  return new Promise((resolve) => {
    const options = steal ? { steal } : { signal: AbortSignal.timeout(PATIENCE_MS) };
    let isHeld = false;
    navigator.locks
      .request(`steppe-attempt-${attempt}`, options, () => {
        isHeld = true;
        return new Promise<void>((release) => resolve({ isHeld, release }));
      })
      .catch((error: unknown) => {
        if (isHeld) return onLost();
        const isTaken = error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name);
        resolve(isTaken ? { ...FREE, isHeld: false } : FREE);
      });
  });
}
