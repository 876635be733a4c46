import { keeper } from './keeper.ts';
import { warn } from './warn.ts';

/** What must not happen twice at once: sending or changing the log, and fetching what other devices wrote. */
export type Turn = 'steppe-log' | 'steppe-pull';

const queues = new Map<Turn, Promise<unknown>>();

/**
 * Runs the tasks of one kind one after another: in this page by a queue, between pages as far as their keeper can.
 * A task that fails does not stop the next.
 */
export function oneAtATime<T>(kind: Turn, task: () => Promise<T>): Promise<T> {
  const before = queues.get(kind) ?? Promise.resolve();
  const turn = before.then(() => keeper().alone(kind, task));
  queues.set(
    kind,
    turn.catch((error: unknown) => warn('The log could not be sent or fetched.', error)),
  );
  return turn;
}
