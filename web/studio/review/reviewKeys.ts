import { useLayoutEffect, useRef } from 'preact/hooks';
import { hasModifier } from '../../enterKey.ts';

const WRITES = 'input, textarea, select, [contenteditable], dialog';
/** Where the arrows move something else. */
const SCROLLS = '[data-scrolls]';

/** What each key of the review does; letters in lower case. */
export type ReviewKeys = Readonly<Partial<Record<string, () => void>>>;

/** Does what a single key names, in either case, except while something is being written; letters do nothing while `isOff`. */
export function useReviewKeys(keys: ReviewKeys, isOff: boolean): void {
  const latest = useRef({ keys, isOff });
  latest.current = { keys, isOff };
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const isArrow = key.startsWith('Arrow');
      if (event.defaultPrevented || hasModifier(event)) return;
      // A held arrow walks on; a held letter must not accept one question after another.
      if (event.repeat && !isArrow && key !== 'j' && key !== 'k') return;
      if (latest.current.isOff && !isArrow) return;
      if (event.target instanceof Element && event.target.closest(isArrow ? `${WRITES}, ${SCROLLS}` : WRITES))
        return;
      const action = Object.hasOwn(latest.current.keys, key) ? latest.current.keys[key] : undefined;
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
