import { attribute, type HtmlElement } from './htmlTree.ts';

/** What is no text to read: scripts, pictures, forms, ways about the site. */
const NAMES = new Set(
  `applet area aside audio button canvas datalist dialog embed fieldset footer form frame frameset head iframe img input label
  link map math menu meta meter nav noembed noframes noscript object optgroup option output picture progress script select
  source style svg template textarea title track video`.split(/\s+/),
);
const ROLES = new Set(
  'alert banner button complementary contentinfo dialog form menu menubar navigation search toolbar'.split(
    ' ',
  ),
);
/** What sites call their ways about, notes of consent and marks for editors. */
const CLASSES =
  /(?:^|\s)(?:breadcrumbs?|cookie-(?:banner|consent|notice)|mw-editsection|nav|navbar|navbox|navigation|noprint|pagination|sidebar|skip-link|toc)(?:\s|$)/i;
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether an element is left out with all that is in it: not shown, or no part of the text. */
export function isSkipped(element: HtmlElement): boolean {
  if (NAMES.has(element.tagName) || attribute(element, 'hidden') !== undefined) return true;
  if (attribute(element, 'aria-hidden') === 'true' || HIDDEN.test(attribute(element, 'style') ?? ''))
    return true;
  if (ROLES.has(attribute(element, 'role') ?? '')) return true;
  return CLASSES.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`);
}
