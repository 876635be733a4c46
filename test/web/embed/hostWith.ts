import type { Host, Said, Setup } from '../../../web/embed/frameHost.ts';
import type { FromFrame } from '../../../web/embed/messages.ts';

/** A host page that notes what it hears, and says what it is told to. */
export function hostWith(setup: Partial<Setup> = {}) {
  const heard: FromFrame[] = [];
  const listeners = new Set<(said: Said) => void>();
  const host: Host = {
    setup: { type: 'setup', key: null, keeps: true, waiting: [], style: {}, theme: 'auto', ...setup },
    say: (message) => heard.push(message),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { host, heard, says: (said: Said) => [...listeners].forEach((listener) => listener(said)) };
}

/** What it was last given to keep. */
export const waiting = (heard: readonly FromFrame[]) =>
  heard.flatMap((message) => (message.type === 'waiting' ? [message.value] : [])).at(-1);
