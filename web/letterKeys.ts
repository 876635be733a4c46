import { useLayoutEffect, useRef } from 'preact/hooks';
import { hasModifier } from './enterKey.ts';

const WRITES = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog';

/** Does what a single key names, except where the key is being written or belongs to a shortcut of the browser. */
export function useLetterKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (hasModifier(event) || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(WRITES) !== null) return;
      const action = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
