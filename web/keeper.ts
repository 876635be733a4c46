import type { LearnerKey } from './learnerKey.ts';
import type { LogChange } from './logChanges.ts';
import type { Turn } from './oneAtATime.ts';
import type { Store } from './store.ts';

/**
 * The place that keeps what outlives a page: the browser's own storage for the app, the host page's for a quiz in its frame.
 * Whatever is kept there may be changed by another page at any time, so it is asked anew each time.
 */
export interface Keeper {
  /** The learner's log; null where there is no place: then the page's own memory has it. */
  readonly log: () => Promise<Store | null>;
  /** The learner key, or null before its first use. */
  readonly key: () => Promise<LearnerKey | null>;
  /** Keeps this key unless there is one already, and gives the one that holds; null where there is no place. Throws where it is full. */
  readonly keepFirstKey: (made: LearnerKey) => Promise<LearnerKey | null>;
  /** Keeps this key in the place of the present one, which is remembered as a former one. False where there is no place. */
  readonly changeKey: (next: LearnerKey) => Promise<boolean>;
  readonly formerKeys: () => Promise<readonly LearnerKey[]>;
  /** Forgets the present key and the former ones. */
  readonly forgetKeys: () => Promise<void>;
  /** Until when (ms since 1970, the device's clock) the server wants no request; 0 where nobody has said. */
  readonly pausedUntilMs: () => Promise<number>;
  readonly pauseUntilMs: (untilMs: number) => Promise<void>;
  /** Runs a task while no other page with the same place runs one of its kind. */
  readonly alone: <T>(kind: Turn, task: () => Promise<T>) => Promise<T>;
  /** Tells the other pages with the same place. */
  readonly tell: (change: LogChange) => void;
}

let present: Keeper | undefined;

/** The place of this page. */
export function keeper(): Keeper {
  if (present === undefined) throw new Error('Inconsistent: this page has no keeper yet');
  return present;
}

/** Names the place of this page; once, before anything is read or kept. */
export function keepWith(place: Keeper): void {
  present = place;
}
