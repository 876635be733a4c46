import { VERSION } from '../messages.ts';

/** The attributes that choose what is asked; a changed one loads the frame anew. */
export const ATTRIBUTES = ['deck', 'tags', 'count', 'mode', 'lang', 'highlight'] as const;

/** The address of an element's frame. What is wished stands in the fragment, which no server sees. */
export function frameAddress(base: string, element: Element): string {
  const wish = new URLSearchParams({ v: String(VERSION) });
  for (const name of [...ATTRIBUTES, 'theme'] as const) {
    const value = element.getAttribute(name);
    if (name !== 'deck' && value !== null) wish.set(name, value);
  }
  return `${base}/embed/${encodeURIComponent(element.getAttribute('deck') ?? '')}#${wish.toString()}`;
}
