import { useEffect, useState } from 'preact/hooks';
import type { Said } from '../askServer.ts';

/** What the server was asked for: nothing yet, or what it said, and the way to ask again. */
export type Asked<T> = { readonly said: Said<T> | undefined; readonly again: () => void };

/** Asks once when the screen is shown, and again on wish; while it is asked again what was said before stands. */
export function useAsked<T>(ask: () => Promise<Said<T>>): Asked<T> {
  const [said, setSaid] = useState<Said<T>>();
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isHere = true;
    void ask().then((answer) => isHere && setSaid(answer));
    return () => {
      isHere = false;
    };
  }, [times]);
  return { said, again: () => setTimes(times + 1) };
}
