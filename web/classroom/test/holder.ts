import type { Observed } from '../../observed.ts';
import { holdAttempt } from './attemptLock.ts';
import type { Sat } from './sat.ts';

/** Holds the attempt for this tab; `before` reads what another tab did, `begin` begins to sit it. */
export function holder(
  state: Observed<Sat>,
  set: (sat: Sat) => void,
  on: { readonly before: () => Promise<void>; readonly begin: () => void },
) {
  let release: (() => void) | undefined;
  let isLeft = false;
  const lose = () => set({ ...state.get(), where: 'other-tab' });
  return {
    async take(steal: boolean) {
      const held = await holdAttempt(state.get().fixed.attempt, steal, lose);
      if (isLeft) return held.release();
      if (!held.isHeld) return lose();
      release = held.release;
      await on.before();
      set({ ...state.get(), where: 'here' });
      on.begin();
    },
    release() {
      isLeft = true;
      release?.();
    },
  };
}
