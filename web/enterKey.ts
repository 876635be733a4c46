/** What Enter belongs to already; a radio button outside a form does nothing with it. */
const TAKES_ENTER =
  'a, button, summary, select, textarea, dialog, [contenteditable], form input, input:not([type=radio], [type=checkbox])';

/** Lets Enter do the page's one primary action wherever nothing else on the page wants the key. */
export function startEnterKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.repeat || hasModifier(event)) return;
    if (event.target instanceof Element && event.target.closest(TAKES_ENTER) !== null) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const primary = document.querySelector<HTMLElement>('main .primary');
    if (primary === null) return;
    event.preventDefault();
    primary.click();
  });
}

/** Whether a key is part of a browser's shortcut. */
export function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}
