import { jitter } from '../../chance.ts';

/** So long (ms) before the end it is asked whether the end has moved, and up to twice as long, so that not all ask at once. */
const LOOK_MS = 30_000;
/** The clock is read at least this often (ms): the timers of a device that slept stood still, and cannot wait for months. */
const STEP_MS = 10_000;

/** Watches an attempt's end. */
export interface EndTimer {
  /** Sets it by the end as it is known now, `leftMs` from now. */
  readonly set: (leftMs: number) => void;
  readonly stop: () => void;
}

/**
 * Calls `onNear` once shortly before the end, and `onDue` when the end may be there, also now and then before it: whoever is called
 * reads the clock, and sets it anew where there is time left.
 */
export function endTimer(onNear: () => void, onDue: () => void): EndTimer {
  const nearMs = LOOK_MS + jitter(LOOK_MS);
  let isAsked = false;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const askOnce = () => {
    isAsked = true;
    onNear();
  };
  const stop = () => timers.forEach(clearTimeout);
  return {
    set(leftMs) {
      stop();
      timers = [setTimeout(onDue, Math.min(STEP_MS, Math.max(0, leftMs)))];
      const near = leftMs - nearMs;
      // An end that has moved away is asked about again.
      if (near > STEP_MS) isAsked = false;
      else if (near > 0 && !isAsked) timers.push(setTimeout(askOnce, near));
    },
    stop,
  };
}
