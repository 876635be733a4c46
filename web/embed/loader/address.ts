import { VERSION, type HostLook } from '../messages.ts';

/** The attributes that choose what is asked; a changed one loads the frame anew. */
export const ATTRIBUTES = ['deck', 'tags', 'count', 'mode', 'lang', 'highlight'] as const;

/** The address of an element's frame. What is wished stands in the fragment, which no server sees. */
export function frameAddress(base: string, element: Element, theme: HostLook['theme']): string {
  const wish = new URLSearchParams({ v: String(VERSION), theme });
  const [, ...wished] = ATTRIBUTES;
  for (const name of wished) {
    const value = element.getAttribute(name);
    if (value !== null) wish.set(name, value);
  }
  return `${base}/embed/${encodeURIComponent(element.getAttribute('deck') ?? '')}#${wish.toString()}`;
}
