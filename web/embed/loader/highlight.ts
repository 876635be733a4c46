import type { Quote } from '../messages.ts';
import { findQuote } from './findQuote.ts';

const NAME = 'steppe-passage';
const MARK = `::highlight(${NAME}){background-color:#ffe79a;color:#1c2422}`;
const BACK = `button{position:fixed;inset:auto 1rem 1rem auto;z-index:2147483647;padding:.6em 1em;
border:1px solid;border-radius:.6em;background:Canvas;color:CanvasText;font:inherit;cursor:pointer}`;

const ofPage = new CSSStyleSheet();
ofPage.replaceSync(MARK);
const ofButton = new CSSStyleSheet();
ofButton.replaceSync(BACK);

/** The passage that each quiz of the page has marked. */
const marked = new Map<HTMLElement, Range>();

/**
 * Marks a passage in the host page without touching what the page holds, and with `go` scrolls to it and offers the way back.
 * False where the page does not have it.
 */
export function showPassage(quiz: HTMLElement, quote: Quote, go: boolean): boolean {
  const range = findQuote(document.body, quote, (element) => element.localName === 'steppe-quiz');
  if (range === null) {
    hidePassage(quiz);
    return false;
  }
  marked.set(quiz, range);
  paint();
  if (go) {
    scrollTo(range.startContainer.parentElement);
    offerWayBack(quiz);
  }
  return true;
}

/** Takes the mark away; where the page was scrolled to it, scrolls back. */
export function hidePassage(quiz: HTMLElement): void {
  marked.delete(quiz);
  paint();
  const button = quiz.shadowRoot?.querySelector('button');
  if (!button) return;
  button.remove();
  scrollTo(quiz);
}

/** Where the browser has no highlights of this kind, the way to the passage is all that there is. */
function paint(): void {
  if (!('highlights' in CSS)) return;
  if (!document.adoptedStyleSheets.includes(ofPage)) document.adoptedStyleSheets.push(ofPage);
  CSS.highlights.set(NAME, new Highlight(...marked.values()));
}

/** In the quiz's own shadow tree: nothing of the host page changes. */
function offerWayBack(quiz: HTMLElement): void {
  const root = quiz.shadowRoot;
  if (root === null || root.querySelector('button') !== null) return;
  if (!root.adoptedStyleSheets.includes(ofButton)) root.adoptedStyleSheets.push(ofButton);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Back to the quiz';
  button.addEventListener('click', () => {
    button.remove();
    scrollTo(quiz);
    root.querySelector('iframe')?.focus({ preventScroll: true });
  });
  root.append(button);
}

function scrollTo(element: Element | null): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
