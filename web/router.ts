import { observed } from './observed.ts';
import { routeOf, type Route } from './routes.ts';

/** Where the learner is: the address, and how far down the page was when it was left. */
interface Arrival {
  readonly route: Route;
  /** Path and query. */
  readonly address: string;
  readonly hash: string;
  readonly scroll: number;
}

/** The place shown now. */
export const place = observed<Arrival>(here(0));

/** Whether the page was reached by a navigation within the app, so that focus has to follow it. */
let arriving = false;

/** Lets the next `arrive` move focus and scroll as after a navigation: the screen changes at the same address. */
export function leaveScreen(): void {
  place.set({ ...place.get(), scroll: 0 });
  arriving = true;
}

/** Goes to an address of the app, as a link to it does. */
export function navigate(href: string): void {
  history.replaceState({ scroll: window.scrollY }, '');
  history.pushState({ scroll: 0 }, '', href);
  arriving = true;
  place.set(here(0));
}

/** Lets links within the app change the screen without loading a page, and back and forward restore it. */
export function startRouter(): void {
  history.scrollRestoration = 'manual';
  window.addEventListener('popstate', (event) => {
    const before = place.get().address;
    const now = here(scrollOf(event.state));
    // A jump within the page is the browser's own business.
    arriving ||= now.address !== before;
    place.set(now);
  });
  document.addEventListener('click', (event) => {
    const href = inAppHref(event);
    if (href === null) return;
    event.preventDefault();
    navigate(href);
  });
}

/**
 * Completes a navigation once a screen shows its content: names the page, moves focus to its heading and goes to where
 * the page was left. A screen that scrolls by itself keeps its place.
 */
export function arrive(title: string, keepScroll = false): void {
  document.title = title;
  if (!arriving) return;
  arriving = false;
  const heading = document.querySelector('h1');
  if (heading instanceof HTMLElement) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  if (!keepScroll) window.scrollTo(0, place.get().scroll);
}

function here(scroll: number): Arrival {
  const { pathname, search, hash } = window.location;
  return { route: routeOf(pathname, search), address: pathname + search, hash: hash.slice(1), scroll };
}

function scrollOf(state: unknown): number {
  const scroll: unknown = typeof state === 'object' && state !== null && 'scroll' in state ? state.scroll : 0;
  return typeof scroll === 'number' ? scroll : 0;
}

/** The address, where a plain click on a link stays within the app and is not a jump on the same page. */
function inAppHref(event: MouseEvent): string | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return null;
  if (link.origin !== window.location.origin || routeOf(link.pathname).screen === 'missing') return null;
  const samePage = link.pathname === window.location.pathname && link.search === window.location.search;
  return samePage && link.hash !== '' ? null : link.href;
}
