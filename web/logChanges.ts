import * as v from 'valibot';
import { DeckIdSchema, type DeckId } from '../questions/ids.ts';
import { keeper } from './keeper.ts';

/** What changed in this device's log: reviews of a deck, or everything, with the learner key. */
export type LogChange = DeckId | 'everything';

const ChangeSchema = v.union([v.literal('everything'), DeckIdSchema]);
const listeners = new Set<(change: LogChange) => void>();

/** Hears what another page says that it changed; what is no change is not heard. */
export function hearLogChange(said: unknown): void {
  const change = v.safeParse(ChangeSchema, said);
  if (change.success) listeners.forEach((listener) => listener(change.output));
}

/** Tells the other pages, and with `here` this one too. */
export function tellLogChange(change: LogChange, here: boolean): void {
  keeper().tell(change);
  if (here) listeners.forEach((listener) => listener(change));
}

/** Calls the listener after every change that it did not make itself; gives the way to stop. */
export function followLog(listener: (change: LogChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
