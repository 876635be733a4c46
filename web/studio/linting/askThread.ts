import { warn } from '../../warn.ts';
import type { DeckCount, LintAsked, LintTold } from './talk.ts';

let thread: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (told: LintTold) => void>();

/** Asks the linting thread; gives the way to hear no answer. */
export function askThread(
  question: { readonly type: 'lint'; readonly yaml: string; readonly document: string },
  onTold: (told: LintTold) => void,
): () => void {
  return ask({ ...question, number: (asked += 1) }, onTold);
}

/** How far the review of a deck is; null where its file has faults. */
export function countDeck(yaml: string): Promise<DeckCount | null> {
  return new Promise((resolve) => {
    ask({ type: 'count', yaml, number: (asked += 1) }, (told) => {
      if (told.type === 'count') resolve(told.count);
    });
  });
}

function ask(question: LintAsked, onTold: (told: LintTold) => void): () => void {
  waiting.set(question.number, onTold);
  thread ??= startThread();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no target
  thread.postMessage(question);
  return () => waiting.delete(question.number);
}

function startThread(): Worker {
  const started = new Worker(new URL('thread.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<LintTold>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  started.addEventListener('error', (event) => {
    warn('The deck could not be judged.', event.message);
    thread = null;
  });
  return started;
}
