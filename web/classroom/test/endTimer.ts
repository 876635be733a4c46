import { jitter } from '../../chance.ts';

/** So long (ms) before the end it is asked whether the end has moved, and up to twice as long, so that not all ask at once. */
const LOOK_MS = 30_000;
/** Timers cannot wait longer than this. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** Watches an attempt's end. */
export interface EndTimer {
  /** Sets it by the end as it is known now, `leftMs` from now. */
  readonly set: (leftMs: number) => void;
  readonly stop: () => void;
}

/** Calls `onNear` shortly before the end, and `onEnd` when it is there; both may set it anew. */
export function endTimer(onNear: () => void, onEnd: () => void): EndTimer {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const stop = () => timers.forEach(clearTimeout);
  return {
    set(leftMs) {
      stop();
      timers = [setTimeout(onEnd, Math.min(TIMER_MAX_MS, Math.max(0, leftMs)))];
      const near = leftMs - LOOK_MS - jitter(LOOK_MS);
      if (near > 0 && near < TIMER_MAX_MS) timers.push(setTimeout(onNear, near));
    },
    stop,
  };
}
