import { keeper } from './keeper.ts';

/** A server that asks for more is asked again tomorrow; a clock that was put back must not keep us silent for years. */
const LONGEST_MS = 24 * 60 * 60_000;

let untilMs = 0;

/** For how long (ms) the server wants no request of us; 0 when it takes them. The same in all tabs, and after a restart. */
export async function pausedMs(): Promise<number> {
  const left = Math.max(untilMs, await keeper().pausedUntilMs()) - Date.now();
  return left > LONGEST_MS ? 0 : Math.max(left, 0);
}

/** Keeps quiet for so long (ms). */
export async function pause(forMs: number): Promise<void> {
  untilMs = Date.now() + Math.min(forMs, LONGEST_MS);
  await keeper().pauseUntilMs(untilMs);
}
