import { warn } from './warn.ts';

const LOCK = 'steppe-log';

let queue: Promise<void> = Promise.resolve();

/**
 * Runs tasks that change or send the log one after another: in this page by a queue, between pages by a lock where the
 * browser has them. A task that fails does not stop the next.
 */
export function oneAtATime(task: () => Promise<void>): Promise<void> {
  const turn = queue.then(() => underLock(task));
  queue = turn.catch((error: unknown) => warn('The log could not be sent.', error));
  return queue;
}

/** `navigator.locks` is missing in older browsers and outside secure contexts. */
async function underLock(task: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined;
  await (locks === undefined ? task() : locks.request(LOCK, task));
}
