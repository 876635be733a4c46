import { backoffMs } from '../../backoff.ts';
import { jitter } from '../../chance.ts';
import { nextToSend, type Sat } from './sat.ts';
import { sendNext } from './sendNext.ts';

/** The longest wait (ms) between two tries: there is an end. */
const WAIT_MAX_MS = 20_000;

/** Sends what waits, one after another, until nothing does. */
export interface SendLoop {
  /** Goes on with it, at once where it was waiting for the next try. */
  readonly go: () => void;
  readonly stop: () => void;
}

/** Sends what an attempt has to send, as long as it takes: `get` is the attempt now, `set` keeps and shows another. */
export function sendLoop(get: () => Sat, set: (sat: Sat) => void): SendLoop {
  const pausing = new AbortController();
  let wake: (() => void) | undefined;
  let isSending = false;

  const pause = (failures: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(WAIT_MAX_MS, backoffMs(failures, null, jitter)));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const sendAll = async () => {
    isSending = true;
    try {
      for (let failures = 0; ;) {
        const task = nextToSend(get());
        if (task === null || pausing.signal.aborted) return;
        const change = await sendNext(get(), task);
        if (pausing.signal.aborted) return;
        set(change === null ? { ...get(), isFailing: true } : change(get()));
        failures = change === null ? failures + 1 : 0;
        if (change === null) await pause(failures);
      }
    } finally {
      // At once: what is there to send a moment later begins anew.
      isSending = false;
    }
  };

  return {
    go() {
      wake?.();
      if (!isSending) void sendAll();
    },
    stop() {
      pausing.abort();
      wake?.();
    },
  };
}
