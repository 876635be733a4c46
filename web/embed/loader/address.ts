import { VERSION, type HostLook } from '../messages.ts';

/** The attributes that choose what is asked; a changed one loads the frame anew. */
export const ATTRIBUTES = ['deck', 'tags', 'count', 'mode', 'highlight'] as const;

/** The deck that an element names, as a part of an address; empty when it names none. */
export function deckIn(element: Element): string {
  return encodeURIComponent(element.getAttribute('deck') ?? '');
}

/** The address of an element's frame. What is wished stands in the fragment, which no server sees. */
export function frameAddress(base: string, element: Element, theme: HostLook['theme']): string {
  const wish = new URLSearchParams({ v: String(VERSION), theme });
  for (const name of ATTRIBUTES.slice(1)) {
    const value = element.getAttribute(name);
    if (value !== null) wish.set(name, value);
  }
  return `${base}/embed/${deckIn(element)}#${wish.toString()}`;
}
