import { STYLE_NAMES, type HostLook, type HostStyle } from '../messages.ts';

/** Longer values are no colour, length or font. */
const VALUE_MAX = 200;

/** How the host page wants the quiz to look: its custom properties on the element, and its side, light or dark. */
export function lookOf(element: Element): HostLook {
  const computed = getComputedStyle(element);
  const style: { -readonly [K in keyof HostStyle]: HostStyle[K] } = {};
  for (const name of STYLE_NAMES) {
    const value = computed.getPropertyValue(`--steppe-${name}`).trim();
    if (value !== '' && value.length <= VALUE_MAX) style[name] = value;
  }
  return { style, theme: themeOf(element.getAttribute('theme'), computed.colorScheme) };
}

/** What the attribute says; else the one side that the page itself is on; else the reader's own choice. */
function themeOf(attribute: string | null, scheme: string): HostLook['theme'] {
  const wanted = attribute === 'light' || attribute === 'dark' ? attribute : scheme;
  return wanted === 'light' || wanted === 'dark' ? wanted : 'auto';
}

/** Calls the listener whenever the look may have changed, until the signal. */
export function followLook(element: Element, listener: () => void, signal: AbortSignal): void {
  const changes = new MutationObserver(listener);
  // Page themes are switched by an attribute of the root or the body: a class, a style or some data-*.
  for (const target of [document.documentElement, document.body, element])
    changes.observe(target, { attributes: true });
  signal.addEventListener('abort', () => changes.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener, { signal });
  // By then the style sheets have come.
  addEventListener('load', listener, { signal });
}
