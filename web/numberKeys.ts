import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Calls `onKey` with 0 for the key 1, up to 8 for the key 9. Keys that belong to a text field, to another question's
 * form or to a shortcut of the browser are left alone; without any focus the page's first open question takes them.
 */
export function useNumberKeys(own: RefObject<HTMLElement | null>, onKey: (at: number) => void): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      if (own.current === null || !belongsTo(own.current, event.target)) return;
      event.preventDefault();
      onKey(Number(event.key) - 1);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}

const TEXT_FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

function belongsTo(own: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.matches(TEXT_FIELDS)) return false;
  const form = own.closest('form');
  return (target.closest('form') ?? document.querySelector('form.question[data-state=open]')) === form;
}
